import type { ConsentState } from '#contract/api'
import type { Coordinates } from '#contract/place'
import type { SlotInstance, WorkDay } from '#contract/work-day'
import type { ContextFacts, ContextStore } from '../../ports/context-store'
import type { RecordRow, RecordStore } from '../../ports/record-store'
import type { RuleStore } from '../../ports/rule-store'
import type { SiteForCheckIn, SiteStore } from '../../ports/site-store'
import type { Clock, Random } from '../../ports/system'
import { AppError } from '../../app-error'
import { consentState } from '../privacy/consent.rules'
import type { DayAttempt } from '../check-in/check-in-facts.rules'
import type { DayRules } from '../shifts/resolve-rules.rules'
import { relevantRange } from '../shifts/work-day.rules'
import { localDate } from '../shifts/zone-time.rules'
import { newChallenge, type NewChallenge } from './challenge.rules'
import {
  contextDay,
  currentDay,
  hasBegun,
  relevantRules,
  slotsToShow,
  standingOf,
  type ContextDay,
} from './context-days.rules'
import { boxAround, coarsePosition } from './near.rules'

const MOST_NEAR_SITES = 50
const MOST_ATTEMPTS = 20

export interface ContextPorts {
  readonly clock: Clock
  readonly random: Pick<Random, 'id'>
  readonly rules: Pick<RuleStore, 'loadRuleBook' | 'loadPersonSchedules'>
  readonly contexts: ContextStore
  readonly sites: Pick<SiteStore, 'loadSites' | 'customerSitesNear'>
  readonly records: Pick<RecordStore, 'listOwn'>
}

export interface ContextRequest {
  readonly employeeId: string
  /** The active key, or the candidate of an open rebind. */
  readonly keyThumbprint: string
  /** The phone's clock when it asked, epoch milliseconds. */
  readonly phoneTimeMs: number
  /** Used for this answer alone, on a grid of 0.02°, and only with consent. */
  readonly near: Coordinates | null
}

/** What is allowed to this person now. */
export interface Context {
  readonly nowMs: number
  readonly day: ContextDay
  readonly slots: readonly { readonly slot: SlotInstance; readonly standing: DayAttempt | null }[]
  readonly sites: readonly { readonly site: SiteForCheckIn; readonly planned: boolean }[]
  readonly rules: DayRules
  readonly consent: ConsentState
  readonly challenge: NewChallenge
  /** Of the day, newest first. */
  readonly attempts: readonly RecordRow[]
  readonly plans: readonly { readonly site: SiteForCheckIn; readonly note: string | null }[]
  /** Names. */
  readonly leaders: readonly string[]
}

/**
 * Slots, sites, policy and a fresh challenge; settles the zone of each work day that has begun.
 * @throws AppError EMPLOYEE_UNKNOWN
 */
export async function loadContext(ports: ContextPorts, request: ContextRequest): Promise<Context> {
  const { employeeId, keyThumbprint, phoneTimeMs } = request
  const nowMs = ports.clock.nowMs()
  const { fromDay, toDay } = relevantRange(nowMs)
  const [book, schedules, facts] = await Promise.all([
    ports.rules.loadRuleBook(),
    ports.rules.loadPersonSchedules([employeeId], fromDay, toDay),
    ports.contexts.loadContext(employeeId, fromDay, toDay, nowMs),
  ])
  const person = schedules.get(employeeId)
  if (person === undefined) throw new AppError('EMPLOYEE_UNKNOWN')

  const rulesOf = relevantRules(book, person, nowMs)
  const sites = await loadOpenSites(ports, [...rulesOf.values()], facts)
  const proposed = daysOf(rulesOf, facts, sites, facts.fixedZones)
  const challenge = newChallenge({ id: ports.random.id(), keyThumbprint, employeeId, nowMs, phoneTimeMs })
  const begun = proposed.filter((day) => hasBegun(day, nowMs)).map((day): [WorkDay, string] => [day.workDay, day.zone])
  const fixedZones = new Map([...facts.fixedZones, ...(await ports.contexts.openContext(challenge, new Map(begun)))])

  const days = daysOf(rulesOf, facts, sites, fixedZones)
  const day = currentDay(days, facts.attempts, localDate(nowMs, person.zone ?? book.company.zone), nowMs)
  const slots = slotsToShow(days, day, nowMs)
  const consent = consentState(facts.notices, facts.consents, nowMs, day.rules.policy.consentGraceDays)
  const [near, attempts] = await Promise.all([
    consent.sufficient ? loadNearSites(ports, request.near) : [],
    loadAttempts(ports, employeeId, day, facts),
  ])
  return {
    nowMs,
    day,
    slots: slots.map((slot) => ({ slot, standing: standingOf(slot, facts.attempts) })),
    sites: sitesToShow(days, new Set([day.workDay, ...slots.map((slot) => slot.workDay)]), facts, sites, near),
    rules: day.rules,
    consent,
    challenge,
    attempts,
    plans: facts.plans
      .filter((plan) => plan.workDay === day.workDay)
      .flatMap(({ siteId, note }) => {
        const site = sites.get(siteId)
        return site === undefined ? [] : [{ site, note }]
      }),
    leaders: facts.leaders,
  }
}

type SitesById = ReadonlyMap<string, SiteForCheckIn>

async function loadOpenSites(
  { sites }: ContextPorts,
  rules: readonly DayRules[],
  { plans }: ContextFacts,
): Promise<SitesById> {
  const ids = new Set([...rules.flatMap((day) => day.siteIds), ...plans.map((plan) => plan.siteId)])
  const rows = await sites.loadSites([...ids])
  return new Map(rows.filter((site) => site.archivedAtMs === null).map((site) => [site.id, site]))
}

function daysOf(
  rulesOf: ReadonlyMap<WorkDay, DayRules>,
  { plans }: ContextFacts,
  sites: SitesById,
  fixed: ReadonlyMap<WorkDay, string>,
): ContextDay[] {
  const planned = new Map<WorkDay, string>()
  for (const { workDay, siteId } of plans) {
    const zone = sites.get(siteId)?.zone
    if (typeof zone === 'string' && !planned.has(workDay)) planned.set(workDay, zone)
  }
  return [...rulesOf].map(([workDay, rules]) => contextDay(workDay, rules, { fixed, planned }))
}

/** Most contexts of a day come before its first attempt: they ask for none. */
async function loadAttempts(
  { records }: ContextPorts,
  employeeId: string,
  { workDay }: ContextDay,
  { attempts }: ContextFacts,
): Promise<readonly RecordRow[]> {
  if (!attempts.some(({ slot }) => slot.workDay === workDay)) return []
  return records.listOwn({ employeeId, workDay, beforeId: null, limit: MOST_ATTEMPTS })
}

async function loadNearSites({ sites }: ContextPorts, near: Coordinates | null): Promise<readonly SiteForCheckIn[]> {
  if (near === null) return []
  const { south, west, north, east } = boxAround(coarsePosition(near))
  return sites.customerSitesNear(south, west, north, east, MOST_NEAR_SITES)
}

/** Planned sites first, then the rule's fixed ones, then customers nearby; each once. */
function sitesToShow(
  days: readonly ContextDay[],
  shownDays: ReadonlySet<WorkDay>,
  { plans }: ContextFacts,
  sites: SitesById,
  near: readonly SiteForCheckIn[],
): Context['sites'] {
  const planned = new Set(plans.filter((plan) => shownDays.has(plan.workDay)).map((plan) => plan.siteId))
  const fixed = days.filter((day) => shownDays.has(day.workDay)).flatMap((day) => day.rules.siteIds)
  const known = [...planned, ...fixed].flatMap((id) => sites.get(id) ?? [])
  const once = new Map([...known, ...near].map((site) => [site.id, site]))
  return [...once.values()].map((site) => ({ site, planned: planned.has(site.id) }))
}
