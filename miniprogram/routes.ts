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

/** @param slot chosen on the home page; @param siteId already chosen there, or empty */
export function visitPage(slot: SlotReply, siteId = ''): string {
  return `/pages/visit/visit?slot=${encodeURIComponent(railKey(slot))}&siteId=${siteId}`
}

/** The visit record of a visit that is checked in already. */
export function visitRecordPage(attemptId: string): string {
  return `/pages/visit/visit?attemptId=${attemptId}`
}

/** Explains a permission that was refused and opens the settings. */
export function permissionPage(what: 'location' | 'camera' | 'wecom_location' | 'precise'): string {
  return `/pages/permission/permission?what=${what}`
}

export const TEAM_PAGE = '/packages/manage/team/team'

export function approvalPage(approvalId: string): string {
  return `/packages/manage/approval/approval?id=${approvalId}`
}

export const HELP_PAGE = '/packages/help/help/help'

/** @param topic one of the help's topics, or the code of a refusal */
export function helpTopicPage(topic: string): string {
  return `/packages/help/topic/topic?topic=${topic}`
}

/** @param attemptId the check-in that it is about, if any */
export function faultPage(attemptId = ''): string {
  return `/packages/help/fault/fault?attemptId=${attemptId}`
}

export const SETTINGS_PAGE = '/packages/account/settings/settings'
export const MY_DATA_PAGE = '/packages/account/my-data/my-data'
export const ABOUT_PAGE = '/packages/account/about/about'

export function correctionPage(slot: {
  readonly workDay: string
  readonly kind: string
  readonly span: number
}): string {
  return `/packages/account/correction/correction?workDay=${slot.workDay}&kind=${slot.kind}&span=${slot.span}`
}
