/** Addresses of pages, in one place: whoever opens a page names it by these. */
import type { SlotReply } from './contract/api'
import { railKey } from './components/slot-rail/slot-rail.view'

export const TABS = {
  home: '/pages/home/home',
  records: '/pages/records/records',
  requests: '/pages/requests/requests',
  me: '/pages/me/me',
} as const

export const TAB_ORDER: readonly (keyof typeof TABS)[] = ['home', 'records', 'requests', 'me']

export const PRIVACY_PAGE = '/pages/privacy/privacy'
export const REBIND_PAGE = '/pages/rebind/rebind'

export function startPage(why: string, text = ''): string {
  return `/pages/start/start?why=${why}&text=${encodeURIComponent(text)}`
}

export function resultPage(attemptId: string): string {
  return `/pages/result/result?attemptId=${attemptId}`
}

/** @param applies for approval, where presence cannot be shown */
export function applicationPage(slot: SlotReply, applies: boolean): string {
  return `/pages/application/application?slot=${encodeURIComponent(railKey(slot))}&applies=${applies ? 1 : 0}`
}
