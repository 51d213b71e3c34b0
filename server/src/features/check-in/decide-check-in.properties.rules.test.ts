/** What holds for every attempt, whatever is sent. */
import fc from 'fast-check'
import { FINDINGS, SEVERITIES } from '#contract/finding-codes'
import type { ConnectedWifi, Fix } from '#contract/place'
import {
  CENTRE,
  checkIn,
  dayAttempt,
  decideOn,
  fixOutside,
  GATEWAY_SITE,
  KINDS,
  lateSlot,
  NOW,
  OFFICE_BSSID,
  photo,
  photoFacts,
  slot,
  visitSlot,
  type Changes,
  type Scenario,
} from '../../../test/check-in-builders'

const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option<Value, null>(values, { nil: null })
const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity))
const anyFix: fc.Arbitrary<Fix | null> = orNull(
  fc.record({
    latitude: fc.oneof(
      anyNumber,
      fc.double({ min: CENTRE.latitude - 0.003, max: CENTRE.latitude + 0.003, noNaN: true }),
    ),
    longitude: fc.oneof(anyNumber, fc.constant(CENTRE.longitude)),
    system: fc.constantFrom('gcj02' as const, 'wgs84' as const),
    accuracyMetres: orNull(fc.oneof(anyNumber, fc.double({ min: 1, max: 250, noNaN: true }))),
    sameFixForMs: anyNumber,
    askedMsAgo: anyNumber,
  }),
)
const anyWifi: fc.Arbitrary<ConnectedWifi | null> = orNull(
  fc.record({
    ssid: fc.string(),
    bssid: fc.oneof(fc.string(), fc.constantFrom(OFFICE_BSSID, '02:00:00:00:00:00', '')),
  }),
)
const anySlot = fc.constantFrom(slot(), lateSlot(), visitSlot(), null)

const anyChanges: fc.Arbitrary<Changes> = fc.record({
  nowMs: fc.integer({ min: NOW - 20 * 86_400_000, max: NOW + 20 * 86_400_000 }),
  slot: anySlot,
  policy: fc.record({
    outOfRange: fc.constantFrom('refuse' as const, 'application' as const, 'pending' as const),
    onReview: fc.constantFrom('list' as const, 'pending' as const),
    deviceFactsChanged: fc.constantFrom('pending' as const, 'refuse' as const),
    photoFor: fc.subarray([...KINDS]),
    noteFor: fc.subarray([...KINDS]),
    visitRecordRequired: fc.boolean(),
    wifiProof: fc.constantFrom(null, 'bssid' as const, 'gateway' as const, 'both' as const),
  }),
  employee: fc.record({ leftAtMs: orNull(fc.constantFrom(NOW - 1, NOW + 1)) }),
  device: fc.record({
    signature: fc.constantFrom('valid' as const, 'invalid' as const),
    state: fc.constantFrom('active' as const, 'candidate' as const, 'revoked' as const, 'unknown' as const),
    owner: fc.constantFrom('self' as const, 'other' as const, 'nobody' as const),
    revokedAtMs: orNull(fc.constantFrom(NOW - 1, NOW + 1)),
    replacedAtMs: orNull(fc.constantFrom(NOW - 1, NOW + 1)),
  }),
  challenge: orNull(
    fc.record({
      issuedAtMs: fc.integer({ min: NOW - 40 * 86_400_000, max: NOW + 86_400_000 }),
      clockOffsetMs: anyNumber,
      issuedToThisKey: fc.boolean(),
      usedByAttemptId: orNull(fc.constant('attempt-first')),
      nextIssuedAtMs: orNull(fc.constant(NOW)),
    }),
  ),
  site: fc.constantFrom({}, GATEWAY_SITE, { wifi: [] }),
  facts: fc.record({
    dayAttempts: fc.constantFrom([], [dayAttempt()]),
    photos: fc.constantFrom([], [photoFacts()], [photoFacts({ state: 'failed' })]),
    presenceProof: fc.oneof(
      fc.constant({ result: 'missing' as const }),
      fc.constant({ result: 'invalid' as const, reason: 'signature' as const }),
      fc.record({
        result: fc.constant('valid' as const),
        siteId: fc.constantFrom('site-zhangjiang', 'x'),
        issuedAtMs: anyNumber,
      }),
    ),
    unprovenCaptures: fc.nat(9),
  }),
  attempt: fc.record({
    phoneTimeMs: fc.oneof(anyNumber, fc.constant(NOW)),
    challengePosition: fc.oneof(fc.constant(0), anyNumber),
    fix: anyFix,
    wifi: anyWifi,
    applicationReason: orNull(fc.string()),
    note: orNull(fc.string()),
    photos: fc.constantFrom([], [photo()], [photo({ takenAtMs: Number.NaN })]),
    siteId: fc.constantFrom(null, 'site-zhangjiang', 'x'),
    device: fc.record({ brand: fc.string(), model: fc.string(), platform: fc.string(), system: fc.string() }),
  }),
})
const anyScenario: fc.Arbitrary<Scenario> = anyChanges.map(checkIn)
const RUNS = { numRuns: 400 }

describe('decideCheckIn', () => {
  it('never throws, is plain data, and gives the same answer twice', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const decision = decideOn(scenario)
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
        expect(decideOn(scenario)).toEqual(decision)
      }),
      RUNS,
    )
  })

  it('has the outcome of the worst severity, named by its first finding', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { outcome, code, findings } = decideOn(scenario)
        const worst = SEVERITIES.find((severity) => findings.some((found) => found.severity === severity))
        const named =
          worst === 'refuse' || worst === 'pending'
            ? findings.find(({ severity }) => severity === worst)?.code
            : 'ACCEPTED'
        expect(outcome).toBe(worst === 'refuse' ? 'refused' : worst === 'pending' ? 'pending' : 'accepted')
        expect(code).toBe(named)
      }),
      RUNS,
    )
  })

  it('never refuses for a sign, and never passes a check that has a refusal', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { findings, checks } = decideOn(scenario)
        expect(
          findings.filter(({ code, severity }) => FINDINGS[code].check === 'risk' && severity === 'refuse'),
        ).toEqual([])
        const refused = new Set<string>(
          findings.filter(({ severity }) => severity === 'refuse').map(({ code }) => FINDINGS[code].check),
        )
        expect(checks.filter(({ check, result }) => result === 'passed' && refused.has(check))).toEqual([])
      }),
      RUNS,
    )
  })

  it('captures between challenge and receipt', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { capturedAtMs } = decideOn(scenario)
        const { challenge } = scenario.facts
        expect(capturedAtMs).toBeLessThanOrEqual(scenario.nowMs)
        if (challenge?.issuedToThisKey === true)
          expect(capturedAtMs).toBeGreaterThanOrEqual(Math.min(challenge.issuedAtMs, scenario.nowMs))
      }),
      RUNS,
    )
  })

  it.each<[string, (scenario: Scenario) => Scenario]>([
    [
      'a used challenge',
      (scenario) => ({
        ...scenario,
        facts: {
          ...scenario.facts,
          challenge: scenario.facts.challenge && { ...scenario.facts.challenge, usedByAttemptId: 'x' },
        },
      }),
    ],
    [
      'no slot',
      (scenario) => ({ ...scenario, facts: { ...scenario.facts, rule: { ...scenario.facts.rule, slot: null } } }),
    ],
    [
      'a bad signature',
      (scenario) => ({
        ...scenario,
        facts: { ...scenario.facts, device: { ...scenario.facts.device, signature: 'invalid' } },
      }),
    ],
    [
      'no consent',
      (scenario) => ({
        ...scenario,
        facts: { ...scenario.facts, employee: { ...scenario.facts.employee, consents: [] } },
      }),
    ],
  ])('never accepts with a reason to refuse added: %s', (_title, spoil) => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        expect(decideOn(spoil(scenario)).outcome).toBe('refused')
      }),
      { numRuns: 150 },
    )
  })

  it('never accepts evidence that is unknown: no usable fix, no allowed network, no valid proof', () => {
    const useless = fc.oneof(
      fc.constant(null),
      fc
        .constantFrom(null, 0, -1, Number.NaN, Infinity, 201)
        .map((accuracyMetres) => fixOutside(-100, { accuracyMetres })),
      fc.constantFrom(Number.NaN, Infinity, 91).map((latitude) => fixOutside(-100, { latitude })),
    )
    const strange = orNull(
      fc.record({
        ssid: fc.constant('CJ-Office'),
        bssid: fc.constantFrom('', '00:00:00:00:00:00', '02:00:00:00:00:00', 'CJ-Office'),
      }),
    )
    fc.assert(
      fc.property(anyChanges, useless, strange, (changes, fix, wifi) => {
        const scenario = checkIn({
          ...changes,
          attempt: { ...changes.attempt, fix, wifi },
          facts: { ...changes.facts, presenceProof: { result: 'missing' } },
        })
        expect(decideOn(scenario).outcome).not.toBe('accepted')
        expect(decideOn(scenario).presenceBy).toBeNull()
      }),
      RUNS,
    )
  })

  it('accepts some of them: the properties are not empty', () => {
    const accepted = fc
      .sample(fc.double({ min: -150, max: 12, noNaN: true }), 50)
      .map((metres) => decideOn(checkIn({ attempt: { fix: fixOutside(metres) } })).outcome)
    expect(new Set(accepted)).toEqual(new Set(['accepted']))
  })
})
