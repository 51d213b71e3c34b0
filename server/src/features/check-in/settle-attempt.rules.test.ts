/** What each cause makes of each state of a stored attempt. */
import type { FindingCode, Outcome } from '#contract/decision'
import { CHECKS, FINDINGS } from '#contract/finding-codes'
import { DEFAULT_POLICY } from '#contract/policy'
import { at, CAPTURED, dayAttempt, lateSlot, MINUTE, nameOf, visitSlot } from '../../../test/check-in-builders'
import {
  DEADLINE,
  LEADER,
  photos,
  APPROVED,
  REJECTED,
  LAPSED,
  REBOUND,
  NOT_REBOUND,
  REBIND_LAPSED,
  VERIFIED,
  FAILED,
  awaiting,
  application,
  candidate,
  accepted,
  refused,
  after,
  settled,
} from '../../../test/settlement-builders'
import { settleAttempt } from './settle-attempt.rules'
import type { SettleCause, SettlementFacts } from './settlement-facts.rules'

type State =
  | 'awaiting'
  | 'application'
  | 'application, photo there'
  | 'candidate'
  | 'candidate, photo there'
  | 'accepted'
  | 'refused'
  | 'superseded'
const STATES: Record<State, SettlementFacts> = {
  awaiting: awaiting(),
  application: application(),
  'application, photo there': after(application(VERIFIED), photos()),
  candidate: candidate(),
  'candidate, photo there': after(candidate(VERIFIED), photos()),
  accepted: accepted(),
  refused: refused(),
  superseded: accepted({ outcome: 'superseded' }),
}

type Cause =
  | 'photos verified'
  | 'a photo failed'
  | 'past the deadline'
  | 'approved'
  | 'rejected'
  | 'lapsed'
  | 'rebind approved'
  | 'rebind rejected'
  | 'rebind lapsed'
const CAUSES: Record<Cause, [cause: SettleCause, meanwhile: Partial<SettlementFacts>]> = {
  'photos verified': [photos(), VERIFIED],
  'a photo failed': [photos(), FAILED],
  'past the deadline': [photos(DEADLINE + 1), {}],
  approved: [APPROVED, {}],
  rejected: [REJECTED, {}],
  lapsed: [LAPSED, {}],
  'rebind approved': [REBOUND, {}],
  'rebind rejected': [NOT_REBOUND, {}],
  'rebind lapsed': [REBIND_LAPSED, {}],
}

const ALL_UNCHANGED = Object.fromEntries(Object.keys(CAUSES).map((cause) => [cause, 'unchanged'])) as Record<
  Cause,
  'unchanged'
>
type Expected = 'unchanged' | `${Outcome} ${FindingCode | 'ACCEPTED'}`
const EXPECTED: Record<State, Record<Cause, Expected>> = {
  awaiting: {
    ...ALL_UNCHANGED,
    'photos verified': 'accepted ACCEPTED',
    'a photo failed': 'refused PHOTO_MISMATCH',
    'past the deadline': 'refused PHOTO_NOT_UPLOADED',
  },
  application: {
    ...ALL_UNCHANGED,
    'photos verified': 'pending OUT_OF_RANGE',
    'a photo failed': 'refused PHOTO_MISMATCH',
    'past the deadline': 'refused PHOTO_NOT_UPLOADED',
    approved: 'pending PHOTO_AWAITED',
    rejected: 'refused OUT_OF_RANGE',
    lapsed: 'refused OUT_OF_RANGE',
  },
  'application, photo there': {
    ...ALL_UNCHANGED,
    'a photo failed': 'refused PHOTO_MISMATCH',
    approved: 'accepted ACCEPTED',
    rejected: 'refused OUT_OF_RANGE',
    lapsed: 'refused OUT_OF_RANGE',
  },
  candidate: {
    ...ALL_UNCHANGED,
    'photos verified': 'pending DEVICE_AWAITING_APPROVAL',
    'a photo failed': 'refused PHOTO_MISMATCH',
    'past the deadline': 'refused PHOTO_NOT_UPLOADED',
    'rebind approved': 'pending PHOTO_AWAITED',
    'rebind rejected': 'refused DEVICE_AWAITING_APPROVAL',
    'rebind lapsed': 'refused DEVICE_AWAITING_APPROVAL',
  },
  'candidate, photo there': {
    ...ALL_UNCHANGED,
    'a photo failed': 'refused PHOTO_MISMATCH',
    'rebind approved': 'accepted ACCEPTED',
    'rebind rejected': 'refused DEVICE_AWAITING_APPROVAL',
    'rebind lapsed': 'refused DEVICE_AWAITING_APPROVAL',
  },
  accepted: { ...ALL_UNCHANGED, 'a photo failed': 'pending PHOTO_MISMATCH' },
  refused: ALL_UNCHANGED,
  superseded: ALL_UNCHANGED,
}

const ROWS = (Object.keys(EXPECTED) as State[]).flatMap((state) =>
  (Object.keys(CAUSES) as Cause[]).map((cause) => [state, cause, EXPECTED[state][cause]] as const),
)

describe('every cause upon every state', () => {
  it.each(ROWS)('%s, %s: %s', (state, name, expected) => {
    const [cause, meanwhile] = CAUSES[name]
    const facts = { ...STATES[state], ...meanwhile }
    const decision = settleAttempt(facts, cause)
    expect(decision === 'unchanged' ? decision : `${decision.outcome} ${decision.code}`).toBe(expected)
    if (decision === 'unchanged') return
    // Once more changes nothing, findings keep the order of the checks, and it is plain data.
    expect(settleAttempt({ ...after(facts, cause) }, cause)).toBe('unchanged')
    const places = decision.findings.map(({ code }) => CHECKS.indexOf(FINDINGS[code].check))
    expect(places).toEqual([...places].sort((left, right) => left - right))
    expect(decision.checks.map(({ check }) => check)).toEqual(facts.checks.map(({ check }) => check))
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
  })
})

describe('accepted beside another', () => {
  const of = (slot: ReturnType<typeof lateSlot>, capturedAtMs: number, changes: Partial<SettlementFacts> = {}) => ({
    ...application(VERIFIED),
    slot: nameOf(slot),
    capturedAtMs,
    ...changes,
  })
  const early = { ...lateSlot(), kind: 'early' } as const
  const other = (
    slot: ReturnType<typeof lateSlot>,
    capturedAtMs: number,
    more: Parameters<typeof dayAttempt>[0] = {},
  ) => dayAttempt({ id: 'other', slot: nameOf(slot), capturedAtMs, ...more })

  it.each<[string, SettlementFacts, 'accepted' | 'superseded', readonly string[]]>([
    [
      'early: the earlier stands',
      of(early, at('08:10'), { dayAttempts: [other(early, at('08:30'))] }),
      'accepted',
      ['other'],
    ],
    [
      'early: the later does not',
      of(early, at('08:40'), { dayAttempts: [other(early, at('08:30'))] }),
      'superseded',
      [],
    ],
    ['early: at once', of(early, at('08:30'), { dayAttempts: [other(early, at('08:30'))] }), 'superseded', []],
    [
      'late: the later stands',
      of(lateSlot(), at('18:40'), { dayAttempts: [other(lateSlot(), at('18:30'))] }),
      'accepted',
      ['other'],
    ],
    [
      'late: the earlier does not',
      of(lateSlot(), at('18:10'), { dayAttempts: [other(lateSlot(), at('18:30'))] }),
      'superseded',
      [],
    ],
    ['late: at once', of(lateSlot(), at('18:30'), { dayAttempts: [other(lateSlot(), at('18:30'))] }), 'superseded', []],
    [
      'visits: one of the same site within minutes does not',
      of(visitSlot(), at('10:10'), { dayAttempts: [other(visitSlot(), at('10:00'))] }),
      'superseded',
      [],
    ],
    [
      'visits: nor one captured before it',
      of(visitSlot(), at('09:50'), { dayAttempts: [other(visitSlot(), at('10:00'))] }),
      'superseded',
      [],
    ],
    [
      'visits: one of the same site later than that does',
      of(visitSlot(), at('10:10') + 1, { dayAttempts: [other(visitSlot(), at('10:00'))] }),
      'accepted',
      [],
    ],
    [
      'visits: as the policy has it',
      of(visitSlot(), at('10:10'), {
        policy: { ...DEFAULT_POLICY, visitRepeatMinutes: 9 },
        dayAttempts: [other(visitSlot(), at('10:00'))],
      }),
      'accepted',
      [],
    ],
    [
      'visits: another site’s does',
      of(visitSlot(), at('10:05'), { dayAttempts: [other(visitSlot(), at('10:00'), { siteId: 'site-other' })] }),
      'accepted',
      [],
    ],
    [
      'visits: those of no known site all do',
      of(visitSlot(), at('10:05'), { siteId: null, dayAttempts: [other(visitSlot(), at('10:00'), { siteId: null })] }),
      'accepted',
      [],
    ],
    [
      'a pending one is in nobody’s way',
      of(early, at('08:40'), { dayAttempts: [other(early, at('08:30'), { outcome: 'pending' })] }),
      'accepted',
      [],
    ],
    [
      'another span is another slot',
      of(early, at('08:40'), { dayAttempts: [other({ ...early, span: 2 }, at('08:30'))] }),
      'accepted',
      [],
    ],
  ])('%s', (_title, facts, outcome, supersedes) => {
    const ready = after(facts, photos())
    expect(settled(ready, APPROVED)).toMatchObject({ outcome, code: 'ACCEPTED', supersedes, approvedBy: LEADER })
  })

  const gone = (slot: Parameters<typeof nameOf>[0], capturedAtMs: number, id: string) =>
    other(slot, capturedAtMs, { id, outcome: 'superseded' })
  it.each<[string, SettlementFacts, string | null]>([
    [
      'late: the latest of those replaced counts again',
      of(lateSlot(), at('19:00'), {
        dayAttempts: [gone(lateSlot(), at('18:10'), 'first'), gone(lateSlot(), at('18:30'), 'second')],
      }),
      'second',
    ],
    [
      'early: the earliest',
      of(early, at('08:10'), { dayAttempts: [gone(early, at('08:40'), 'later'), gone(early, at('08:30'), 'sooner')] }),
      'sooner',
    ],
    [
      'none where another one stands',
      of(early, at('08:10'), { dayAttempts: [gone(early, at('08:40'), 'later'), other(early, at('08:30'))] }),
      null,
    ],
    ['none of another slot', of(early, at('08:10'), { dayAttempts: [gone(lateSlot(), at('18:10'), 'late')] }), null],
    [
      'visits: the earliest of those that it stood for',
      of(visitSlot(), at('10:00'), {
        dayAttempts: [
          gone(visitSlot(), at('10:09'), 'later'),
          gone(visitSlot(), at('10:05'), 'sooner'),
          gone(visitSlot(), at('09:40'), 'long before'),
        ],
      }),
      'sooner',
    ],
    [
      'visits: none beside another that stands',
      of(visitSlot(), at('10:00'), {
        dayAttempts: [gone(visitSlot(), at('10:05'), 'visit'), other(visitSlot(), at('10:12'))],
      }),
      null,
    ],
    [
      'visits: none of another site',
      of(visitSlot(), at('10:00'), {
        dayAttempts: [other(visitSlot(), at('10:05'), { outcome: 'superseded', siteId: 'site-other' })],
      }),
      null,
    ],
  ])('%s when it is refused', (_title, facts, reinstates) => {
    expect(settled(facts, REJECTED)).toMatchObject({ outcome: 'refused', reinstates })
    expect(settled(after(facts, photos()), APPROVED).reinstates).toBeNull()
  })

  it('replaces nothing while it is pending or refused', () => {
    const facts = { ...application(), dayAttempts: [dayAttempt({ capturedAtMs: CAPTURED + MINUTE })] }
    expect(settled(facts, APPROVED)).toMatchObject({ outcome: 'pending', supersedes: [] })
    expect(settled(facts, REJECTED)).toMatchObject({ outcome: 'refused', supersedes: [] })
  })
})
