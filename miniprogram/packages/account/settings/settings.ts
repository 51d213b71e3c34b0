import { PAGE_STYLE } from '../../../components/page-scale'
import { platform, services } from '../../../services/app'
import { texts } from '../../../texts/texts'
import { settingsView, type SettingsView } from './settings.view'

Page({
  data: { style: PAGE_STYLE, words: texts.settings, view: null as SettingsView | null, isQuick: false },

  /** Also after the person was in the phone's own settings. */
  onShow() {
    void this.show()
  },

  async show() {
    const known = await services.contexts.current()
    const { quickCheckIn } = await services.preferences.read()
    const hasQuickCheckIn = known?.context.capabilities.quickCheckIn === true
    this.setData({
      isQuick: quickCheckIn,
      view: settingsView(await platform.settings.permissions(), hasQuickCheckIn),
    })
  },

  /** The whole row is the switch: the drawn one in it has no name that could be read out. */
  async onQuick() {
    const quickCheckIn = !this.data.isQuick
    const isKept = await services.preferences.write({ quickCheckIn })
    this.setData({ isQuick: isKept ? quickCheckIn : !quickCheckIn })
    if (!isKept) platform.screen.toast(texts.settings.quickFailed)
  },

  async onOpen() {
    await platform.settings.open()
    await this.show()
  },
})
