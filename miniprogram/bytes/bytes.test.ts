import { sha256 } from './sha256'
import { base64url, bytesOfBase64url, hex, utf8, uuidOf } from './text'

const counting = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 0xff)

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of the published example %j', (text, digest) => {
    expect(hex(sha256(utf8(text)))).toBe(digest)
  })

  // Digests by OpenSSL.
  it.each([
    [1, '4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a'],
    [54, '1ad616be707a2b269ecfe28bdea4a4284a4f78a221287d45b98004231f501c77'],
    [55, '81afe5b788dc2ce138ff83d9b20164db75a94d75d2b2432eea4a0ef605088c72'],
    [56, '2aba54f0ac632420a2b502431408866e40e1d5e430df4cd822642c78ab2eb9c1'],
    [57, '903284efbf9100e8ba1614ec65eacacad125e03f857cae7acbf8b73b23e0fdfe'],
    [63, '733d3d4ee79ee67145bf73da13588f6f235d37414fc64b14a2f00f1762792f5e'],
    [64, '79322907b3e9d013d7dc2c2f256674dbf733045cde01df3539271c6f5605feb8'],
    [65, 'd85c007c6eb440f085afa2b84f6f2bce4658b240e9f62cb1364bf0485a57e720'],
    [119, '6c87eedf096b345de205b702e5223b73b447a3207791ded3ea007ba15ed6736e'],
    [120, '42500cf6a1e3936d6b9e0bcfe296d654b63255e525487d3634d0b15fde591c4d'],
    [127, '68f6ff710276900c0ffbbc57426f67e00c2e01f0750c7edc25ac06b8ce7a8095'],
    [128, '489d55fea9a73af36b6dd0be7b4117d8e5683386d39544e8a44c99a87f368707'],
    [100_003, '65ce49f81d0adb2d1ea2fd3aaef9b5f8172a2c58a951c31cd4580e94a6bb58b7'],
  ])('of %d bytes', (length, digest) => {
    expect(hex(sha256(counting(length)))).toBe(digest)
  })

  it('of a part of a larger buffer', () => {
    const whole = counting(300)
    expect(hex(sha256(whole.subarray(37, 190)))).toBe(hex(sha256(whole.slice(37, 190))))
  })
})

describe('bytes of text', () => {
  it.each([
    ['', ''],
    ['a', '61'],
    ['é', 'c3a9'],
    ['签到，35 m', 'e7adbee588b0efbc8c3335206d'],
    ['🙂', 'f09f9982'],
    ['a\ud800b', '61efbfbd62'],
    ['\udc00', 'efbfbd'],
  ])('UTF-8 of %j', (text, bytes) => {
    expect(hex(utf8(text))).toBe(bytes)
  })

  // RFC 4648, section 10, without padding.
  it.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg'],
    ['fooba', 'Zm9vYmE'],
    ['foobar', 'Zm9vYmFy'],
    ['ûÿ', 'w7vDvw'],
  ])('base64url of %j, there and back', (text, encoded) => {
    expect(base64url(utf8(text))).toBe(encoded)
    expect(hex(bytesOfBase64url(encoded))).toBe(hex(utf8(text)))
  })

  it.each(['a', 'ab=', 'a+b/', 'äb'])('refuses %j', (text) => {
    expect(() => bytesOfBase64url(text)).toThrow(RangeError)
  })

  it('makes a UUID of version 4', () => {
    expect(uuidOf(counting(16))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
