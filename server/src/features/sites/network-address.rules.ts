/**
 * One text for every way to write a network address, so that its keyed hash can be compared: IPv4 as four decimals, IPv6
 * compressed (RFC 5952), IPv4 mapped into IPv6 as IPv4.
 * @param address a valid IPv4 or IPv6 address without zone
 */
export function canonicalAddress(address: string): string {
  const text = address.trim().toLowerCase()
  if (!text.includes(':')) return text
  const host = new URL(`http://[${text}]/`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host)
  if (mapped === null) return host
  return [mapped[1], mapped[2]]
    .map((group) => parseInt(group ?? '0', 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.')
}

/** Private, loopback, link-local and shared ranges (RFC 6890): everybody has them, they tell no site apart. */
export function isPublicAddress(address: string): boolean {
  const text = canonicalAddress(address)
  if (text.includes(':')) return !/^(::1?$|f[cd]|fe[89ab])/.test(text)
  return !/^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(text)
}
