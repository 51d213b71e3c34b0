import type { ApprovalReply } from '../../contract/api-approvals'
import type { TeamSummaryReply, TeamTodayReply } from '../../contract/api-team'
import { approvalCard, type ApprovalCardView } from '../../components/approval-card/approval-card.view'
import { approvalName, type ApprovalName } from '../../components/approval-card/approval-words'
import { teamShares, type TeamShare } from '../../components/team-bar/team-bar.view'
import { clockText, dateText, offsetMinutesOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import { requestRow, type RequestRow } from './requests.view'
import type { Segment } from './requests-state'

const DAY_MS = 86_400_000
const KIND_ORDER: readonly ApprovalName[] = ['correction', 'rebind', 'outside', 'attempt']

export interface TeamStripView {
  readonly name: string
  readonly expected: string
  readonly shares: readonly TeamShare[]
  /** `赵文博、孙可、董明轩 等 7 人`; empty when nobody is missing. */
  readonly missing: string
}

export interface RequestsPageView {
  readonly isManager: boolean
  readonly segment: Segment
  readonly team: TeamStripView | null
  readonly waitingCount: string
  /** `换机 1  范围外 2` */
  readonly kinds: readonly string[]
  readonly cards: readonly ApprovalCardView[]
  readonly rows: readonly RequestRow[]
  readonly isLoading: boolean
  readonly hasFailed: boolean
  readonly empty: string
  /** Old data stays, with its time. */
  readonly stale: string
  readonly hasMore: boolean
}

export interface ListFacts {
  readonly items: readonly ApprovalReply[] | null
  readonly hasMore: boolean
  readonly loadedAtMs: number | null
  readonly hasFailed: boolean
}

export interface RequestsPageInput {
  readonly nowMs: number
  readonly employeeId: string
  readonly isManager: boolean
  readonly segment: Segment
  readonly lists: Readonly<Record<Segment, ListFacts>>
  readonly team: TeamTodayReply | null
  readonly teamName: string
  readonly busyId: string | null
  readonly notes: Readonly<Record<string, string>>
}

const words = texts.approvals

/** Pure. */
export function requestsPage(input: RequestsPageInput): RequestsPageView {
  const { segment, isManager, lists, nowMs } = input
  const { items, hasMore, loadedAtMs, hasFailed } = lists[segment]
  const waiting = (lists.waiting.items ?? []).filter(({ mayDecide }) => mayDecide)
  const shown = shownOf(input, items ?? [])
  return {
    isManager,
    segment,
    team: isManager ? teamStrip(input) : null,
    waitingCount: waiting.length === 0 ? '' : `${waiting.length}${lists.waiting.hasMore ? '+' : ''}`,
    kinds: kindsOf(waiting),
    cards: segment === 'mine' ? [] : shown.map((approval) => card(input, approval)),
    rows: segment === 'mine' ? shown.map(requestRow) : [],
    isLoading: items === null && !hasFailed,
    hasFailed: items === null && hasFailed,
    empty: items === null || shown.length > 0 || hasMore ? '' : emptyText(input),
    stale:
      items !== null && hasFailed && loadedAtMs !== null
        ? texts.requests.stale(clockText(loadedAtMs, offsetOf(items, nowMs)).slice(0, 5))
        : '',
    hasMore,
  }
}

/** What was decided here stays in its place until the list is read anew. */
function shownOf({ segment }: RequestsPageInput, items: readonly ApprovalReply[]): readonly ApprovalReply[] {
  return segment === 'decided' ? items.filter(({ status }) => status !== 'pending') : items
}

function card({ nowMs, employeeId, busyId, notes }: RequestsPageInput, approval: ApprovalReply): ApprovalCardView {
  const note = notes[approval.id] ?? ''
  return approvalCard({ approval, nowMs, employeeId, isBusy: busyId === approval.id, note })
}

function kindsOf(waiting: readonly ApprovalReply[]): readonly string[] {
  const names = waiting.map(approvalName)
  return KIND_ORDER.map((kind) => [kind, names.filter((name) => name === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => words.counted(words.kindShort[kind], count))
}

function emptyText({ segment, lists, employeeId, nowMs }: RequestsPageInput): string {
  if (segment === 'mine') return texts.requests.empty
  if (segment === 'decided') return words.emptyDecided
  const count = (lists.decided.items ?? []).filter(
    ({ decidedBy, decidedAt }) =>
      decidedBy?.id === employeeId &&
      decidedAt !== null &&
      decidedAt.slice(0, 10) === dateText(nowMs - DAY_MS, offsetMinutesOf(decidedAt)),
  ).length
  return count > 0 ? words.emptyYesterday(count) : words.empty
}

function teamStrip({ team, teamName }: RequestsPageInput): TeamStripView | null {
  const summary = team?.summary ?? null
  if (summary === null || summary.people === 0) return null
  return {
    name: teamName,
    expected: texts.team.expected(summary.people - summary.off),
    shares: teamShares(summary),
    missing: missingText(summary),
  }
}

function missingText({ missing, missingPeople }: TeamSummaryReply): string {
  const names = missingPeople.map(({ name }) => name).join('、')
  return missing > missingPeople.length ? `${names} ${texts.team.missingMore(missing)}` : names
}

/** Times are shown in the zone that the list's own times have. */
function offsetOf(items: readonly ApprovalReply[], nowMs: number): number {
  const [first] = items
  return first === undefined ? -new Date(nowMs).getTimezoneOffset() : offsetMinutesOf(first.createdAt)
}
