import { EMPLOYEE_LEFT, judgeBinding, UNBOUND_BY_HR, type BindingVerdict, type DeviceRecord } from './binding.rules'
import { judgeRebind, phoneBefore, type RebindVerdict } from './rebind.rules'

const [ME, OTHER] = ['employee-1', 'employee-2']
const [OLD_KEY, NEW_KEY, THIRD_KEY] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]
const NOON_MS = Date.UTC(2026, 10, 18, 4)
const HOUR_MS = 3_600_000

function device(changes: Partial<DeviceRecord>): DeviceRecord {
  return {
    id: `device-${changes.keyThumbprint?.[0]}-${changes.state ?? 'active'}`,
    employeeId: ME,
    keyThumbprint: OLD_KEY,
    publicKey: 'public',
    state: 'active',
    facts: { brand: 'HUAWEI', model: 'NOH-AN00', platform: 'android', system: 'Android 12' },
    createdAtMs: NOON_MS,
    boundAtMs: NOON_MS,
    revokedAtMs: null,
    revokedReason: null,
    ...changes,
  }
}

const old = device({})
const ended = (reason: string, changes: Partial<DeviceRecord> = {}) =>
  device({ state: 'revoked', revokedAtMs: NOON_MS + HOUR_MS, revokedReason: reason, ...changes })
const candidate = device({ keyThumbprint: NEW_KEY, state: 'candidate', boundAtMs: null })
const otherCandidate = device({ keyThumbprint: THIRD_KEY, state: 'candidate', boundAtMs: null })
const rejected = ended('rebind_rejected', { keyThumbprint: NEW_KEY, boundAtMs: null })

interface Case {
  readonly name: string
  readonly own: readonly DeviceRecord[]
  /** Others' devices with the new key. */
  readonly others?: readonly DeviceRecord[]
  readonly bind: BindingVerdict['verdict']
  readonly rebind: RebindVerdict['verdict']
}

const CASES: readonly Case[] = [
  { name: 'no phone ever', own: [], bind: 'bind', rebind: 'not_needed' },
  { name: 'another phone bound', own: [old], bind: 'other_phone_bound', rebind: 'ask' },
  {
    name: 'this phone bound',
    own: [device({ keyThumbprint: NEW_KEY })],
    bind: 'already_mine',
    rebind: 'not_needed',
  },
  { name: 'unbound by HR', own: [ended(UNBOUND_BY_HR)], bind: 'bind', rebind: 'not_needed' },
  { name: 'left, and came back', own: [ended(EMPLOYEE_LEFT)], bind: 'bind', rebind: 'not_needed' },
  { name: 'ended in another way', own: [ended('replaced')], bind: 'other_phone_bound', rebind: 'ask' },
  { name: 'asked with this key', own: [old, candidate], bind: 'other_phone_bound', rebind: 'repeat' },
  { name: 'asked with another key', own: [old, otherCandidate], bind: 'other_phone_bound', rebind: 'other_requested' },
  {
    name: 'asked with this key, then unbound by HR',
    own: [ended(UNBOUND_BY_HR), candidate],
    bind: 'rebind_requested',
    rebind: 'repeat',
  },
  {
    name: 'asked with another key, then unbound by HR',
    own: [ended(UNBOUND_BY_HR), otherCandidate],
    bind: 'rebind_requested',
    rebind: 'other_requested',
  },
  { name: 'rejected with this key', own: [old, rejected], bind: 'other_phone_bound', rebind: 'key_was_revoked' },
  {
    name: 'rejected with this key, then unbound by HR',
    own: [ended(UNBOUND_BY_HR), rejected],
    bind: 'key_was_revoked',
    rebind: 'key_was_revoked',
  },
  {
    name: 'rejected with another key, then unbound by HR',
    own: [ended(UNBOUND_BY_HR), { ...rejected, keyThumbprint: THIRD_KEY, revokedAtMs: NOON_MS + 2 * HOUR_MS }],
    bind: 'bind',
    rebind: 'not_needed',
  },
  ...(['active', 'candidate', 'revoked'] as const).map((state): Case => ({
    name: `a colleague's key, ${state}`,
    own: [old],
    others: [device({ employeeId: OTHER, keyThumbprint: NEW_KEY, state })],
    bind: 'key_of_another',
    rebind: 'key_of_another',
  })),
]

describe('what a person may do with a key', () => {
  it.each(CASES)('$name: binding says $bind, a change says $rebind', ({ own, others = [], bind, rebind }) => {
    const withKey = [...own.filter((one) => one.keyThumbprint === NEW_KEY), ...others]
    expect(judgeBinding(ME, NEW_KEY, own, withKey).verdict).toBe(bind)
    expect(judgeRebind(ME, NEW_KEY, own, withKey).verdict).toBe(rebind)
    expect(judgeRebind(ME, NEW_KEY, [...own].reverse(), withKey).verdict).toBe(rebind)
  })

  it('names the candidate of a repeat', () => {
    expect(judgeRebind(ME, NEW_KEY, [old, candidate], [candidate])).toEqual({ verdict: 'repeat', candidate })
  })
})

describe('the phone before', () => {
  const asked = { ...candidate, createdAtMs: NOON_MS + 3 * HOUR_MS }
  const first = ended('replaced', { id: 'first', boundAtMs: NOON_MS - HOUR_MS })
  const second = device({ id: 'second', boundAtMs: NOON_MS })

  it('is the one bound last, whatever became of it since', () => {
    expect(phoneBefore(asked, [asked, first, second])?.id).toBe('second')
    expect(phoneBefore(asked, [second, first, asked])?.id).toBe('second')
    const replaced = { ...second, state: 'revoked', revokedAtMs: NOON_MS + 5 * HOUR_MS } as const
    const decided = { ...asked, state: 'active', boundAtMs: NOON_MS + 5 * HOUR_MS } as const
    const later = device({ id: 'later', boundAtMs: NOON_MS + 9 * HOUR_MS })
    expect(phoneBefore(decided, [later, decided, replaced, first])?.id).toBe('second')
  })

  it('is none when nothing but candidates was there', () => {
    expect(phoneBefore(asked, [asked])).toBeNull()
    expect(phoneBefore(asked, [asked, rejected])).toBeNull()
  })
})
