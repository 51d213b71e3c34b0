import {
  faultPage,
  MY_DATA_PAGE,
  permissionPage,
  PRIVACY_PAGE,
  REBIND_PAGE,
  SETTINGS_PAGE,
  TABS,
} from '../../../routes'
import type { HelpLink } from '../../../texts/zh/help/article'

/** Where each link leads. */
export const HELP_ADDRESSES: Readonly<Record<HelpLink, string>> = {
  home: TABS.home,
  records: TABS.records,
  requests: TABS.requests,
  rebind: REBIND_PAGE,
  privacy: PRIVACY_PAGE,
  myData: MY_DATA_PAGE,
  settings: SETTINGS_PAGE,
  locationPermission: permissionPage('location'),
  wecomPermission: permissionPage('wecom_location'),
  cameraPermission: permissionPage('camera'),
  fault: faultPage(),
}

export function isTab(address: string): boolean {
  return (Object.values(TABS) as string[]).includes(address)
}
