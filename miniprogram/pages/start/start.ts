import { PAGE_STYLE } from '../../components/page-scale'
import { TABS } from '../../routes'
import { platform } from '../../services/app'
import { startView, type StartView } from './start.view'

Page({
  data: { style: PAGE_STYLE, view: null as StartView | null },

  onLoad({ why = '', text = '' }: Record<string, string | undefined>) {
    this.setData({ view: startView(why, decoded(text)) })
  },

  onRetry() {
    platform.navigation.tab(TABS.home)
  },
})

/** Some clients decode the address already, some do not. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
