/** The Wi-Fi rule, the one copy for phone, server and console. A network is known by its BSSID; names prove nothing. */
import type { AllowedWifi, ConnectedWifi } from './place'

/** What platforms report when they may not tell: nothing, the placeholder of Android and iOS, the broadcast address. */
const UNREADABLE = ['00:00:00:00:00:00', '02:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff']

/**
 * A BSSID as six lower-case padded octets with colons; null when it is unreadable. Takes `:` or `-` between octets and
 * octets without their leading zero (iOS drops them).
 */
export function normaliseBssid(text: string): string | null {
  const octets = text
    .trim()
    .toLowerCase()
    .split(text.includes('-') ? '-' : ':')
  if (octets.length !== 6 || !octets.every((octet) => /^[0-9a-f]{1,2}$/.test(octet))) return null
  const bssid = octets.map((octet) => (octet.length === 1 ? `0${octet}` : octet)).join(':')
  return UNREADABLE.includes(bssid) ? null : bssid
}

/** Whether the phone is on one of the listed networks. An unreadable BSSID never matches, on either side. */
export function matchesAllowedWifi(wifi: ConnectedWifi | null, allowed: readonly AllowedWifi[]): boolean {
  const connected = wifi === null ? null : normaliseBssid(wifi.bssid)
  return connected !== null && allowed.some((entry) => normaliseBssid(entry.bssid) === connected)
}

/** Whether one of the listed networks is called as the one that the phone is on: no proof, only a hint at the site. */
export function hasNameOf(wifi: ConnectedWifi | null, allowed: readonly AllowedWifi[]): boolean {
  return wifi !== null && wifi.ssid.trim() !== '' && allowed.some(({ ssid }) => ssid === wifi.ssid)
}
