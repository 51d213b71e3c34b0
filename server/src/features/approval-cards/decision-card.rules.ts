/** What a card about a request says to one person: pure, so that every state is a row of a table. */
import type { ApprovalReply, ApprovalSubjectReply } from '#contract/api-approvals'
import { dayAndTime, phoneName, SLOT_NAMES } from '#contract/shown-words'
import { cardTexts as texts } from './card-texts.rules'

/** As `DecisionCard` of ports/messenger.ts. */
export interface DecisionCardView {
  readonly taskId: string
  readonly title: string
  readonly subtitle: string
  readonly rows: readonly { readonly name: string; readonly value: string }[]
  readonly pagePath: string
  readonly foot:
    | { readonly kind: 'buttons'; readonly buttons: readonly CardButton[] }
    | { readonly kind: 'outcome'; readonly text: string }
}

interface CardButton {
  readonly text: string
  /** See `pressOf`. */
  readonly key: string
  readonly style: 'agree' | 'reject'
}

/** What a press decides, about the subject as this very button stood under it. */
export interface ButtonPress {
  readonly decision: 'approve' | 'reject'
  readonly subjectVersion: number
}

export interface CardInput {
  readonly taskId: string
  /** Whose chat it is in. */
  readonly viewerId: string
  /** As the requester sees it: with everybody who may decide now. */
  readonly approval: ApprovalReply
  /** What the person has to know about his press, or about the card. */
  readonly trouble?: CardTrouble | null
}

/**
 * `changed`: between drawing and pressing; `device_of_another`: nobody can approve it; `late`: the press came too late to
 * decide.
 */
export type CardTrouble = keyof typeof texts.trouble

const MOST_ROWS = 6
const LONGEST_VALUE = 30
const LONGEST_TITLE = 36
const LONGEST_BUTTON = 10
const BUTTON_KEY = /^(approve|reject):(\d{1,9})$/

/**
 * A button's key names the version that stands on its card: nobody can know whether a card that was to be drawn anew was
 * drawn before it was pressed. @returns null: none of our buttons
 */
export function pressOf(buttonKey: string): ButtonPress | null {
  const [, decision, version] = BUTTON_KEY.exec(buttonKey) ?? []
  if (decision === undefined || version === undefined) return null
  return { decision: decision as ButtonPress['decision'], subjectVersion: Number(version) }
}

export function decisionCard({ taskId, viewerId, approval, trouble = null }: CardInput): DecisionCardView {
  const frame = { taskId, pagePath: `packages/manage/approval/approval?id=${approval.id}` }
  if (approval.status !== 'pending') return { ...frame, ...outcomeOf(approval) }
  const mine = approval.approvers.find(({ employee }) => employee.id === viewerId)
  const { kind } = approval
  if (mine === undefined) {
    return {
      ...frame,
      title: cut(titleOf(approval), LONGEST_TITLE),
      subtitle: texts.notYoursSubtitle,
      rows: rowsOf(approval, []),
      foot: { kind: 'outcome', text: texts.notYours },
    }
  }
  const standsIn = mine.onBehalfOf === null ? [] : [row(texts.row.onBehalf, mine.onBehalfOf.name)]
  const until = row(texts.row.until, texts.until(dayAndTime(approval.expiresAt)))
  const reject = { text: texts.reject, key: `reject:${approval.subjectVersion}`, style: 'reject' } as const
  const agree = { text: texts.agree[kind], key: `approve:${approval.subjectVersion}`, style: 'agree' } as const
  return {
    ...frame,
    title: cut(titleOf(approval), LONGEST_TITLE),
    subtitle: trouble === null ? texts.effect[kind] : texts.trouble[trouble],
    rows: rowsOf(approval, [...standsIn, until]),
    foot: {
      kind: 'buttons',
      buttons: trouble === 'device_of_another' ? [reject] : [reject, agree],
    },
  }
}

type Outcome = Pick<DecisionCardView, 'title' | 'subtitle' | 'rows' | 'foot'>

function outcomeOf(approval: ApprovalReply): Outcome {
  const { kind, decidedBy, decidedAt, effect } = approval
  const status = approval.status as Exclude<ApprovalReply['status'], 'pending'>
  const word = effect === 'SUBJECT_SETTLED' ? texts.settled : texts.outcomeWord[status]
  const decider =
    decidedBy === null || decidedAt === null ? [] : [row(texts.row.decider, `${decidedBy.name} ${timeOf(decidedAt)}`)]
  return {
    title: cut(texts.outcomeTitle[kind](word), LONGEST_TITLE),
    subtitle: effect === 'SUBJECT_SETTLED' ? texts.settled : texts.outcomeEffect[kind][status],
    rows: rowsOf(approval, decider),
    foot: { kind: 'outcome', text: footText(decidedBy?.name ?? null, word) },
  }
}

/** The name gives way, never what became of it. */
function footText(name: string | null, word: string): string {
  if (name === null) return cut(word, LONGEST_BUTTON)
  return texts.decidedBy(cut(name, LONGEST_BUTTON - Array.from(word).length), word)
}

function titleOf({ kind, requester, subject }: ApprovalReply): string {
  if (kind === 'rebind') return texts.asks.rebind(requester.name)
  if (subject.kind === 'attempt') return texts.asks.attempt(requester.name, SLOT_NAMES.zh[subject.slot.kind])
  return texts.asks.correction(requester.name)
}

type Row = DecisionCardView['rows'][number]

/** Where there is no room for all of them, the department goes first, then that there are photos. */
function rowsOf({ requester, reason, subject }: ApprovalReply, last: readonly Row[]): readonly Row[] {
  const rows = [
    row(texts.row.department, requester.department ?? texts.noDepartment),
    ...subjectRows(subject),
    ...(reason.trim() === '' ? [] : [row(texts.row.reason, reason)]),
    ...last,
  ]
  const spare: readonly string[] = [texts.row.department, texts.row.photos].slice(
    0,
    Math.max(0, rows.length - MOST_ROWS),
  )
  return rows.filter(({ name }) => !spare.includes(name))
}

function subjectRows(subject: ApprovalSubjectReply): readonly Row[] {
  if (subject.kind === 'rebind') {
    return [
      row(texts.row.oldPhone, subject.oldPhone === null ? texts.none : phoneName(subject.oldPhone)),
      row(texts.row.newPhone, phoneName(subject.newPhone)),
      ...(subject.probablySamePhone ? [row(texts.row.handset, texts.samePhone)] : []),
    ]
  }
  if (subject.kind === 'attempt') {
    const [sentence] = subject.sentences
    return [
      row(texts.row.time, dayAndTime(subject.capturedAt)),
      ...(subject.siteName === null ? [] : [row(texts.row.site, subject.siteName)]),
      ...(sentence === undefined ? [] : [row(texts.row.finding, sentence)]),
      ...(subject.photoCount === 0 ? [] : [row(texts.row.photos, texts.photos(subject.photoCount))]),
    ]
  }
  return []
}

function row(name: string, value: string) {
  return { name, value: cut(value.replace(/\s+/g, ' ').trim(), LONGEST_VALUE) }
}

function timeOf(iso: string): string {
  return iso.slice(11, 16)
}

function cut(text: string, most: number): string {
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
