/** Cases of check 7: photos, note, visit record. */
import type { PhotoFacts } from '../../src/features/check-in/check-in-facts.rules'
import {
  at,
  CAPTURED,
  checkIn,
  deferred,
  fixOutside,
  MINUTE,
  photo,
  photoFacts,
  slot,
  visitSlot,
  type Changes,
} from '../check-in-builders'
import { absent, found, type Cases } from './case'

/** One photo, and what is known of it. */
const withPhoto = (known: Partial<PhotoFacts> | null, claim: Parameters<typeof photo>[0] = {}, changes: Changes = {}) =>
  checkIn({
    ...changes,
    facts: { photos: known === null ? [] : [photoFacts(known)] },
    attempt: { photos: [photo(claim)], ...changes.attempt },
  })
const CANDIDATE = { state: 'candidate', boundAtMs: null } as const
const VISIT = { customer: '嘉澜纸业', purpose: '季度对账' }
const visit = (changes: Changes = {}) =>
  checkIn({ slot: visitSlot(), policy: { visitRecordRequired: true }, ...changes })
const TWO_HOURS_AFTER = at('02:00', '2026-11-19')
const awaitedAt = (nowMs: number) =>
  deferred(CAPTURED, nowMs, { facts: { photos: [photoFacts({ state: 'awaited' })] }, attempt: { photos: [photo()] } })

export const EVIDENCE_CASES = {
  PHOTO_REQUIRED: [
    found('refuse', 'the policy asks for one', checkIn({ policy: { photoFor: ['early'] } })),
    absent('the policy asks for visits only', checkIn({ policy: { photoFor: ['visit'] } })),
    absent('one is named', withPhoto(null, {}, { policy: { photoFor: ['early'] } })),
    found('refuse', 'the candidate key of a rebind', checkIn({ device: CANDIDATE })),
    found('refuse', 'captured while the rebind was open', checkIn({ device: { boundAtMs: CAPTURED + 1 } })),
    absent('bound at the moment of capture', checkIn({ device: { boundAtMs: CAPTURED } })),
    found(
      'refuse',
      'an application without one',
      checkIn({
        attempt: { fix: fixOutside(900), applicationReason: '地下车库没信号' },
      }),
    ),
    absent('an application that was not needed', checkIn({ attempt: { applicationReason: '地下车库没信号' } })),
    found(
      'pending',
      'a sign, where the policy steps up',
      checkIn({
        policy: { onReview: 'pending' },
        risk: { sharedHandset: { otherPeople: 1, networkAddressKnownSiteId: null } },
      }),
    ),
    absent(
      'a note does not step up',
      checkIn({ policy: { onReview: 'pending' }, challenge: { nextIssuedAtMs: CAPTURED - 1 } }),
    ),
  ],
  PHOTO_NOT_UPLOADED: [
    found('refuse', 'a moment after uploadUntil + 2 h', awaitedAt(TWO_HOURS_AFTER + 1)),
    absent('at uploadUntil + 2 h', awaitedAt(TWO_HOURS_AFTER)),
  ],
  PHOTO_MISMATCH: [
    found('refuse', 'verification failed', withPhoto({ state: 'failed' })),
    absent('verified', withPhoto({})),
    found('refuse', 'no picture', withPhoto({ state: 'failed', problem: 'type' })),
    found('refuse', 'another size', withPhoto({ state: 'failed', problem: 'size' })),
    found('refuse', 'other bytes', withPhoto({ state: 'failed', problem: 'hash' })),
    found('refuse', 'it cannot be decoded', withPhoto({ state: 'failed', problem: 'damaged' })),
    found('refuse', 'too large or too small', withPhoto({ state: 'failed', problem: 'dimensions' })),
    found('refuse', 'more than a picture in the file', withPhoto({ state: 'failed', problem: 'trailing' })),
  ],
  PHOTO_STALE: [
    found('refuse', 'a moment over 10 minutes before', withPhoto({}, { takenAtMs: CAPTURED - 10 * MINUTE - 1 })),
    absent('10 minutes before', withPhoto({}, { takenAtMs: CAPTURED - 10 * MINUTE })),
    absent('10 minutes after', withPhoto({}, { takenAtMs: CAPTURED + 10 * MINUTE })),
    found('refuse', 'a moment over 10 minutes after', withPhoto({}, { takenAtMs: CAPTURED + 10 * MINUTE + 1 })),
    absent(
      'by a clock that is an hour slow, as it was known',
      withPhoto(
        {},
        { takenAtMs: CAPTURED - 61 * MINUTE },
        {
          challenge: { clockOffsetMs: 60 * MINUTE },
          attempt: { phoneTimeMs: CAPTURED - 60 * MINUTE, photos: [photo({ takenAtMs: CAPTURED - 61 * MINUTE })] },
        },
      ),
    ),
    found('refuse', 'no readable time', withPhoto({}, { takenAtMs: Number.NaN })),
    found('refuse', 'a time beyond any calendar', withPhoto({}, { takenAtMs: Number.MAX_SAFE_INTEGER })),
  ],
  PHOTO_REUSED: [
    found('refuse', 'the same bytes were used before', withPhoto({ usedBeforeAtMs: at('09:00', '2026-11-12') })),
    absent('not used before', withPhoto({ usedBeforeAtMs: null })),
    found(
      'refuse',
      'used before and not yet uploaded',
      withPhoto({ state: 'awaited', usedBeforeAtMs: at('09:00', '2026-11-12') }),
    ),
  ],
  NOTE_REQUIRED: [
    found('refuse', 'the policy asks for one', checkIn({ policy: { noteFor: ['early'] } })),
    absent('it is there', checkIn({ policy: { noteFor: ['early'] }, attempt: { note: '送样品' } })),
    found('refuse', 'only blanks', checkIn({ policy: { noteFor: ['early'] }, attempt: { note: '  ' } })),
    absent('the policy asks for visits only', checkIn({ policy: { noteFor: ['visit'] } })),
    found(
      'refuse',
      'an application with four characters',
      checkIn({
        attempt: { fix: fixOutside(900), applicationReason: '没有信号', photos: [photo()] },
      }),
    ),
    absent('a short reason that was not needed', checkIn({ attempt: { applicationReason: '没信号' } })),
  ],
  VISIT_RECORD_REQUIRED: [
    found('refuse', 'none', visit()),
    absent('complete', visit({ attempt: { visit: VISIT } })),
    found('refuse', 'no purpose', visit({ attempt: { visit: { ...VISIT, purpose: ' ' } } })),
    absent('the policy does not ask', visit({ policy: {} })),
    absent('not a visit', checkIn({ policy: { visitRecordRequired: true } })),
  ],
  PHOTO_AWAITED: [
    found('pending', 'named, not uploaded', withPhoto({ state: 'awaited' })),
    absent('verified', withPhoto({ state: 'verified' })),
    found('pending', 'nothing is known of it', withPhoto(null)),
    found('pending', 'no upload has begun', withPhoto({ state: 'none' })),
    found(
      'pending',
      'one of two is verified',
      withPhoto(
        {},
        {},
        {
          attempt: { photos: [photo(), photo({ sha256: 'c'.repeat(64) })] },
        },
      ),
    ),
    found('pending', 'an unknown slot has no deadline', withPhoto({ state: 'awaited' }, {}, { slot: null })),
    found(
      'pending',
      'a night’s deadline',
      withPhoto({ state: 'awaited' }, {}, { slot: slot({ uploadUntilMs: at('10:00', '2026-11-19') }) }),
    ),
  ],
} as const satisfies Record<string, Cases>
