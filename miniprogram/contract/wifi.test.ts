import fc from 'fast-check'
import { matchesAllowedWifi, normaliseBssid } from './wifi'

describe('normaliseBssid', () => {
  it.each([
    ['canonical', 'a4:56:02:1f:00:9c', 'a4:56:02:1f:00:9c'],
    ['upper case', 'A4:56:02:1F:00:9C', 'a4:56:02:1f:00:9c'],
    ['with dashes', 'A4-56-02-1F-00-9C', 'a4:56:02:1f:00:9c'],
    ['iOS without leading zeros', 'a4:56:2:1f:0:9c', 'a4:56:02:1f:00:9c'],
    ['a maker whose prefix starts with zeros', '0:0:c:7:ac:1', '00:00:0c:07:ac:01'],
    ['blanks around it', ' a4:56:02:1f:00:9c\n', 'a4:56:02:1f:00:9c'],
    ['empty', '', null],
    ['blank', '  ', null],
    ['all zeros', '00:00:00:00:00:00', null],
    ['all zeros as iOS writes them', '0:0:0:0:0:0', null],
    ['the placeholder of Android and iOS', '02:00:00:00:00:00', null],
    ['the placeholder with dashes', '2-0-0-0-0-0', null],
    ['the broadcast address', 'FF:FF:FF:FF:FF:FF', null],
    ['a name', 'Office-5G', null],
    ['five octets', 'a4:56:02:1f:00', null],
    ['seven octets', 'a4:56:02:1f:00:9c:01', null],
    ['an octet too long', 'a4:56:02:1f:000:9c', null],
    ['an empty octet', 'a4:56::1f:00:9c', null],
    ['no hex', 'g4:56:02:1f:00:9c', null],
    ['mixed separators', 'a4:56-02:1f:00:9c', null],
    ['no separators', 'a456021f009c', null],
    ['unknown as some phones say', '<unknown>', null],
  ])('%s', (_name, text, expected) => {
    expect(normaliseBssid(text)).toBe(expected)
  })

  it('finds the same network however it is written', () => {
    const octets = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(octets, fc.boolean(), fc.boolean(), fc.constantFrom(':', '-'), (bytes, upper, padded, separator) => {
        const canonical = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':')
        fc.pre(!['00:00:00:00:00:00', '02:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff'].includes(canonical))
        const text = bytes.map((byte) => byte.toString(16).padStart(padded ? 2 : 1, '0')).join(separator)
        expect(normaliseBssid(upper ? text.toUpperCase() : text)).toBe(canonical)
      }),
    )
  })

  it('gives canonical text or null for any text, and never changes it again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bssid = normaliseBssid(text)
        if (bssid !== null) {
          expect(bssid).toMatch(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/)
          expect(normaliseBssid(bssid)).toBe(bssid)
        }
      }),
    )
  })
})

describe('matchesAllowedWifi', () => {
  const allowed = [
    { ssid: 'Office', bssid: 'a4:56:02:1f:00:9c' },
    { ssid: 'Office-5G', bssid: 'a4:56:02:1f:00:9d' },
  ]
  it.each([
    ['a listed network', { ssid: 'Office', bssid: 'a4:56:02:1f:00:9c' }, true],
    ['written as iOS does', { ssid: 'Office', bssid: 'A4:56:2:1F:0:9D' }, true],
    ['renamed, the same BSSID', { ssid: 'Lobby', bssid: 'a4:56:02:1f:00:9c' }, true],
    ['the right name on another BSSID', { ssid: 'Office', bssid: 'a4:56:02:1f:00:9e' }, false],
    ['the right name without BSSID', { ssid: 'Office', bssid: '' }, false],
    ['no network', null, false],
  ])('%s', (_name, wifi, expected) => {
    expect(matchesAllowedWifi(wifi, allowed)).toBe(expected)
  })

  it('never matches an unreadable entry, nor an empty list', () => {
    const placeholder = { ssid: 'Office', bssid: '02:00:00:00:00:00' }
    expect(matchesAllowedWifi(placeholder, [placeholder])).toBe(false)
    expect(matchesAllowedWifi(allowed[0]!, [])).toBe(false)
  })
})
