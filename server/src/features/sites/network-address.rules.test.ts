import { canonicalAddress, isPublicAddress } from './network-address.rules'

describe('canonicalAddress', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:CB00:7109', '203.0.113.9'],
    ['2001:0DB8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('%s is %s', (address, expected) => {
    expect(canonicalAddress(address)).toBe(expected)
  })
})

describe('isPublicAddress', () => {
  it.each([
    ['116.228.89.10', true],
    ['172.15.0.1', true],
    ['172.32.0.1', true],
    ['100.128.0.1', true],
    ['2408:8000::1', true],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['192.168.1.1', false],
    ['127.0.0.1', false],
    ['169.254.1.1', false],
    ['100.64.0.1', false],
    ['100.127.0.1', false],
    ['::1', false],
    ['::', false],
    ['fd12::1', false],
    ['fe80::1', false],
    ['::ffff:192.168.1.1', false],
  ])('%s: %p', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected)
  })
})
