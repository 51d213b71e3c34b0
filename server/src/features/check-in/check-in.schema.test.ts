import { checkInRequestSchema } from './check-in.schema'

const DEVICE = { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'Android 14' }
const REQUEST = {
  requestId: '019a94f2-0000-7000-8000-000000000001',
  slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
  networkType: '5g',
  photos: [],
  device: DEVICE,
  clientVersion: '1.0.0',
}
const photo = (takenAtMs: number) => ({ photos: [{ sha256: 'a'.repeat(64), byteLength: 1, takenAtMs }] })

describe('a check-in that the database could not hold', () => {
  it.each([
    ['a plain one', {}, true],
    ['a photo of the last instant there is', photo(253_402_300_799_999), true],
    ['a photo of a year with five digits', photo(253_402_300_800_000), false],
    ['a photo of no date at all', photo(Number.MAX_SAFE_INTEGER), false],
    ['a model name with quotes', { device: { ...DEVICE, model: '"'.repeat(100) } }, true],
    ['a model name with a control character', { device: { ...DEVICE, model: 'Mate\u0007 60' } }, false],
  ])('%s', (_case, changes, valid) => {
    expect(checkInRequestSchema.safeParse({ ...REQUEST, ...changes }).success).toBe(valid)
  })
})
