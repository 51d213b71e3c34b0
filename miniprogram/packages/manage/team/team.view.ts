import type { DaySlotReply } from '../../../contract/api-days'
import {
  TEAM_STANDINGS,
  type TeamMemberReply,
  type TeamStanding,
  type TeamSummaryReply,
} from '../../../contract/api-team'
import { avatarOf, type AvatarView } from '../../../components/avatar/avatar.view'
import { chip, type ChipView } from '../../../components/chip/chip.view'
import { teamShares, type TeamShare } from '../../../components/team-bar/team-bar.view'
import { timeOf } from '../../../texts/format'
import { texts } from '../../../texts/texts'

export type TeamFilter = TeamStanding | 'all'

export interface MemberView {
  readonly id: string
  readonly avatar: AvatarView
  readonly name: string
  readonly department: string
  readonly chip: ChipView
  /** `早 08:52 准时`, one for each check-in of the day. */
  readonly slots: readonly { readonly text: string; readonly tone: 'late' | 'refused' | 'pending' | 'plain' }[]
  /** `拜访 2 次`, `10:20 在「嘉澜纸业」`, `待审批申请 1 条` */
  readonly meta: readonly string[]
}

export interface TeamView {
  readonly expected: string
  readonly asOf: string
  readonly shares: readonly TeamShare[]
  readonly filters: readonly { readonly key: TeamFilter; readonly text: string; readonly isOn: boolean }[]
  readonly members: readonly MemberView[]
  readonly empty: string
  /** `已读 50 人，共 230 人`; empty when all are here. */
  readonly loaded: string
}

export interface TeamInput {
  readonly members: readonly TeamMemberReply[]
  readonly summary: TeamSummaryReply
  readonly serverTime: string
  readonly filter: TeamFilter
  readonly search: string
  readonly hasMore: boolean
}

const words = texts.team
const FILTERS: readonly TeamFilter[] = ['all', 'missing', 'late', 'pending', 'accepted', 'waiting', 'off']
/** Who needs a look comes first; within a standing as the server has them. */
const URGENCY: readonly TeamStanding[] = ['missing', 'pending', 'late', 'accepted', 'waiting', 'off']

/** Pure. */
export function teamView(input: TeamInput): TeamView {
  const { members, summary, serverTime, filter, search, hasMore } = input
  const wanted = search.trim().toLowerCase()
  const shown = members
    .filter(({ standing }) => filter === 'all' || standing === filter)
    .filter(({ employee }) => wanted === '' || employee.name.toLowerCase().includes(wanted))
  const sorted = URGENCY.flatMap((standing) => shown.filter((member) => member.standing === standing))
  return {
    expected: words.expected(summary.people - summary.off),
    asOf: words.asOf(timeOf(serverTime)),
    shares: teamShares(summary),
    filters: FILTERS.filter((key) => key === 'all' || summary[key] > 0 || key === filter).map((key) => ({
      key,
      text: key === 'all' ? `${words.all} ${summary.people}` : `${filterName(key)} ${summary[key]}`,
      isOn: key === filter,
    })),
    members: sorted.map(memberView),
    empty: shown.length > 0 || hasMore ? '' : emptyText(input),
    loaded: hasMore ? words.loaded(members.length, summary.people) : '',
  }
}

export function filterOf(key: unknown): TeamFilter {
  return TEAM_STANDINGS.find((standing) => standing === key) ?? 'all'
}

function filterName(standing: TeamStanding): string {
  return words.standing[standing]
}

function emptyText({ filter, search, summary }: TeamInput): string {
  if (summary.people === 0) return words.nobody
  return search.trim() === '' && filter !== 'all' ? words.noneOf(filterName(filter)) : words.noMatch(search.trim())
}

/** Pure. */
export function memberView(member: TeamMemberReply): MemberView {
  const { employee, slots, visitCount, lastSite, pendingApprovals } = member
  const meta = [
    ...(visitCount > 0 ? [words.visits(visitCount)] : []),
    ...(lastSite === null ? [] : [words.lastSite(lastSite.name, timeOf(lastSite.capturedAt))]),
    ...(pendingApprovals > 0 ? [words.approvals(pendingApprovals)] : []),
  ]
  return {
    id: employee.id,
    avatar: avatarOf(employee),
    name: employee.name,
    department: employee.department ?? '',
    chip: standingChip(member),
    slots: slots.map(slotView),
    meta,
  }
}

function standingChip({ standing, slots, off, visitCount }: TeamMemberReply): ChipView {
  const name = words.standing[standing]
  if (standing === 'off') return chip('plain', off === null ? name : words.off[off])
  if (standing === 'waiting') return chip('plain', name)
  if (standing === 'late') return chip('late', words.late(Math.max(...slots.map(({ lateMinutes }) => lateMinutes))))
  if (standing === 'accepted' && visitCount > 0) return chip('field', words.standing.visiting)
  return chip(standing, name)
}

function slotView(slot: DaySlotReply): MemberView['slots'][number] {
  const { state, kind, opensAt, capturedAt, lateMinutes, leftEarlyMinutes } = slot
  const name = texts.slotShort[kind]
  const time = capturedAt === null ? '' : timeOf(capturedAt)
  if (state === 'accepted') {
    if (lateMinutes > 0) return { text: `${name} ${time} ${words.late(lateMinutes)}`, tone: 'late' }
    if (leftEarlyMinutes > 0) return { text: `${name} ${time} ${words.leftEarly(leftEarlyMinutes)}`, tone: 'late' }
    return { text: kind === 'early' ? `${name} ${time} ${words.onTime}` : `${name} ${time}`, tone: 'plain' }
  }
  if (state === 'pending') return { text: `${name} ${words.slot.pending(time)}`, tone: 'pending' }
  if (state === 'missing' || state === 'overdue') return { text: `${name} ${words.slot[state]}`, tone: 'refused' }
  return { text: `${name} ${state === 'open' ? words.slot.open : words.slot.upcoming(timeOf(opensAt))}`, tone: 'plain' }
}
