/** What the server would have known of each try: a bound phone, consent, a fresh challenge, the open sites. */
import { isSameSlot, type SlotInstance } from '../../../miniprogram/contract/work-day'
import type {
  Attempt,
  CheckInFacts,
  DayAttempt,
  SiteFacts,
} from '../../../server/src/features/check-in/check-in-facts.rules'
import { sha256, type SiteSeed } from '../builders'
import type { DemoTry } from './judge'
import { demoHandset } from './phones'

/** Long before any seeded attempt: bound, agreed to and in force then. */
const LONG_BEFORE_MS = 0

export function toAttempt(item: DemoTry, id: (what: string) => string): Attempt {
  const { slot, fix, wifi, note, visit, device, applicationReason, capturedAtMs } = item
  const photo = {
    sha256: sha256(['demo', 'photo', id('photo')]),
    byteLength: 412_000,
    takenAtMs: capturedAtMs - 20_000,
  }
  return {
    requestId: id('request'),
    phoneTimeMs: capturedAtMs,
    challengeId: id('challenge'),
    challengePosition: 0,
    slot: { workDay: slot.workDay, kind: slot.kind, span: slot.span },
    siteId: item.siteId,
    fix,
    networkType: wifi === null ? '5g' : 'wifi',
    wifi,
    hasPresenceProof: false,
    applicationReason,
    photos: applicationReason === null ? [] : [photo],
    note,
    visit,
    device,
  }
}

export function factsOf(
  item: DemoTry,
  attempt: Attempt,
  dayAttempts: readonly DayAttempt[],
  keyThumbprint: string,
): CheckInFacts {
  const { rules, zone, slot, person, capturedAtMs } = item
  const slots: readonly SlotInstance[] = rules.slots(zone)
  const boundFacts = demoHandset(person.userId)
  return {
    employee: {
      id: item.employeeId,
      leftAtMs: null,
      consents: [{ version: 1, givenAtMs: LONG_BEFORE_MS, withdrawnAtMs: null }],
      notices: [{ version: 1, publishedAtMs: LONG_BEFORE_MS }],
    },
    device: {
      keyThumbprint,
      signature: 'valid',
      state: 'active',
      owner: 'self',
      boundAtMs: LONG_BEFORE_MS,
      revokedAtMs: null,
      replacedAtMs: null,
      boundFacts,
      activeModel: boundFacts.model,
    },
    challenge: {
      id: attempt.challengeId,
      issuedAtMs: capturedAtMs - 40_000,
      clockOffsetMs: 0,
      issuedToThisKey: true,
      usedByAttemptId: null,
      nextIssuedAtMs: null,
    },
    rule: {
      ruleId: rules.ruleId,
      ruleName: rules.ruleName,
      version: rules.version,
      policy: rules.policy,
      slot: slots.find((other) => isSameSlot(other, slot)) ?? null,
    },
    zone: item.zone,
    dayAttempts,
    sites: item.sites,
    presenceProof: { result: 'missing' },
    photos: attempt.photos.map(({ sha256 }) => ({
      sha256,
      state: 'awaited',
      problem: null,
      usedBeforeAtMs: null,
      nearestDistance: null,
    })),
    risk: {
      earlierFixes: [],
      sameCoordinates: { otherPeople: 0, otherDays: 0 },
      sharedHandset: { otherPeople: 0, networkAddressKnownSiteId: null },
      networkAddressHash: '',
      networkSiteId: null,
      networkSiteName: null,
    },
    unprovenCaptures: 0,
    outages: [],
  }
}

export function toSiteFacts(seed: SiteSeed): SiteFacts {
  const { id = '', name = '', kind = 'office', fence, mainlandChina = true, wifi = [], gateway } = seed
  if (fence === undefined) throw new Error(`The demo's site ${name} has no fence`)
  return {
    id,
    name,
    kind,
    fence,
    mainlandChina,
    wifi,
    wifiProof: gateway === undefined ? 'bssid' : 'gateway',
    planned: false,
    gateway: gateway === undefined ? null : { skewMs: 0, clockWrong: false },
    networkAddressHashes: [],
  }
}
