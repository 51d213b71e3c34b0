import type { ConsentNotice, DeviceReply } from '../../../contract/api'
import { PAGE_STYLE } from '../../../components/page-scale'
import { PRIVACY_PAGE, TABS } from '../../../routes'
import { platform, services } from '../../../services/app'
import { texts } from '../../../texts/texts'
import { changedParts } from '../../../pages/changed-parts'
import { myDataView, type MyDataView } from './my-data.view'

interface Known {
  notice: ConsentNotice | null
  devices: readonly DeviceReply[] | null
  hasAsked: boolean
}

/** What is kept about the person who looks, where, how long; and what may be taken back. */
Page({
  data: {
    style: PAGE_STYLE,
    words: texts.myData,
    common: texts.account,
    view: null as MyDataView | null,
    hasAsked: false,
    isBusy: false,
  },
  known: { notice: null, devices: null, hasAsked: false } as Known,

  onShow() {
    void this.load()
  },

  async load() {
    await this.show()
    const [notice, devices] = await Promise.all([services.consent.notice(), services.api.myDevices()])
    if (notice.ok) this.known.notice = notice.value
    if (devices.ok) this.known.devices = devices.value.items
    this.setData({ hasAsked: true })
    await this.show()
  },

  async show() {
    const session = await services.session.current()
    if (session === null) return
    const view = myDataView({
      notice: this.known.notice,
      devices: this.known.devices,
      keyThumbprint: (await services.keys.current())?.thumbprint ?? null,
      consent: session.consent,
      waitingCount: await services.localData.waitingCount(),
      offsetMinutes: await services.contexts.offsetMinutes(),
    })
    const parts = changedParts('view', this.data.view, view)
    if (parts !== null) this.setData(parts)
  },

  onNotice() {
    platform.navigation.open(PRIVACY_PAGE)
  },

  async onWithdraw() {
    if (this.data.isBusy) return
    const words = texts.myData
    const waiting = (await services.queue.entries()).filter(({ state }) => state !== 'stuck').length
    const isSure = await platform.screen.ask({
      title: words.withdrawTitle,
      text: waiting === 0 ? words.withdrawText : words.withdrawWaiting(waiting) + words.withdrawText,
      agree: words.withdrawAgree,
      decline: words.withdrawKeep,
    })
    if (!isSure) return
    this.setData({ isBusy: true })
    const withdrawn = await services.consent.withdraw()
    this.setData({ isBusy: false })
    platform.screen.toast(withdrawn.ok ? words.withdrawn : words.withdrawFailed)
    await this.show()
  },

  async onErase() {
    const words = texts.myData
    if (this.data.isBusy) return
    if (this.data.view?.mayErase !== true) return platform.screen.toast(words.eraseWaiting)
    const isSure = await platform.screen.ask({
      title: words.eraseTitle,
      text: words.eraseText,
      agree: words.eraseAgree,
      decline: words.eraseKeep,
    })
    if (!isSure) return
    this.setData({ isBusy: true })
    const erased = await services.localData.erase()
    this.setData({ isBusy: false })
    if (erased === 'waiting') {
      platform.screen.toast(words.eraseWaiting)
      return this.show()
    }
    platform.screen.toast(words.erased)
    platform.navigation.restart(TABS.home)
  },
})
