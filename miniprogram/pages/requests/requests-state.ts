/** What the page knows beside its services: its lists, and what the last decisions led to. */
import type { ApprovalReply } from '../../contract/api-approvals'
import type { TeamTodayReply } from '../../contract/api-team'
import { platform, services } from '../../services/app'
import { createPagedList, type PagedList } from '../../services/approvals-paging'
import type { Authority } from '../../services/authority'
import { texts } from '../../texts/texts'
import type { RequestsPageInput } from './manager.view'

export const SEGMENTS = ['waiting', 'mine', 'decided'] as const
export type Segment = (typeof SEGMENTS)[number]

const PAGE_SIZE = 20
/** The server allows 30 looks at the team a minute. */
const TEAM_EVERY_MS = 30_000

export interface RequestsState {
  employeeId: string
  department: string
  authority: Authority | null
  /** Once here as somebody who decides, the page stays so until it is opened again. */
  isManager: boolean
  segment: Segment
  readonly lists: Readonly<Record<Segment, PagedList<ApprovalReply>>>
  failed: Readonly<Record<Segment, boolean>>
  team: TeamTodayReply | null
  teamAskedAtMs: number
  busyId: string | null
  notes: Readonly<Record<string, string>>
  /** Comments under way, by request. */
  comments: Readonly<Record<string, string>>
}

const idOf = ({ id }: ApprovalReply) => id

function listOf(query: { readonly role: 'requester' | 'approver'; readonly status?: 'pending' }) {
  return createPagedList(
    platform.time,
    (cursor) => services.api.approvals({ ...query, limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) }),
    idOf,
  )
}

/** Of one person: somebody else on this phone begins with nothing. */
export function createRequestsState(employeeId: string, department: string): RequestsState {
  return {
    employeeId,
    department,
    authority: null,
    isManager: false,
    segment: 'mine',
    lists: {
      waiting: listOf({ role: 'approver', status: 'pending' }),
      mine: listOf({ role: 'requester' }),
      decided: listOf({ role: 'approver' }),
    },
    failed: { waiting: false, mine: false, decided: false },
    team: null,
    teamAskedAtMs: 0,
    busyId: null,
    notes: {},
    comments: {},
  }
}

/** The head count of the team. @returns whether it was asked for: it is not asked for often, nor by whoever may not see it */
export async function readTeam(state: RequestsState): Promise<boolean> {
  const { authority, teamAskedAtMs, team } = state
  const nowMs = platform.time.nowMs()
  if (authority?.readsTeam !== true || (team !== null && nowMs - teamAskedAtMs < TEAM_EVERY_MS)) return false
  const context = (await services.contexts.current())?.context
  if (context?.capabilities.teamToday === false) return false
  state.teamAskedAtMs = nowMs
  const today = await services.api.teamToday({ limit: 1 })
  if (today.ok) state.team = today.value
  return true
}

/** All that the page is drawn from. */
export function factsOf(state: RequestsState): RequestsPageInput {
  const { lists, failed, department, authority, ...facts } = state
  const listFacts = (segment: Segment) => ({
    items: lists[segment].items(),
    hasMore: lists[segment].hasMore(),
    loadedAtMs: lists[segment].loadedAtMs(),
    hasFailed: failed[segment],
  })
  return {
    ...facts,
    nowMs: platform.time.nowMs(),
    lists: { waiting: listFacts('waiting'), mine: listFacts('mine'), decided: listFacts('decided') },
    teamName: authority?.isCompanyWide === true ? texts.team.wholeCompany : department || texts.team.myTeam,
  }
}
