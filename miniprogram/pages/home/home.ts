import { PAGE_STYLE } from '../../components/page-scale'
import type { SlabAct } from '../../components/slab/slab.view'
import { SHOW_MAP } from '../../config'
import { PRIVACY_PAGE, resultPage } from '../../routes'
import { platform, services } from '../../services/app'
import { texts } from '../../texts/texts'
import { changedParts } from '../changed-parts'
import { announcement } from './announcement'
import { act, chooseSite, chooseSlot, refreshPlace, submit } from './home-actions'
import { enter, leave, load } from './home-entry'
import { home } from './home-state'
import { homeView, type HomeView } from './home.view'

Page({
  data: {
    style: PAGE_STYLE,
    words: { ...texts.home, ways: texts.ways },
    view: null as HomeView | null,
    isWaysOpen: false,
  },

  onShow() {
    home.render = () => this.render()
    void enter()
  },

  onHide() {
    leave()
  },

  onUnload() {
    leave()
  },

  onPullDownRefresh() {
    void Promise.all([refreshPlace(), load()]).then(() => platform.screen.endPullDown())
  },

  /** Everything that is shown, from everything that is known; only what differs goes over. */
  render() {
    const phoneNowMs = platform.time.nowMs()
    const view = homeView({
      phoneNowMs,
      known: home.known,
      isBound: home.standing?.kind !== 'other_phone',
      hasFailed: home.hasFailed,
      place: services.placeWatch.state(),
      queue: home.queue,
      selectedKey: home.selectedKey,
      chosenSiteId: home.chosenSiteId,
      sendingSinceMs: home.sendingSinceMs,
      quickSeconds: home.quick?.secondsLeft() ?? null,
      boundModel: home.boundModel,
      windowWidthPixels: platform.device.windowWidthPixels,
      // Its tiles are light in either theme: at night the drawn figure is the better one.
      hasMap: SHOW_MAP && platform.device.hasMap && !home.isMapFailed && !platform.screen.isDark(),
    })
    home.announced = announcement(home.announced, view.spoken, phoneNowMs)
    const parts = changedParts('view', this.data.view, { ...view, spoken: home.announced.text })
    if (parts !== null) this.setData(parts)
  },

  openWays(isOpen: boolean) {
    home.isWaysOpen = isOpen
    if (this.data.isWaysOpen !== isOpen) this.setData({ isWaysOpen: isOpen })
  },

  onChooseSlot(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    chooseSlot(event.detail.key)
    this.render()
  },

  onChooseSite(event: WechatMiniprogram.TouchEvent) {
    chooseSite(String(event.currentTarget.dataset['id']))
    this.render()
  },

  onAct(event: WechatMiniprogram.CustomEvent<{ act: SlabAct }>) {
    if (event.detail.act === 'ways') return this.openWays(true)
    void act(event.detail.act)
  },

  onWay(event: WechatMiniprogram.TouchEvent) {
    this.openWays(false)
    void act(event.currentTarget.dataset['act'] as SlabAct | 'wifi')
  },

  onSubmitAnyway() {
    this.openWays(false)
    void submit()
  },

  onCloseWays() {
    this.openWays(false)
  },

  onMapFail() {
    home.isMapFailed = true
    this.render()
  },

  onRelocate() {
    void refreshPlace()
  },

  onRetryQueue() {
    void services.queue.run()
  },

  onDismiss(event: WechatMiniprogram.TouchEvent) {
    void services.queue.dismiss(String(event.currentTarget.dataset['id']))
  },

  onRecord(event: WechatMiniprogram.TouchEvent) {
    platform.navigation.open(resultPage(String(event.currentTarget.dataset['id'])))
  },

  onConsent() {
    platform.navigation.open(PRIVACY_PAGE)
  },

  onRetry() {
    home.hasFailed = false
    this.render()
    void load()
  },
})
