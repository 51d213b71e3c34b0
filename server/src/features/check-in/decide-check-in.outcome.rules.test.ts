/** Order of the checks, severities and policies, and what a decision carries besides its findings. */
import type { FindingCode } from '#contract/finding-codes'
import {
  at,
  CAPTURED,
  checkIn,
  dayAttempt,
  decideOn,
  fix,
  fixOutside,
  GATEWAY_SITE,
  MINUTE,
  OFFICE_WIFI,
  OTHER_WIFI,
  photo,
  photoFacts,
  SECOND,
  withProof,
  type Scenario,
} from '../../../test/check-in-builders'

const SHARED = { sharedHandset: { otherPeople: 1, networkAddressKnownSiteId: null } }
const FORGED = { device: { signature: 'invalid' } } as const
const codesOf = (scenario: Scenario) => decideOn(scenario).findings.map(({ code }) => code)

describe('the ordinary check-in', () => {
  it('is accepted without a finding, at its site, by its fence', () => {
    const decision = decideOn(checkIn())
    expect(decision).toMatchObject({
      outcome: 'accepted',
      code: 'ACCEPTED',
      findings: [],
      capturedAtMs: CAPTURED,
      deferred: false,
      siteId: 'site-zhangjiang',
      presenceBy: 'fence',
      lateMinutes: 0,
      evidenceState: 'none',
      standingAttemptId: null,
      supersedes: [],
      discardsEvidence: false,
    })
    expect(decision.signedDistanceMetres).toBeCloseTo(-114.7, 1)
    expect(decision.checks.map(({ check, result }) => `${check} ${result}`)).toEqual([
      'employee passed',
      'device passed',
      'challenge passed',
      'slot passed',
      'duplicate passed',
      'fence passed',
      'wifi not_needed',
      'evidence not_needed',
      'risk passed',
    ])
  })

  it.each([
    ['on time to the end of grace', at('09:05:59'), 0],
    ['late from the next minute', at('09:06:00'), 6],
  ])('%s', (_title, capturedAtMs, lateMinutes) => {
    const decision = decideOn(checkIn({ nowMs: capturedAtMs + SECOND }))
    expect([decision.outcome, decision.lateMinutes]).toEqual(['accepted', lateMinutes])
  })
})

describe('order', () => {
  it('keeps the findings of all checks; the first refusal names the decision', () => {
    const scenario = checkIn({
      nowMs: at('09:40'),
      employee: { leftAtMs: at('09:00') },
      device: { owner: 'other' },
      challenge: { usedByAttemptId: 'attempt-first' },
      policy: { photoFor: ['early'] },
      attempt: { fix: fixOutside(900) },
      facts: { dayAttempts: [dayAttempt()] },
      risk: SHARED,
    })
    expect(codesOf(scenario)).toEqual<FindingCode[]>([
      'EMPLOYEE_INACTIVE',
      'DEVICE_BOUND_TO_ANOTHER',
      'CHALLENGE_USED',
      'OUTSIDE_WINDOW',
      'DUPLICATE_SLOT',
      'OUT_OF_RANGE',
      'WIFI_UNREADABLE',
      'PHOTO_REQUIRED',
      'HANDSET_SHARED',
    ])
    expect(decideOn(scenario).code).toBe('EMPLOYEE_INACTIVE')
  })

  it('lets a later refusal outweigh an earlier pending', () => {
    const scenario = checkIn({ device: { boundFacts: null }, attempt: { fix: fixOutside(900) } })
    expect(decideOn(scenario)).toMatchObject({ outcome: 'refused', code: 'OUT_OF_RANGE' })
  })

  it('puts a photo that a sign asks for before the sign', () => {
    const decision = decideOn(checkIn({ policy: { onReview: 'pending' }, risk: SHARED }))
    expect(decision.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'PHOTO_REQUIRED pending',
      'HANDSET_SHARED pending',
    ])
    expect(decision.checks.find(({ check }) => check === 'evidence')?.result).toBe('failed')
  })
})

describe('severity: refuse > pending > review > note', () => {
  it.each<[string, Scenario, string, string]>([
    ['review is accepted and listed', checkIn({ risk: SHARED }), 'accepted', 'ACCEPTED'],
    ['a note is accepted', checkIn({ challenge: { nextIssuedAtMs: CAPTURED - 1 } }), 'accepted', 'ACCEPTED'],
    [
      'the policy raises review',
      checkIn({
        policy: { onReview: 'pending' },
        risk: SHARED,
        attempt: { photos: [photo()] },
        facts: { photos: [photoFacts()] },
      }),
      'pending',
      'HANDSET_SHARED',
    ],
    [
      'the policy raises no note',
      checkIn({ policy: { onReview: 'pending' }, challenge: { nextIssuedAtMs: CAPTURED - 1 } }),
      'accepted',
      'ACCEPTED',
    ],
    [
      'pending beside review',
      checkIn({ device: { boundFacts: null }, risk: SHARED }),
      'pending',
      'DEVICE_FACTS_CHANGED',
    ],
    [
      'refuse beside pending and review',
      checkIn({ slot: null, device: { boundFacts: null }, risk: SHARED }),
      'refused',
      'SLOT_UNKNOWN',
    ],
  ])('%s', (_title, scenario, outcome, code) => {
    expect(decideOn(scenario)).toMatchObject({ outcome, code })
  })
})

describe('without a verified signature or consent nothing else is looked at', () => {
  it.each<[string, Scenario, FindingCode[]]>([
    ['a bad signature', checkIn(FORGED), ['SIGNATURE_INVALID']],
    ['an unknown key', checkIn({ device: { state: 'unknown', owner: 'nobody' } }), ['DEVICE_NOT_BOUND']],
    ['no consent', checkIn({ employee: { consents: [] } }), ['CONSENT_REQUIRED']],
    [
      'no consent on another phone',
      checkIn({ employee: { consents: [] }, device: { owner: 'other' } }),
      ['CONSENT_REQUIRED', 'DEVICE_BOUND_TO_ANOTHER'],
    ],
  ])('%s', (_title, scenario, codes) => {
    const spoiled = {
      ...scenario,
      attempt: { ...scenario.attempt, fix: fixOutside(900), photos: [photo()], phoneTimeMs: 0 },
      facts: {
        ...scenario.facts,
        challenge: scenario.facts.challenge && { ...scenario.facts.challenge, usedByAttemptId: 'attempt-first' },
      },
    }
    const decision = decideOn(spoiled)
    expect(decision.findings.map(({ code }) => code)).toEqual(codes)
    expect(decision).toMatchObject({
      outcome: 'refused',
      discardsEvidence: true,
      siteId: null,
      presenceBy: null,
      signedDistanceMetres: null,
      evidenceState: 'none',
      standingAttemptId: null,
    })
    expect(decision.checks.slice(2).map(({ result }) => result)).toEqual(Array(7).fill('not_run'))
  })

  it('does not believe the time of an unverified attempt', () => {
    const forged = checkIn({
      ...FORGED,
      challenge: { issuedAtMs: CAPTURED - 60 * MINUTE },
      attempt: { phoneTimeMs: CAPTURED - 50 * MINUTE },
    })
    expect(decideOn(forged)).toMatchObject({ capturedAtMs: forged.nowMs, deferred: false })
  })

  it('judges the evidence of a revoked phone, whose signature is verified', () => {
    const decision = decideOn(checkIn({ device: { state: 'revoked', revokedAtMs: at('08:00') } }))
    expect(decision).toMatchObject({ outcome: 'refused', discardsEvidence: false, siteId: 'site-zhangjiang' })
  })
})

describe('presence', () => {
  it.each<[string, Scenario, FindingCode]>([
    ['nothing at all', checkIn({ attempt: { fix: null } }), 'LOCATION_MISSING'],
    ['another Wi-Fi, no fix', checkIn({ attempt: { fix: null, wifi: OTHER_WIFI } }), 'WIFI_NOT_ALLOWED'],
    [
      'another Wi-Fi, a bad fix',
      checkIn({ attempt: { fix: fix({ accuracyMetres: 380 }), wifi: OTHER_WIFI } }),
      'LOCATION_IMPRECISE',
    ],
    ['another Wi-Fi, outside', checkIn({ attempt: { fix: fixOutside(86), wifi: OTHER_WIFI } }), 'OUT_OF_RANGE'],
    [
      'the right Wi-Fi without its proof, outside',
      checkIn({ site: GATEWAY_SITE, attempt: { fix: fixOutside(86), wifi: OFFICE_WIFI } }),
      'PRESENCE_PROOF_MISSING',
    ],
  ])('names the side nearer to passing: %s', (_title, scenario, code) => {
    expect(decideOn(scenario).code).toBe(code)
  })

  it('keeps the failed side beside the passed one as a note', () => {
    const decision = decideOn(checkIn(withProof(2 * SECOND, { attempt: { fix: fixOutside(900) } })))
    expect(decision).toMatchObject({ outcome: 'accepted', presenceBy: 'wifi' })
    expect(decision.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['OUT_OF_RANGE note'])
    expect(
      decision.checks.filter(({ check }) => check === 'fence' || check === 'wifi').map(({ result }) => result),
    ).toEqual(['failed', 'passed'])
  })

  it('names the site of a pending application, and none of a refusal', () => {
    const application = { fix: fixOutside(900), applicationReason: '地下车库没信号', photos: [photo()] }
    expect(decideOn(checkIn({ attempt: application }))).toMatchObject({
      outcome: 'pending',
      siteId: 'site-zhangjiang',
      presenceBy: null,
      evidenceState: 'awaited',
    })
    expect(decideOn(checkIn({ attempt: { fix: fixOutside(900) } }))).toMatchObject({ outcome: 'refused', siteId: null })
  })
})
