import { createNetworkTest } from './client-networks'

describe('createNetworkTest', () => {
  const isInside = createNetworkTest(['10.2.0.0/16', 'fd00:1::/32', '192.168.7.9/32'])

  it.each([
    ['10.2.0.0', true],
    ['10.2.255.255', true],
    ['10.3.0.0', false],
    ['10.1.255.255', false],
    ['192.168.7.9', true],
    ['192.168.7.10', false],
    ['::ffff:10.2.3.4', true],
    ['::FFFF:10.2.3.4', true],
    ['::ffff:10.3.3.4', false],
    ['fd00:1::5', true],
    ['fd00:1::5%eth0', true],
    ['fd00:2::5', false],
    ['127.0.0.1', false],
    ['::1', false],
    ['', false],
    ['10.2.0.0/16', false],
    ['somewhere', false],
    [undefined, false],
  ])('%s → %s', (address, inside) => {
    expect(isInside(address)).toBe(inside)
  })

  it('lets nobody in without a network', () => {
    expect(createNetworkTest([])('127.0.0.1')).toBe(false)
  })
})
