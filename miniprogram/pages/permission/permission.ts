import { PAGE_STYLE } from '../../components/page-scale'
import type { Permissions } from '../../platform/platform'
import { platform } from '../../services/app'
import { texts } from '../../texts/texts'
import { isGranted, needOf, permissionView, type PermissionNeed, type PermissionView } from './permission.view'

interface Asked {
  need: PermissionNeed
  /** As they were when the page opened: what was granted then already was not what stood in the way. */
  first: Permissions | null
}

/** A permission that was refused: why it is needed, where to allow it, how to go on without it. */
Page({
  data: { style: PAGE_STYLE, words: texts.permission, view: null as PermissionView | null },
  asked: { need: 'location', first: null } as Asked,

  onLoad({ what = '' }: Record<string, string | undefined>) {
    this.asked = { need: needOf(what), first: null }
  },

  /** Also on the way back from the phone's settings. */
  onShow() {
    void this.look()
  },

  async look() {
    const permissions = await platform.settings.permissions()
    const { need, first } = this.asked
    const wasGranted = first !== null && isGranted(need, first)
    if (first !== null && !wasGranted && isGranted(need, permissions)) return platform.navigation.back()
    this.asked.first = first ?? permissions
    this.setData({ view: permissionView(need, permissions, platform.device.platform) })
  },

  async onAct() {
    if (this.data.view?.opensSettings !== true) return platform.navigation.back()
    await platform.settings.open()
    await this.look()
  },

  onLater() {
    platform.navigation.back()
  },
})
