import { TAB_ORDER } from '../routes'
import { platform, services } from '../services/app'
import type { Authority } from '../services/authority'
import { texts } from '../texts/texts'

const TAB_INDEX = TAB_ORDER.indexOf('requests')

/** The third tab: 审批 with a count for whoever may decide, 申请 for all others. */
export function showAuthorityTab({ decides, waiting }: Authority): void {
  const { navigation } = platform
  if (decides) navigation.tabItem(TAB_INDEX, { text: texts.approvals.tab, icon: 'stamp' })
  else navigation.tabItem(TAB_INDEX, { text: texts.requests.tab, icon: 'note' })
  navigation.badge(TAB_INDEX, decides ? waiting : 0)
}

/** From the start of the app on. */
export function followAuthority(): void {
  services.authority.onChange(showAuthorityTab)
  services.authority.start()
}
