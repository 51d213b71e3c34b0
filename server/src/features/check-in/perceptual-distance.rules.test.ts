import { nearestDistance, perceptualDistance } from './perceptual-distance.rules'

const ZERO = '0'.repeat(16)

describe('the distance of two perceptual hashes', () => {
  it.each<[string, string, number | null]>([
    [ZERO, ZERO, 0],
    [ZERO, 'f'.repeat(16), 64],
    [ZERO, '8000000000000001', 2],
    ['0123456789abcdef', 'fedcba9876543210', 64],
    ['0123456789abcdef', '0123456789abcdee', 1],
    [ZERO, '', null],
    [ZERO, '000000000000000g', null],
    ['F'.repeat(16), ZERO, null],
  ])('%s, %s: %p', (left, right, bits) => {
    expect(perceptualDistance(left, right)).toBe(bits)
    expect(perceptualDistance(right, left)).toBe(bits)
  })
})

describe('the nearest of many', () => {
  it.each<[string | null, readonly string[], number | null]>([
    [ZERO, ['ffffffffffffffff', '0000000000000007', '00000000000000ff'], 3],
    [ZERO, ['broken', '0000000000000007'], 3],
    [ZERO, ['broken'], null],
    [ZERO, [], null],
    [null, [ZERO], null],
  ])('%p among %p: %p', (hash, others, bits) => {
    expect(nearestDistance(hash, others)).toBe(bits)
  })
})
