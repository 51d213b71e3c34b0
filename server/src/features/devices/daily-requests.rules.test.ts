import type { DeviceRecord } from './binding.rules'
import { mayAskAgainAtMs } from './daily-requests.rules'

const NOW = Date.UTC(2026, 10, 18, 16, 30)
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const asked = (hoursAgo: number, changes: Partial<DeviceRecord> = {}): DeviceRecord => ({
  ...{ id: `d${hoursAgo}`, employeeId: 'zhang', keyThumbprint: 'key', publicKey: 'key', state: 'revoked' },
  facts: { brand: '', model: '', platform: '', system: '' },
  createdAtMs: NOW - hoursAgo * HOUR_MS,
  ...{ boundAtMs: null, revokedAtMs: null, revokedReason: null },
  ...changes,
})
const unaided = (hoursAgo: number) => asked(hoursAgo, { boundAtMs: NOW - hoursAgo * HOUR_MS })

it.each<[string, DeviceRecord[], number | null]>([
  ['nothing yet', [], null],
  ['four', [1, 2, 3, 4].map((hours) => asked(hours)), null],
  ['five, until the oldest is a day old', [5, 1, 3, 2, 4].map((hours) => asked(hours)), NOW - 5 * HOUR_MS + DAY_MS],
  ['six, until two of them are', [5, 1, 3, 2, 4, 6].map((hours) => asked(hours)), NOW - 5 * HOUR_MS + DAY_MS],
  ['a fifth of exactly a day ago', [1, 2, 3, 4, 24].map((hours) => asked(hours)), null],
  ['four, and a phone bound unaided', [...[1, 2, 3, 4].map((hours) => asked(hours)), unaided(5)], null],
  [
    'four, and one that was approved',
    [...[1, 2, 3, 4].map((hours) => asked(hours)), asked(6, { state: 'active', boundAtMs: NOW })],
    NOW - 6 * HOUR_MS + DAY_MS,
  ],
])('%s', (_name, own, expected) => expect(mayAskAgainAtMs(own, NOW)).toBe(expected))
