import type { ApprovalReply } from '#contract/api-approvals'
import { AppError } from '../../app-error'
import type { Log } from '../../ports/log'
import type { Messenger } from '../../ports/messenger'
import type { NoticeStore, StoredNotice } from '../../ports/notice-store'
import type { PeopleStore } from '../../ports/people-store'
import type { Clock } from '../../ports/system'
import { noticeTexts as texts } from './notice-texts.rules'

export interface WorkNoticesPorts {
  readonly notices: Pick<NoticeStore, 'due' | 'end' | 'postpone'>
  readonly people: Pick<PeopleStore, 'find'>
  /** As its requester sees it; null: it is gone. */
  readonly readRequest: (approvalId: string) => Promise<ApprovalReply | null>
  readonly messenger: Pick<Messenger, 'sendText'>
  readonly clock: Clock
  readonly log: Log
}

const FIRST_WAIT_MS = 10_000
const LONGEST_WAIT_MS = 30 * 60_000
/** A day in all: later it is no news. */
const MOST_TRIES = 55

/** Sends what waits, oldest first. @returns how many there were */
export async function workNotices(ports: WorkNoticesPorts, limit: number): Promise<number> {
  const { notices, messenger, clock } = ports
  const due = await notices.due(clock.nowMs(), limit)
  for (const notice of due) {
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

/** Null: what it was about is gone. */
async function textOf(ports: WorkNoticesPorts, { kind, detail }: StoredNotice): Promise<string | null> {
  const word = (name: string) => String(detail[name] ?? '')
  const phone = phoneName(word('brand'), word('model'))
  switch (kind) {
    case 'approval_closed': {
      const approval = await ports.readRequest(word('approvalId'))
      return approval === null || approval.status === 'pending' ? null : closedText(approval)
    }
    case 'phone_bound':
      return texts.phoneBound(phone)
    case 'phone_bound_of_report': {
      const person = await ports.people.find(word('employeeId'))
      return person === null ? null : texts.phoneBoundOfReport(person.name, phone)
    }
    case 'phone_unbound':
      return texts.phoneUnbound
    case 'check_in_refused_later':
      return texts.refusedLater(texts.slot[word('slotKind') as keyof typeof texts.slot])
    case 'fault_answered':
      return texts.faultAnswered
  }
}

function closedText({ kind, status, decidedBy, comment }: ApprovalReply): string {
  const closed = status as Exclude<ApprovalReply['status'], 'pending'>
  const effects: Partial<Record<ApprovalReply['status'], string>> = texts.effect[kind]
  const parts = [texts.approvalClosed(texts.request[kind], texts.outcome[closed]), effects[status] ?? '']
  if (decidedBy !== null) parts.push(texts.decidedBy(decidedBy.name))
  // What a person wrote stays text: WeCom's messages may hold links.
  if (comment !== null && comment !== '') parts.push(texts.comment(comment.replace(/[<>]/g, ' ')))
  return parts.join('')
}

function phoneName(brand: string, model: string): string {
  return model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${brand} ${model}`.trim()
}

async function postpone({ notices, clock, log }: WorkNoticesPorts, { id, kind, tries }: StoredNotice, error: unknown) {
  const isGivenUp = tries + 1 >= MOST_TRIES
  const asked = error instanceof AppError ? (error.retryAfterSeconds ?? 0) * 1_000 : 0
  const waitMs = Math.max(asked, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries))
  const code = error instanceof AppError ? error.code : (error as Error).name
  await notices.postpone(id, code, isGivenUp ? null : clock.nowMs() + waitMs)
  const fields = { err: error, noticeId: id, kind, tries: tries + 1 }
  if (isGivenUp) log.error(fields, 'a message was given up')
  else log.warn(fields, 'a message could not be sent; it is tried again')
}
