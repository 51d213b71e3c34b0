import type { ApprovalReply } from '#contract/api-approvals'
import { dayAndTime, phoneName, SLOT_NAMES } from '#contract/shown-words'
import type { SlotKind } from '#contract/work-day'
import { nextTry } from '../../next-try.rules'
import type { Log } from '../../ports/log'
import type { Messenger } from '../../ports/messenger'
import type { NoticeStore, StoredNotice } from '../../ports/notice-store'
import type { PeopleStore } from '../../ports/people-store'
import type { Clock } from '../../ports/system'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import { noticeTexts as texts } from './notice-texts.rules'

export interface WorkNoticesPorts {
  readonly notices: Pick<NoticeStore, 'due' | 'hold' | 'zone' | 'end' | 'postpone'>
  readonly people: Pick<PeopleStore, 'find'>
  /** As its requester sees it; null: it is gone. */
  readonly readRequest: (approvalId: string) => Promise<ApprovalReply | null>
  readonly messenger: Pick<Messenger, 'sendText'>
  readonly clock: Clock
  readonly log: Log
}

/** A day in all: later it is no news. */
const LIMITS = { firstWaitMs: 10_000, longestWaitMs: 30 * 60_000, mostTries: 55 }
/** Longer than any call to WeCom with its repeats. */
const HOLD_MS = 60_000

/**
 * Sends what waits, oldest first.
 * @param mayGoOn asked before each one
 * @returns how many there were
 */
export async function workNotices(
  ports: WorkNoticesPorts,
  limit: number,
  mayGoOn: () => boolean = () => true,
): Promise<number> {
  const { notices, messenger, clock } = ports
  const due = await notices.due(clock.nowMs(), limit)
  for (const notice of due) {
    if (!mayGoOn()) break
    if (!(await notices.hold(notice, clock.nowMs() + HOLD_MS))) continue
    try {
      const text = await textOf(ports, notice)
      const delivery = text === null ? null : await messenger.sendText(notice.userId, text)
      await notices.end(notice.id, delivery?.kind === 'sent' ? 'sent' : 'undeliverable', clock.nowMs())
    } catch (error) {
      await postpone(ports, notice, error)
    }
  }
  return due.length
}

/** Null: what it was about is gone. Names and what people wrote stay text: WeCom's messages may hold links. */
async function textOf(ports: WorkNoticesPorts, notice: StoredNotice): Promise<string | null> {
  const text = await wordsOf(ports, notice)
  return text?.replace(/</g, '＜').replace(/>/g, '＞') ?? null
}

async function wordsOf(ports: WorkNoticesPorts, { kind, detail }: StoredNotice): Promise<string | null> {
  const word = (name: string) => String(detail[name] ?? '')
  const phone = phoneName({ brand: word('brand'), model: word('model') })
  const when = dayAndTime(toIsoWithOffset(Number(detail['atMs']), await ports.notices.zone()))
  switch (kind) {
    case 'approval_closed': {
      const approval = await ports.readRequest(word('approvalId'))
      return approval === null || approval.status === 'pending' ? null : closedText(approval)
    }
    case 'phone_bound':
      return texts.phoneBound(when, phone)
    case 'phone_bound_of_report': {
      const person = await ports.people.find(word('employeeId'))
      return person === null ? null : texts.phoneBoundOfReport(when, person.name, phone)
    }
    case 'phone_unbound':
      return texts.phoneUnbound(when)
    case 'check_in_refused_later':
      return texts.refusedLater(when, SLOT_NAMES.zh[word('slotKind') as SlotKind])
    case 'fault_answered':
      return texts.faultAnswered(when)
  }
}

function closedText({ kind, status, decidedBy, comment, subject, createdAt }: ApprovalReply): string {
  const closed = status as Exclude<ApprovalReply['status'], 'pending'>
  const effects: Partial<Record<ApprovalReply['status'], string>> = texts.effect[kind]
  const [at, slot] =
    subject.kind === 'attempt' ? [subject.capturedAt, SLOT_NAMES.zh[subject.slot.kind]] : [createdAt, '']
  const parts = [
    texts.approvalClosed(dayAndTime(at), texts.request[kind](slot), texts.outcome[closed]),
    effects[status] ?? '',
  ]
  if (decidedBy !== null) parts.push(texts.decidedBy(decidedBy.name))
  if (comment !== null && comment !== '') parts.push(texts.comment(comment))
  return parts.join('')
}

async function postpone({ notices, clock, log }: WorkNoticesPorts, { id, kind, tries }: StoredNotice, error: unknown) {
  const next = nextTry(LIMITS, tries, error, clock.nowMs())
  await notices.postpone(id, next.problem, next.atMs)
  const fields = { err: error, noticeId: id, kind, tries: next.tries }
  if (next.atMs === null) log.error(fields, 'a message was given up')
  else log.warn(fields, 'a message could not be sent; it is tried again')
}
