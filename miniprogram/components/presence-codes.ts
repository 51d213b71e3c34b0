import type { DecisionCode } from '../contract/decision'
import type { FenceCode, WifiCode } from '../contract/presence'

/** Codes of a check-in that could not show that somebody was there, neither by place nor by Wi-Fi. */
const CODES: Readonly<Record<FenceCode | WifiCode, true>> = {
  OUT_OF_RANGE: true,
  LOCATION_MISSING: true,
  LOCATION_IMPRECISE: true,
  WIFI_NOT_ALLOWED: true,
  WIFI_UNREADABLE: true,
  PRESENCE_PROOF_MISSING: true,
  PRESENCE_PROOF_INVALID: true,
}
export const PRESENCE_CODES = Object.keys(CODES) as readonly DecisionCode[]

export function isPresenceCode(code: DecisionCode): boolean {
  return PRESENCE_CODES.includes(code)
}
