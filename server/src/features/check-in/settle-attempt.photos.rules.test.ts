/** What photos that come later, fail, or look like others make of a stored attempt. */
import type { Finding, Outcome } from '#contract/decision'
import { type Severity } from '#contract/finding-codes'
import { at, CAPTURED, checkIn, MINUTE, photo } from '../../../test/check-in-builders'
import {
  DEADLINE,
  settlementPhoto,
  storedAttempt,
  LEADER,
  photos,
  APPROVED,
  VERIFIED,
  FAILED,
  WITH_PHOTO,
  awaiting,
  accepted,
  after,
  settled,
  severityOf,
} from '../../../test/settlement-builders'
import { settleAttempt, type SettledDecision } from './settle-attempt.rules'

describe('photos', () => {
  it('count when verified by the deadline, not a moment later', () => {
    const late = { photos: [settlementPhoto({ state: 'awaited' })] }
    expect(settled(awaiting(VERIFIED), photos(DEADLINE))).toMatchObject({
      outcome: 'accepted',
      evidenceState: 'verified',
      decidedBy: 'rule',
      approvedBy: null,
    })
    expect(settleAttempt(awaiting(late), photos(DEADLINE))).toBe('unchanged')
    expect(settled(awaiting(late), photos(DEADLINE + 1))).toMatchObject({
      outcome: 'refused',
      code: 'PHOTO_NOT_UPLOADED',
      evidenceState: 'failed',
    })
  })

  it('that were given up did not come, at the deadline itself too', () => {
    const givenUp = { photos: [settlementPhoto({ state: 'failed', problem: 'not_uploaded' })] }
    expect(settled(awaiting(givenUp), photos(DEADLINE))).toMatchObject({
      outcome: 'refused',
      code: 'PHOTO_NOT_UPLOADED',
      evidenceState: 'failed',
    })
  })

  it('have a deadline that is stored with the attempt: uploadUntil + 2 h, none without a photo or a slot', () => {
    expect(storedAttempt(checkIn(WITH_PHOTO)).evidenceDeadlineMs).toBe(DEADLINE)
    expect(storedAttempt(checkIn()).evidenceDeadlineMs).toBeNull()
    expect(storedAttempt(checkIn({ ...WITH_PHOTO, slot: null })).evidenceDeadlineMs).toBeNull()
  })

  it('that were verified in time are not asked for their deadline again', () => {
    expect(settleAttempt(accepted(), photos(DEADLINE + 1))).toBe('unchanged')
  })

  it('wait for each other: the first of two changes nothing', () => {
    const two = [photo(), photo({ sha256: 'c'.repeat(64) })]
    const first = settlementPhoto()
    const second = settlementPhoto({ sha256: 'c'.repeat(64), state: 'awaited' })
    const facts = awaiting({ photos: [first, second] }, { attempt: { photos: two } })
    expect(settleAttempt(facts, photos())).toBe('unchanged')
    const verified = settlementPhoto({ sha256: 'c'.repeat(64) })
    expect(settled({ ...facts, photos: [first, verified] }, photos())).toMatchObject({ outcome: 'accepted' })
    expect(settled(facts, photos(DEADLINE + 1))).toMatchObject({ outcome: 'refused', code: 'PHOTO_NOT_UPLOADED' })
  })

  it('show in the row of evidence, which keeps what the rule asks for', () => {
    const row = ({ checks }: Pick<SettledDecision, 'checks'>) => checks.find(({ check }) => check === 'evidence')
    const facts = awaiting({}, { policy: { photoFor: ['early'] } })
    const asked = { photoRequired: true, noteRequired: false, visitRecordRequired: false }
    expect(row(facts)).toMatchObject({ result: 'failed', asked, seen: { finding: 'PHOTO_AWAITED' } })
    expect(row(settled({ ...facts, ...VERIFIED }, photos()))).toEqual({
      check: 'evidence',
      result: 'passed',
      asked,
      seen: { photoCount: 1 },
    })
    expect(row(settled({ ...facts, ...FAILED }, photos()))).toMatchObject({
      result: 'failed',
      seen: { finding: 'PHOTO_MISMATCH', case: 'hash' },
    })
  })

  it('used before by an attempt that came in at the same moment: refused, or pending once it was accepted', () => {
    const reused = { photos: [settlementPhoto({ usedBeforeAtMs: at('08:52') })] }
    expect(settled(awaiting(reused), photos())).toMatchObject({ outcome: 'refused', code: 'PHOTO_REUSED' })
    expect(settled(accepted(reused), photos())).toMatchObject({ outcome: 'pending', code: 'PHOTO_REUSED' })
  })

  it('keep their staleness as it was judged: nothing that changes speaks of it', () => {
    const stale: Finding = {
      code: 'PHOTO_STALE',
      severity: 'note',
      asked: { withinMinutes: 10 },
      seen: { apartMinutes: 12 },
    }
    const facts = awaiting({ ...VERIFIED, claims: [photo({ takenAtMs: CAPTURED - 40 * MINUTE })] })
    expect(severityOf(settled(facts, photos()), 'PHOTO_STALE')).toBeNull()
    const kept = { ...facts, findings: [...facts.findings, stale] }
    expect(severityOf(settled(kept, photos()), 'PHOTO_STALE')).toBe('note')
  })
})

describe('pictures that look alike', () => {
  const nearBy = (bits: number) => ((0xffn >> BigInt(8 - bits)) ^ 0x0f0f0f0f0f0f0f0fn).toString(16).padStart(16, '0')
  it.each<[bits: number, onReview: 'list' | 'pending', outcome: Outcome, severity: Severity | null]>([
    [0, 'list', 'accepted', 'review'],
    [8, 'list', 'accepted', 'review'],
    [8, 'pending', 'pending', 'pending'],
  ])('%i bits apart, signs are to %s: %s', (bits, onReview, outcome, severity) => {
    const facts = awaiting({ ...VERIFIED, otherPictures: ['ffffffffffffffff', nearBy(bits)] }, { policy: { onReview } })
    const decision = settled(facts, photos())
    expect([decision.outcome, severityOf(decision, 'PHOTO_SIMILAR')]).toEqual([outcome, severity])
    expect(decision.checks.find(({ check }) => check === 'risk')).toMatchObject({
      result: 'failed',
      seen: { finding: 'PHOTO_SIMILAR', nearestBits: bits },
    })
  })

  it('9 bits apart, or hashes that nobody can read, are no sign', () => {
    const nine = (0x1ffn ^ 0x0f0f0f0f0f0f0f0fn).toString(16).padStart(16, '0')
    const facts = awaiting({ ...VERIFIED, otherPictures: [nine, '', 'zz'] }, { policy: { onReview: 'pending' } })
    expect(settled(facts, photos())).toMatchObject({ outcome: 'accepted', findings: [] })
  })

  it('are approved once; only a nearer one is a new sign', () => {
    const policy = { policy: { onReview: 'pending' } } as const
    const waiting = after(awaiting({ ...VERIFIED, otherPictures: [nearBy(6)] }, policy), photos())
    const approved = after(waiting, APPROVED)
    expect(approved).toMatchObject({ outcome: 'accepted', approvedBy: LEADER })
    expect(settleAttempt({ ...approved, otherPictures: [nearBy(6), nearBy(7)] }, photos())).toBe('unchanged')
    expect(settleAttempt({ ...approved, otherPictures: [] }, photos())).toBe('unchanged')
    const nearer = settled({ ...approved, otherPictures: [nearBy(2)] }, photos())
    expect([nearer.outcome, nearer.code, severityOf(nearer, 'PHOTO_SIMILAR')]).toEqual([
      'pending',
      'PHOTO_SIMILAR',
      'pending',
    ])
  })
})
