/** Cases of checks 1 and 2: employee, consent, device. */
import { at, CAPTURED, checkIn, DAY, deferred, MATE_60, MINUTE, NOW, photo, type Changes } from '../check-in-builders'
import { absent, found, type Cases } from './case'

const v3 = { version: 3, givenAtMs: at('10:00', '2026-10-09'), withdrawnAtMs: null }
const published3 = { version: 3, publishedAtMs: at('10:00', '2026-10-01') }
const published4 = (publishedAtMs: number) => ({ version: 4, publishedAtMs })
const notices = (...list: { version: number; publishedAtMs: number }[]) => ({
  employee: { consents: [v3], notices: list },
})

const iphone = (model: string, system = 'iOS 17.5.1') => ({ brand: 'iPhone', model, platform: 'ios', system })
const bound = (was: typeof MATE_60, now: typeof MATE_60, changes: Changes = {}) =>
  checkIn({ ...changes, device: { boundFacts: was }, attempt: { device: now } })

const CANDIDATE = { state: 'candidate', boundAtMs: null } as const
/** Replaced at 10:00 while the old phone still held an attempt of 08:52:09, received at 12:00. */
const REPLACED = { state: 'revoked', revokedAtMs: at('10:00'), replacedAtMs: at('10:00') } as const

export const IDENTITY_CASES = {
  EMPLOYEE_INACTIVE: [
    found('refuse', 'left a minute before', checkIn({ employee: { leftAtMs: CAPTURED - MINUTE } })),
    absent('leaves a millisecond after the capture', checkIn({ employee: { leftAtMs: CAPTURED + 1 } })),
    found('refuse', 'left at the moment of capture', checkIn({ employee: { leftAtMs: CAPTURED } })),
    absent(
      'captured before leaving, received after',
      deferred(at('08:52'), at('09:10'), { employee: { leftAtMs: at('09:00') } }),
    ),
  ],
  CONSENT_REQUIRED: [
    found('refuse', 'never agreed', checkIn({ employee: { consents: [] } })),
    absent('a new notice is not 7 days old', checkIn(notices(published4(CAPTURED - 7 * DAY + 1), published3))),
    found('refuse', 'a new notice is 7 days old', checkIn(notices(published4(CAPTURED - 7 * DAY), published3))),
    found(
      'refuse',
      'a new notice is older than the policy’s days',
      checkIn({ ...notices(published4(CAPTURED - 2 * DAY), published3), policy: { consentGraceDays: 2 } }),
    ),
    found('refuse', 'withdrawn by then', checkIn({ employee: { consents: [{ ...v3, withdrawnAtMs: CAPTURED }] } })),
    absent(
      'withdrawn after the capture',
      checkIn({ employee: { consents: [{ ...v3, withdrawnAtMs: CAPTURED + 1 }] } }),
    ),
    found(
      'refuse',
      'agreed after the capture',
      checkIn({ employee: { consents: [{ ...v3, givenAtMs: CAPTURED + 1 }] } }),
    ),
    absent('agreed at the moment of capture', checkIn({ employee: { consents: [{ ...v3, givenAtMs: CAPTURED }] } })),
    found('refuse', 'no notice was ever published', checkIn({ employee: { notices: [] } })),
    found(
      'refuse',
      'agreed to a version that is not published',
      checkIn({ employee: { consents: [{ ...v3, version: 9 }] } }),
    ),
    absent(
      'agreed to the newer version',
      checkIn({
        employee: { consents: [{ ...v3, version: 4 }, v3], notices: [published4(CAPTURED - 30 * DAY), published3] },
      }),
    ),
  ],
  DEVICE_NOT_BOUND: [
    found(
      'refuse',
      'unknown key',
      checkIn({ device: { state: 'unknown', owner: 'nobody', signature: 'invalid', boundFacts: null } }),
    ),
    absent('own active key', checkIn()),
    found(
      'refuse',
      'nobody has a phone yet',
      checkIn({
        device: { state: 'unknown', owner: 'nobody', signature: 'invalid', boundFacts: null, activeModel: null },
      }),
    ),
    found(
      'refuse',
      'a candidate whose signature does not fit',
      checkIn({ device: { ...CANDIDATE, signature: 'invalid' } }),
    ),
    absent('a candidate whose signature fits', checkIn({ device: CANDIDATE })),
  ],
  DEVICE_REVOKED: [
    found(
      'refuse',
      'revoked, replaced by nothing',
      checkIn({ device: { state: 'revoked', revokedAtMs: at('08:00') } }),
    ),
    absent('captured on the old phone before the change', deferred(CAPTURED, at('12:00'), { device: REPLACED })),
    found(
      'refuse',
      'captured at the moment of the change',
      deferred(at('09:00'), at('12:00'), {
        device: { ...REPLACED, revokedAtMs: at('09:00'), replacedAtMs: at('09:00') },
      }),
    ),
    found(
      'refuse',
      'captured before the change, received the next day',
      deferred(CAPTURED, at('00:01', '2026-11-19'), { device: REPLACED }),
    ),
    found(
      'refuse',
      'revoked as lost before it was replaced',
      deferred(at('09:20'), at('12:00'), {
        device: { ...REPLACED, revokedAtMs: at('09:10') },
      }),
    ),
    found(
      'refuse',
      'without a challenge the time of capture is not known',
      deferred(CAPTURED, at('12:00'), {
        device: REPLACED,
        challenge: null,
      }),
    ),
    found(
      'refuse',
      'no time of revocation is known',
      checkIn({ device: { state: 'revoked', replacedAtMs: at('10:00') } }),
    ),
  ],
  DEVICE_BOUND_TO_ANOTHER: [
    found('refuse', 'a colleague’s active key', checkIn({ device: { owner: 'other' } })),
    absent('own key', checkIn({ device: { owner: 'self' } })),
    found(
      'refuse',
      'a colleague’s key with a bad signature',
      checkIn({ device: { owner: 'other', signature: 'invalid' } }),
    ),
    found('refuse', 'a colleague’s old key', checkIn({ device: { owner: 'other', state: 'revoked' } })),
  ],
  SIGNATURE_INVALID: [
    found('refuse', 'own active key, other bytes', checkIn({ device: { signature: 'invalid' } })),
    absent(
      'a candidate’s bad signature is an unbound phone',
      checkIn({ device: { ...CANDIDATE, signature: 'invalid' } }),
    ),
    absent('a colleague’s key is named as such', checkIn({ device: { owner: 'other', signature: 'invalid' } })),
  ],
  DEVICE_AWAITING_APPROVAL: [
    found(
      'pending',
      'the candidate key of an open rebind',
      checkIn({ device: CANDIDATE, attempt: { photos: [photo()] } }),
    ),
    absent('approved in the meantime', checkIn({ device: { boundAtMs: NOW } })),
    found(
      'pending',
      'the first phone has no model to compare with',
      checkIn({ device: { ...CANDIDATE, activeModel: null } }),
    ),
  ],
  CAPTURED_ON_OLD_PHONE: [
    found(
      'pending',
      'captured before the change, received the same day',
      deferred(CAPTURED, at('12:00'), { device: REPLACED }),
    ),
    absent('received after the day', deferred(CAPTURED, at('24:00') + 1, { device: REPLACED })),
    found('pending', 'received in the last moment of the day', deferred(CAPTURED, at('24:00'), { device: REPLACED })),
    absent('an unknown slot has no day', deferred(CAPTURED, at('12:00'), { device: REPLACED, slot: null })),
    absent(
      'the signature does not fit',
      deferred(CAPTURED, at('12:00'), { device: { ...REPLACED, signature: 'invalid' } }),
    ),
  ],
  DEVICE_FACTS_CHANGED: [
    found('pending', 'another model', bound(MATE_60, { ...MATE_60, model: 'Mate 70' })),
    absent('the same words in other case', bound(MATE_60, { ...MATE_60, brand: 'Huawei ' })),
    found('pending', 'another brand', bound(MATE_60, { ...MATE_60, brand: 'HONOR' })),
    found('pending', 'another platform', bound(MATE_60, { ...MATE_60, platform: 'ohos' })),
    found(
      'refuse',
      'the policy refuses',
      bound(MATE_60, { ...MATE_60, model: 'Mate 70' }, { policy: { deviceFactsChanged: 'refuse' } }),
    ),
    absent(
      'iOS words the same model otherwise',
      bound(iphone('iPhone 15 Pro<iPhone16,1>'), iphone('iPhone<iPhone16,1>')),
    ),
    found(
      'pending',
      'iOS has the same words for another model',
      bound(iphone('iPhone<iPhone16,1>'), iphone('iPhone<iPhone16,2>')),
    ),
    found('pending', 'nothing to compare with', checkIn({ device: { boundFacts: null } })),
  ],
  SYSTEM_UPDATED: [
    found('note', 'a newer version', bound(MATE_60, { ...MATE_60, system: 'Android 13' })),
    absent('the same version', bound(MATE_60, MATE_60)),
    found('note', 'a newer last part', bound(iphone('iPhone<iPhone16,1>'), iphone('iPhone<iPhone16,1>', 'iOS 17.5.2'))),
    found('note', '17.10 is newer than 17.9', bound(iphone('x', 'iOS 17.9'), iphone('x', 'iOS 17.10'))),
    absent('an older version', bound(MATE_60, { ...MATE_60, system: 'Android 11' })),
    found('note', 'another system on the same phone', bound(MATE_60, { ...MATE_60, system: 'HarmonyOS 4.0' })),
  ],
} as const satisfies Record<string, Cases>
