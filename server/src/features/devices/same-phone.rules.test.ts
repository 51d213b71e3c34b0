import { isSamePhone } from './same-phone.rules'

const ANDROID = { brand: 'HUAWEI', model: 'NOH-AN00', platform: 'android', system: 'Android 12' }
const IPHONE = { brand: 'iPhone', model: 'iPhone 15 Pro<iPhone16,1>', platform: 'ios', system: 'iOS 18.1' }

describe('the same phone', () => {
  it.each([
    ['as it was', ANDROID, ANDROID],
    ['after a system update', ANDROID, { ...ANDROID, system: 'HarmonyOS 4.2' }],
    ['in other letters and blanks', ANDROID, { ...ANDROID, brand: 'Huawei', model: ' noh-an00 ' }],
    ['an iPhone in other words', IPHONE, { ...IPHONE, model: 'iPhone<iPhone16,1>' }],
  ])('%s', (_, one, other) => {
    expect(isSamePhone(one, other)).toBe(true)
    expect(isSamePhone(other, one)).toBe(true)
  })

  it.each([
    ['another brand', ANDROID, { ...ANDROID, brand: 'HONOR' }],
    ['another model', ANDROID, { ...ANDROID, model: 'NOH-AN01' }],
    ['another platform', ANDROID, { ...ANDROID, platform: 'ohos' }],
    ['the same words for another iPhone', IPHONE, { ...IPHONE, model: 'iPhone 15 Pro<iPhone16,2>' }],
  ])('is not %s', (_, one, other) => {
    expect(isSamePhone(one, other)).toBe(false)
    expect(isSamePhone(other, one)).toBe(false)
  })
})
