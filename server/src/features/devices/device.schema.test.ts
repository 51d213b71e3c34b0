import { bindDeviceRequestSchema } from './device.schema'
import { rebindRequestSchema } from './rebind.schema'

const FACTS = { brand: 'HUAWEI', model: 'NOH-AN00', platform: 'android', system: 'Android 12' }
const BINDING = { enrolmentToken: 'token', publicKey: 'A'.repeat(43), facts: FACTS }
const REBIND = { ...BINDING, reason: '换了新手机' }

describe('what a phone says of itself', () => {
  const BAD: [name: string, field: keyof typeof FACTS, value: unknown][] = [
    ['U+0000', 'brand', 'HUA\0WEI'],
    ['a line break', 'model', 'NOH\nAN00'],
    ['a DEL', 'platform', 'android\x7f'],
    ['a C1 control', 'system', 'Android\x85 12'],
    ['101 characters', 'model', 'x'.repeat(101)],
    ['a number', 'system', 12],
    ['nothing', 'brand', undefined],
  ]

  it.each(BAD)('is refused with %s in %s', (_, field, value) => {
    const facts = { ...FACTS, [field]: value }
    for (const [schema, body] of [
      [bindDeviceRequestSchema, { ...BINDING, facts }],
      [rebindRequestSchema, { ...REBIND, facts }],
    ] as const) {
      const parsed = schema.safeParse(body)
      expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([`facts.${field}`])
    }
  })

  it('is taken in any script and may be empty', () => {
    const facts = { ...FACTS, brand: '', model: 'iPhone 15 Pro<iPhone16,1>', system: '鸿蒙 4.2 🌸' }
    expect(bindDeviceRequestSchema.parse({ ...BINDING, facts }).facts).toEqual(facts)
  })
})

describe('the reason of a change', () => {
  it.each([
    ['missing', undefined, false],
    ['blank', '   ', false],
    ['one character', ' 换 ', false],
    ['two characters', '换机', true],
    ['500 characters', '换'.repeat(500), true],
    ['501 characters', '换'.repeat(501), false],
  ])('%s', (_, reason, taken) => {
    expect(rebindRequestSchema.safeParse({ ...BINDING, reason }).success).toBe(taken)
  })

  it('stands without the blanks around it', () => {
    expect(rebindRequestSchema.parse({ ...REBIND, reason: '  换机 ' }).reason).toBe('换机')
  })

  it('comes with nothing else', () => {
    expect(rebindRequestSchema.safeParse({ ...REBIND, deviceId: 'x' }).success).toBe(false)
  })
})
