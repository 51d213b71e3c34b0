/** What approvals and changes of phones make of a stored attempt, and what comes after them. */
import { at, CAPTURED, checkIn, photo } from '../../../test/check-in-builders'
import {
  DEADLINE,
  settlementPhoto,
  storedAttempt,
  LEADER,
  photos,
  APPROVED,
  REJECTED,
  LAPSED,
  REBOUND,
  VERIFIED,
  FAILED,
  APPLICATION,
  CANDIDATE,
  awaiting,
  application,
  candidate,
  accepted,
  after,
  settled,
  severityOf,
} from '../../../test/settlement-builders'
import { settleAttempt } from './settle-attempt.rules'
import type { SettlementFacts } from './settlement-facts.rules'

/** Its photos are verified; what else it waited for it still waits for. */
const withPhotoThere = (facts: SettlementFacts) => after(facts, photos())

describe('approval', () => {
  it('makes notes of what was pending, names the approver and keeps the codes', () => {
    const decision = settled(withPhotoThere(application(VERIFIED)), APPROVED)
    expect(decision).toMatchObject({ outcome: 'accepted', code: 'ACCEPTED', decidedBy: LEADER, approvedBy: LEADER })
    expect(decision.findings.map(({ code, severity, seen }) => [code, severity, seen['approval']])).toEqual([
      ['OUT_OF_RANGE', 'note', 'approved'],
      ['WIFI_UNREADABLE', 'note', 'approved'],
    ])
    // Where the phone was does not change.
    expect(decision.checks.find(({ check }) => check === 'fence')).toMatchObject({ result: 'failed' })
  })

  it('stands while the photo is still on its way, and the photo completes it', () => {
    const approved = after(application(), APPROVED)
    expect(approved).toMatchObject({ outcome: 'pending', code: 'PHOTO_AWAITED', approvedBy: LEADER })
    const decision = settled({ ...approved, ...VERIFIED }, photos())
    expect(decision).toMatchObject({ outcome: 'accepted', decidedBy: 'rule', approvedBy: LEADER })
    expect(severityOf(decision, 'OUT_OF_RANGE')).toBe('note')
    // It does not stand in for the photo.
    expect(settled(approved, photos(DEADLINE + 1))).toMatchObject({ outcome: 'refused', code: 'PHOTO_NOT_UPLOADED' })
  })

  it('says nothing of what fails after it: that is pending anew, and may be approved too', () => {
    const approved = after(application(), APPROVED)
    const failed = after({ ...approved, ...FAILED }, photos())
    expect(failed).toMatchObject({ outcome: 'pending', code: 'PHOTO_MISMATCH', approvedBy: LEADER })
    expect(settleAttempt(failed, photos(at('11:00')))).toBe('unchanged')
    const again = after(failed, { kind: 'approval', approved: true, by: 'employee-hr' })
    expect(again).toMatchObject({ outcome: 'accepted', approvedBy: 'employee-hr' })
    expect(settleAttempt(again, photos(at('12:00')))).toBe('unchanged')
    expect(settled(failed, REJECTED)).toMatchObject({ outcome: 'refused', code: 'PHOTO_MISMATCH', decidedBy: LEADER })
  })

  it('refused or lapsed says who decided, and that nobody did', () => {
    const [rejected, lapsed] = [REJECTED, LAPSED].map((cause) => settled(application(), cause))
    expect(rejected).toMatchObject({ decidedBy: LEADER, approvedBy: null })
    expect(rejected?.findings[0]).toMatchObject({ severity: 'refuse', seen: { approval: 'rejected' } })
    expect(lapsed).toMatchObject({ decidedBy: 'rule', approvedBy: null })
    expect(lapsed?.findings[0]).toMatchObject({ severity: 'refuse', seen: { approval: 'lapsed' } })
  })

  it('leaves signs that were only listed', () => {
    const sharedHandset = { otherPeople: 1, networkAddressKnownSiteId: null }
    const facts = after(awaiting(VERIFIED, { risk: { sharedHandset }, attempt: APPLICATION }), photos())
    expect(severityOf(settled(facts, APPROVED), 'HANDSET_SHARED')).toBe('review')
    expect(severityOf(settled(facts, REJECTED), 'HANDSET_SHARED')).toBe('review')
  })

  it('of the photo that a step-up asks for', () => {
    const sharedHandset = { otherPeople: 1, networkAddressKnownSiteId: null }
    const facts = storedAttempt(checkIn({ policy: { onReview: 'pending' }, risk: { sharedHandset } }))
    const approved = settled(facts, APPROVED)
    expect(approved).toMatchObject({ outcome: 'accepted' })
    expect(approved.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['PHOTO_REQUIRED', 'note'],
      ['HANDSET_SHARED', 'note'],
    ])
  })

  it('after a photo failed an accepted attempt, once more pending for each new failure', () => {
    const failed = after(accepted(FAILED), photos())
    const two = [photo(), photo({ sha256: 'c'.repeat(64), byteLength: 1 })]
    const both = {
      claims: two,
      photos: [...FAILED.photos, settlementPhoto({ sha256: 'c'.repeat(64), state: 'failed', problem: 'damaged' })],
    }
    expect(settled({ ...failed, ...both }, photos())).toMatchObject({ outcome: 'pending', code: 'PHOTO_MISMATCH' })
  })
})

describe('a change of phones', () => {
  const OTHER_PHONE = { boundFacts: { brand: 'HUAWEI', model: 'P60', platform: 'android', system: 'Android 12' } }

  it('approved is a note with its own words, and approves nothing else', () => {
    const facts = after(candidate(VERIFIED, { device: { ...CANDIDATE, ...OTHER_PHONE } }), photos())
    const decision = settled(facts, REBOUND)
    expect(decision).toMatchObject({
      outcome: 'pending',
      code: 'DEVICE_FACTS_CHANGED',
      decidedBy: LEADER,
      approvedBy: null,
    })
    expect(decision.findings[0]).toMatchObject({
      code: 'DEVICE_AWAITING_APPROVAL',
      severity: 'note',
      seen: { case: 'approved' },
    })
  })

  it('shows in the row of the device once nothing stands against it', () => {
    expect(
      settled(withPhotoThere(candidate(VERIFIED)), REBOUND).checks.find(({ check }) => check === 'device'),
    ).toMatchObject({ result: 'passed', seen: { finding: 'DEVICE_AWAITING_APPROVAL', case: 'approved' } })
  })

  it('is not decided with an attempt that was made on the old phone', () => {
    const oldPhone = { state: 'revoked', revokedAtMs: CAPTURED + 1, replacedAtMs: CAPTURED + 1 } as const
    const facts = storedAttempt(checkIn({ device: oldPhone }))
    expect(facts).toMatchObject({ outcome: 'pending', code: 'CAPTURED_ON_OLD_PHONE' })
    expect(settleAttempt(facts, REBOUND)).toBe('unchanged')
    expect(settled(facts, APPROVED)).toMatchObject({ outcome: 'accepted' })
  })
})
