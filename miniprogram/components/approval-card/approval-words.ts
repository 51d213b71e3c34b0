/** How requests are called, wherever they are shown. All pure. */
import type { ApprovalReply, ApprovalStatus } from '../../contract/api-approvals'
import { chip, type ChipView } from '../chip/chip.view'
import { isPresenceCode } from '../presence-codes'
import { agoText, clockText, dateText, dayText, offsetMinutesOf, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'

/** Check-ins that could not show that somebody was there have a name of their own. */
export type ApprovalName = 'rebind' | 'outside' | 'attempt' | 'correction'

const DAY_MS = 86_400_000
const TONES = {
  pending: 'pending',
  approved: 'accepted',
  rejected: 'refused',
  withdrawn: 'plain',
  expired: 'plain',
} as const satisfies Record<ApprovalStatus, ChipView['tone']>

export function approvalName({ subject }: Pick<ApprovalReply, 'subject'>): ApprovalName {
  return subject.kind === 'attempt' && isPresenceCode(subject.code) ? 'outside' : subject.kind
}

export function statusChip(status: ApprovalStatus): ChipView {
  return chip(TONES[status], texts.requests.status[status])
}

/** Verb with object. */
export function approveWords({ subject }: Pick<ApprovalReply, 'subject'>): string {
  const { approve } = texts.approvals
  return subject.kind === 'attempt' ? approve[subject.slot.kind] : approve[subject.kind]
}

/** `12 分钟前`, `昨天 20:15`, `11月16日 20:15`. */
export function sinceText(iso: string, nowMs: number): string {
  const offset = offsetMinutesOf(iso)
  const day = iso.slice(0, 10)
  if (day === dateText(nowMs, offset)) return agoText(nowMs - Date.parse(iso))
  if (day === dateText(nowMs - DAY_MS, offset)) return texts.approvals.yesterday(timeOf(iso))
  return dayAndTime(iso)
}

export function dayAndTime(iso: string): string {
  return `${dayText(iso)} ${timeOf(iso)}`
}

/** `早 09:18:40`, with its day unless that is today. */
export function capturedText(kind: 'early' | 'visit' | 'late', capturedAt: string, nowMs: number): string {
  const clock = `${texts.slotShort[kind]} ${clockText(Date.parse(capturedAt), offsetMinutesOf(capturedAt))}`
  const isToday = capturedAt.slice(0, 10) === dateText(nowMs, offsetMinutesOf(capturedAt))
  return isToday ? clock : `${dayText(capturedAt)} ${clock}`
}

/** What became of it, in one line; empty while it waits. */
export function outcomeText({ status, decidedBy, decidedAt, effect }: ApprovalReply): string {
  const words = texts.approvals
  if (status === 'pending') return ''
  if (status === 'withdrawn') return words.withdrawn
  if (status === 'expired') return effect === 'SUBJECT_SETTLED' ? words.settled : words.expired
  const said = (status === 'approved' ? words.approved : words.rejected)(decidedBy?.name ?? '')
  return decidedAt === null ? said : `${said} ${dayAndTime(decidedAt)}`
}

/** What reads differently since it was shown. */
export function changesText(before: ApprovalReply, after: ApprovalReply): string {
  const words = texts.approvals.changes
  const [old, now] = [before.subject, after.subject]
  const said: string[] = []
  if (old.kind === 'attempt' && now.kind === 'attempt') {
    said.push(...now.sentences.filter((one) => !old.sentences.includes(one)).map(words.added))
    said.push(...old.sentences.filter((one) => !now.sentences.includes(one)).map(words.removed))
    if (old.photoCount !== now.photoCount) said.push(words.photos(old.photoCount, now.photoCount))
  }
  if (old.kind === 'rebind' && now.kind === 'rebind' && old.heldAttempts !== now.heldAttempts) {
    said.push(words.held(old.heldAttempts, now.heldAttempts))
  }
  return texts.approvals.changed(said.length === 0 ? words.other : said.join('，'))
}
