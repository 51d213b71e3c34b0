import { BlockList, isIP } from 'node:net'

/**
 * Whether a client's address is in one of the networks. IPv4 addresses of a dual-stack socket (`::ffff:10.2.0.7`) count
 * as IPv4; anything that is no address is refused.
 * @param networks CIDR ranges, already checked
 */
export function createNetworkTest(networks: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/')
    list.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4')
  }
  return (address) => {
    if (address === undefined) return false
    const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.replace(/%.*$/, '')
    const family = isIP(plain)
    return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4')
  }
}
