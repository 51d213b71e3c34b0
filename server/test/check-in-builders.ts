/** Facts and attempts for tests: an accepted early check-in, from which each test changes what it is about. */
import type { PhotoClaim } from '#contract/api'
import type { Coordinates, Fix } from '#contract/place'
import { DEFAULT_POLICY, type Policy } from '#contract/policy'
import type { SlotInstance, SlotKind, SlotName } from '#contract/work-day'
import type {
  Attempt,
  ChallengeFacts,
  CheckInFacts,
  DayAttempt,
  Decision,
  DeviceKeyFacts,
  EarlierFix,
  EmployeeFacts,
  PhotoFacts,
  RiskFacts,
  SiteFacts,
} from '../src/features/check-in/check-in-facts.rules'
import { decideCheckIn } from '../src/features/check-in/decide-check-in.rules'

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Received on Wednesday 18 November 2026 at 08:52:10 in Shanghai, captured a second before. */
export const NOW = Date.parse('2026-11-18T08:52:10+08:00')
export const CAPTURED = NOW - SECOND
export const WORK_DAY = '2026-11-18'

const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180

/** A place so many metres north of another, by the great circle. */
export function north(of: Coordinates, metres: number): Coordinates {
  return { latitude: of.latitude + metres / METRES_PER_DEGREE, longitude: of.longitude }
}

/** An instant of the work day in Shanghai, e.g. `at('09:00')`. */
export function at(time: string, day: string = WORK_DAY): number {
  return Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}+08:00`)
}

export const CENTRE: Coordinates = { latitude: 31.20341, longitude: 121.59253 }
export const RADIUS_METRES = 150
export const OFFICE_BSSID = '3c:06:a7:8f:2a:10'
export const OFFICE_WIFI = { ssid: 'CJ-Office', bssid: OFFICE_BSSID }
export const OTHER_WIFI = { ssid: 'ChinaNet-8F2A', bssid: '3c:06:a7:8f:2a:99' }
export const MATE_60 = { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'Android 12' }

export function site(changes: Partial<SiteFacts> = {}): SiteFacts {
  return {
    id: 'site-zhangjiang',
    name: '张江总部',
    kind: 'office',
    fence: { kind: 'circle', centre: CENTRE, radiusMetres: RADIUS_METRES },
    mainlandChina: true,
    wifi: [OFFICE_WIFI],
    wifiProof: 'bssid',
    planned: false,
    gateway: null,
    networkAddressHashes: [],
    ...changes,
  }
}

export const GATEWAY_SITE: Partial<SiteFacts> = { wifiProof: 'gateway', gateway: { skewMs: 0, clockWrong: false } }

export function fix(changes: Partial<Fix> = {}): Fix {
  return {
    ...north(CENTRE, 35.3),
    system: 'gcj02',
    accuracyMetres: 12,
    sameFixForMs: 800,
    askedMsAgo: 1_500,
    ...changes,
  }
}

/** A fix so many metres outside the fence's edge (negative: inside), straight north of its centre. */
export function fixOutside(metres: number, changes: Partial<Fix> = {}): Fix {
  return fix({ ...north(CENTRE, RADIUS_METRES + metres), ...changes })
}

export function slot(changes: Partial<SlotInstance> = {}): SlotInstance {
  return {
    workDay: WORK_DAY,
    kind: 'early',
    span: 1,
    opensAtMs: at('08:00'),
    closesAtMs: at('09:30'),
    uploadUntilMs: at('24:00'),
    dueAtMs: at('09:00'),
    graceMinutes: 5,
    zone: 'Asia/Shanghai',
    ...changes,
  }
}

export const lateSlot = (changes: Partial<SlotInstance> = {}): SlotInstance =>
  slot({
    kind: 'late',
    opensAtMs: at('17:00'),
    closesAtMs: at('23:00'),
    dueAtMs: at('18:00'),
    graceMinutes: 0,
    ...changes,
  })

export const visitSlot = (changes: Partial<SlotInstance> = {}): SlotInstance =>
  slot({
    kind: 'visit',
    span: 0,
    opensAtMs: at('00:00'),
    closesAtMs: at('24:00'),
    dueAtMs: null,
    graceMinutes: 0,
    ...changes,
  })

export function photo(changes: Partial<PhotoClaim> = {}): PhotoClaim {
  return { sha256: 'a'.repeat(64), byteLength: 412_000, takenAtMs: CAPTURED - MINUTE, ...changes }
}

export function photoFacts(changes: Partial<PhotoFacts> = {}): PhotoFacts {
  return {
    sha256: 'a'.repeat(64),
    state: 'verified',
    problem: null,
    usedBeforeAtMs: null,
    nearestDistance: null,
    ...changes,
  }
}

export function dayAttempt(changes: Partial<DayAttempt> = {}): DayAttempt {
  const name: SlotName = { workDay: WORK_DAY, kind: 'early', span: 1 }
  return {
    id: 'attempt-before',
    slot: name,
    outcome: 'accepted',
    capturedAtMs: at('08:30'),
    siteId: 'site-zhangjiang',
    ...changes,
  }
}

export function earlierFix(changes: Partial<EarlierFix> = {}): EarlierFix {
  return {
    attemptId: 'attempt-earlier',
    capturedAtMs: CAPTURED - DAY,
    coordinates: CENTRE,
    system: 'gcj02',
    accuracyMetres: 10,
    ...changes,
  }
}

/** The slot's own name, for an attempt that names it. */
export function nameOf({ workDay, kind, span }: SlotInstance): SlotName {
  return { workDay, kind, span }
}

export interface Changes {
  readonly employee?: Partial<EmployeeFacts>
  readonly device?: Partial<DeviceKeyFacts>
  readonly challenge?: Partial<ChallengeFacts> | null
  readonly policy?: Partial<Policy>
  /** The slot of the rule; the attempt names it unless it says otherwise. */
  readonly slot?: SlotInstance | null
  readonly site?: Partial<SiteFacts>
  readonly risk?: Partial<RiskFacts>
  readonly facts?: Partial<CheckInFacts>
  readonly attempt?: Partial<Attempt>
  readonly nowMs?: number
}

export interface Scenario {
  readonly facts: CheckInFacts
  readonly attempt: Attempt
  readonly nowMs: number
}

/** An accepted, live early check-in inside the fence, but for the changes. Times follow `nowMs`. */
export function checkIn(changes: Changes = {}): Scenario {
  const nowMs = changes.nowMs ?? NOW
  const named = changes.slot === undefined ? slot() : changes.slot
  return {
    nowMs,
    facts: {
      employee: {
        id: 'employee-lin',
        leftAtMs: null,
        consents: [{ version: 3, givenAtMs: at('10:00', '2026-10-09'), withdrawnAtMs: null }],
        notices: [{ version: 3, publishedAtMs: at('10:00', '2026-10-01') }],
        ...changes.employee,
      },
      device: {
        keyThumbprint: 'b'.repeat(64),
        signature: 'valid',
        state: 'active',
        owner: 'self',
        boundAtMs: at('10:00', '2026-03-02'),
        revokedAtMs: null,
        replacedAtMs: null,
        boundFacts: MATE_60,
        activeModel: 'Mate 60',
        ...changes.device,
      },
      challenge:
        changes.challenge === null
          ? null
          : {
              id: 'challenge-1',
              issuedAtMs: nowMs - 41 * SECOND,
              clockOffsetMs: 0,
              issuedToThisKey: true,
              usedByAttemptId: null,
              nextIssuedAtMs: null,
              ...changes.challenge,
            },
      rule: {
        ruleId: 'rule-office',
        ruleName: '总部行政班',
        version: 12,
        policy: { ...DEFAULT_POLICY, ...changes.policy },
        slot: named,
      },
      zone: 'Asia/Shanghai',
      dayAttempts: [],
      sites: [site(changes.site)],
      presenceProof: { result: 'missing' },
      photos: [],
      risk: {
        earlierFixes: [],
        sameCoordinates: { otherPeople: 0, otherDays: 0 },
        sharedHandset: { otherPeople: 0, networkAddressKnownSiteId: null },
        networkAddressHash: 'a'.repeat(64),
        networkSiteId: null,
        networkSiteName: null,
        ...changes.risk,
      },
      unprovenCaptures: 0,
      outages: [],
      ...changes.facts,
    },
    attempt: {
      requestId: '0193b0c2-0000-7000-8000-000000000001',
      phoneTimeMs: nowMs - SECOND,
      challengeId: 'challenge-1',
      challengePosition: 0,
      slot: nameOf(named ?? slot()),
      siteId: null,
      fix: fix(),
      networkType: '5g',
      wifi: null,
      hasPresenceProof: false,
      applicationReason: null,
      photos: [],
      note: null,
      visit: null,
      device: MATE_60,
      ...changes.attempt,
    },
  }
}

export function decideOn({ facts, attempt, nowMs }: Scenario): Decision {
  return decideCheckIn(facts, attempt, nowMs)
}

/** Captured at one time and received at another, by a challenge taken before the capture. */
export function deferred(capturedAtMs: number, receivedAtMs: number, changes: Changes = {}): Scenario {
  return checkIn({
    ...changes,
    nowMs: receivedAtMs,
    challenge: changes.challenge === null ? null : { issuedAtMs: capturedAtMs - MINUTE, ...changes.challenge },
    attempt: { phoneTimeMs: capturedAtMs, ...changes.attempt },
  })
}

/** With a proof of the site's gateway, given so many milliseconds before receipt. */
export function withProof(msBeforeReceipt: number, changes: Changes = {}): Changes {
  const nowMs = changes.nowMs ?? NOW
  return {
    ...changes,
    site: { ...GATEWAY_SITE, ...changes.site },
    facts: {
      ...changes.facts,
      presenceProof: { result: 'valid', siteId: 'site-zhangjiang', issuedAtMs: nowMs - msBeforeReceipt },
    },
    attempt: { wifi: OFFICE_WIFI, hasPresenceProof: true, ...changes.attempt },
  }
}

export const KINDS: readonly SlotKind[] = ['early', 'visit', 'late']
