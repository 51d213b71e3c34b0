import type { CheckInRules, LoadedCheckIn } from '../../ports/check-in-store'
import type { VerifyPresenceProof } from '../../ports/presence-proof'
import type { SiteForCheckIn, SiteStore } from '../../ports/site-store'
import { gatewayClockStanding } from '../sites-gateway/gateway-clock.rules'
import { rulesFor, type DayRules } from '../shifts/resolve-rules.rules'
import { zoneOfWorkDay } from '../shifts/work-day.rules'
import { assembleFacts, isInForce } from './assemble-facts.rules'
import { captureTime } from './capture-time.rules'
import type { Attempt, Decision, SiteFacts } from './check-in-facts.rules'
import { decideCheckIn } from './decide-check-in.rules'
import type { Submission } from './submit-check-in.usecase'

export interface JudgePorts {
  readonly checkInRules: CheckInRules
  readonly sites: Pick<SiteStore, 'loadSites'>
  readonly verifyPresenceProof: VerifyPresenceProof
}

export interface PlacesInput {
  readonly submission: Submission
  readonly attempt: Attempt
  readonly loaded: LoadedCheckIn
  readonly rules: DayRules
}

export interface JudgeInput extends PlacesInput {
  readonly places: Places
  readonly signatureVerified: boolean
}

/** The sites that matter for one attempt. */
export interface Places {
  /** Ids of the sites planned at capture. */
  readonly planned: readonly string[]
  /** Fixed, planned and named, open or not. */
  readonly sites: readonly SiteForCheckIn[]
}

export interface Judged {
  readonly decision: Decision
  readonly rules: DayRules
  readonly zone: string
  readonly siteName: string | null
}

/** The rules of the work day that the attempt names. */
export async function loadDayRules(
  ports: Pick<JudgePorts, 'checkInRules'>,
  { employeeId, body }: Submission,
): Promise<DayRules> {
  const { workDay } = body.slot
  const { book, person } = await ports.checkInRules.load({ employeeId, fromDay: workDay, toDay: workDay })
  return rulesFor(book, person, workDay)
}

export async function loadPlaces(
  ports: Pick<JudgePorts, 'sites'>,
  { submission, attempt, loaded, rules }: PlacesInput,
): Promise<Places> {
  const { capturedAtMs } = captureTime(loaded.challenge, attempt.phoneTimeMs, submission.receivedAtMs)
  const planned = loaded.plans.filter((plan) => isInForce(plan, capturedAtMs)).map((plan) => plan.siteId)
  return { planned, sites: await ports.sites.loadSites(siteIdsOf(rules, planned, attempt)) }
}

/** Checks the proof, puts the facts together, and decides. */
export async function judgeAttempt(
  ports: Pick<JudgePorts, 'verifyPresenceProof'>,
  { submission, attempt, loaded, rules, places, signatureVerified }: JudgeInput,
): Promise<Judged> {
  const { receivedAtMs } = submission
  const { planned, sites } = places
  const { capturedAtMs } = captureTime(loaded.challenge, attempt.phoneTimeMs, receivedAtMs)
  const open = sites.filter((site) => isOpen(site, capturedAtMs, attempt, [...rules.siteIds, ...planned]))
  const zone = zoneOfWorkDay({
    fixed: loaded.day.zone,
    plannedSite: zoneOfPlanned(planned, open),
    ...rules.zones,
  })
  const slots = rules.slots(zone)
  const presenceProof = await ports.verifyPresenceProof({
    // Without a verified signature evidence goes unread.
    proof: signatureVerified ? (submission.body.presenceProof ?? null) : null,
    gatewayJwksBySite: new Map(
      open.flatMap((site) => (site.gateway === null ? [] : [[site.id, JSON.stringify(site.gateway.publicKey)]])),
    ),
    skewMsBySite: new Map(open.flatMap((site) => (site.gateway === null ? [] : [[site.id, site.gateway.skewMs]]))),
    challenge: attempt.challengeId,
    position: attempt.challengePosition,
    deviceKeyThumbprint: submission.signed.keyThumbprint,
  })
  const facts = assembleFacts({
    loaded,
    attempt,
    signatureVerified,
    rules,
    slots,
    zone,
    sites: open.map((site) => toSiteFacts(site, planned)),
    presenceProof,
    receivedAtMs,
  })
  const decision = decideCheckIn(facts, attempt, receivedAtMs)
  return { decision, rules, zone, siteName: open.find((site) => site.id === decision.siteId)?.name ?? null }
}

function siteIdsOf(rules: DayRules, planned: readonly string[], attempt: Attempt): string[] {
  const named = attempt.slot.kind === 'visit' && attempt.siteId !== null ? [attempt.siteId] : []
  return [...new Set([...rules.siteIds, ...planned, ...named])]
}

/** The first plan made that says something; as the context reads it. */
function zoneOfPlanned(planned: readonly string[], open: readonly SiteForCheckIn[]): string | null {
  const zones = planned.map((id) => open.find((site) => site.id === id)?.zone ?? null)
  return zones.find((zone) => zone !== null) ?? null
}

/** Fixed and planned sites are open; a visit may also name a customer's or project's site that nobody planned. */
function isOpen(site: SiteForCheckIn, atMs: number, attempt: Attempt, listed: readonly string[]): boolean {
  if (site.createdAtMs > atMs || (site.archivedAtMs !== null && site.archivedAtMs <= atMs)) return false
  return listed.includes(site.id) || (attempt.slot.kind === 'visit' && site.kind !== 'office')
}

function toSiteFacts(site: SiteForCheckIn, planned: readonly string[]): SiteFacts {
  const { id, name, kind, fence, mainlandChina, wifi, wifiProof, gateway, networkAddressHashes } = site
  return {
    id,
    name,
    kind,
    fence,
    mainlandChina,
    wifi,
    wifiProof,
    networkAddressHashes,
    planned: planned.includes(id),
    gateway:
      gateway === null
        ? null
        : { skewMs: gateway.skewMs, clockWrong: gatewayClockStanding(gateway.skewMs) === 'wrong' },
  }
}
