import { PAGE_STYLE } from '../../components/page-scale'
import type { SlabAct } from '../../components/slab/slab.view'
import { applicationPage, PRIVACY_PAGE, REBIND_PAGE, resultPage } from '../../routes'
import { platform, services } from '../../services/app'
import type { Standing } from '../../services/entry'
import { texts } from '../../texts/texts'
import { changedParts } from '../changed-parts'
import { cellOf, home, stoppedPage, toastOf } from './home-state'
import { homeView, serverNowMs, slotOf, type HomeView } from './home.view'

const TICK_MS = 1_000
/** A check-in is live while its challenge is at most 180 s old. */
const CONTEXT_MS = 150_000
const CONTEXT_PATIENCE_MS = 2_500

Page({
  data: {
    style: PAGE_STYLE,
    words: { ...texts.home, ways: texts.ways },
    view: null as HomeView | null,
    isWaysOpen: false,
  },

  onShow() {
    void this.enter()
  },

  onHide() {
    this.leave()
  },

  onUnload() {
    this.leave()
  },

  onPullDownRefresh() {
    void Promise.all([services.placeWatch.refresh(), this.load()]).then(() => platform.screen.endPullDown())
  },

  async enter() {
    this.leave()
    home.stops = [
      platform.time.every(TICK_MS, () => this.render()),
      services.queue.onChange((change) => {
        home.queue = change
        this.render()
      }),
      services.queue.onJudged(() => void this.load()),
    ]
    home.known = await services.contexts.current()
    home.queue = { entries: await services.queue.entries(), progress: {} }
    services.placeWatch.judgeBy(home.known?.context ?? null, null)
    this.render()
    this.stand(await services.entry.enter())
  },

  leave() {
    home.stops.forEach((stop) => stop())
    home.stops = []
  },

  /** Goes on from where this person stands; without a network, from what was known. */
  stand(standing: Standing) {
    if (home.stops.length === 0) return
    const isUnreachable = standing.kind === 'stopped' && standing.problem.kind !== 'refused' && home.known !== null
    home.standing = standing
    if (standing.kind === 'consent') return platform.navigation.restart(PRIVACY_PAGE)
    if (standing.kind === 'stopped' && !isUnreachable) return platform.navigation.restart(stoppedPage(standing.problem))
    this.render()
    if (standing.kind === 'other_phone') return
    home.stops.push(
      services.placeWatch.onChange(() => {
        this.render()
        void this.loadNear()
      }),
      services.placeWatch.start(),
      platform.time.every(CONTEXT_MS, () => void this.load()),
      platform.network.onChange((network) => {
        if (network !== 'none') void this.load()
      }),
    )
    void this.load()
  },

  async load() {
    const { location } = services.placeWatch.state()
    const near = location?.ok === true ? location.value : null
    home.nearCell = cellOf(near)
    const loaded = await services.contexts.load({ near })
    if (!loaded.ok) {
      const { problem } = loaded
      if (problem.kind === 'refused' && (problem.action === 'consent' || problem.action === 'rebind')) {
        return this.stand(await services.entry.reenter())
      }
      home.hasFailed = true
      return this.render()
    }
    home.hasFailed = false
    home.known = loaded.value
    this.judge()
    this.render()
    void services.placeWatch.prove()
  },

  /** Customers' places are found only near a place that is known, and only where there are visits. */
  async loadNear() {
    const { location } = services.placeWatch.state()
    const near = location?.ok === true ? location.value : null
    const hasVisits = home.known?.context.slots.some(({ kind }) => kind === 'visit') === true
    if (near !== null && hasVisits && cellOf(near) !== home.nearCell) await this.load()
  },

  judge() {
    services.placeWatch.judgeBy(home.known?.context ?? null, null)
  },

  render() {
    const view = homeView({
      phoneNowMs: platform.time.nowMs(),
      known: home.known,
      isBound: home.standing?.kind !== 'other_phone',
      hasFailed: home.hasFailed,
      place: services.placeWatch.state(),
      queue: home.queue,
      selectedKey: home.selectedKey,
      sendingSinceMs: home.sendingSinceMs,
      windowWidthPixels: platform.device.windowWidthPixels,
    })
    const parts = changedParts('view', this.data.view, view)
    if (parts !== null) this.setData(parts)
  },

  onChooseSlot(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    home.selectedKey = event.detail.key
    this.render()
  },

  onAct(event: WechatMiniprogram.CustomEvent<{ act: SlabAct }>) {
    void this.act(event.detail.act)
  },

  onWay(event: WechatMiniprogram.TouchEvent) {
    this.setData({ isWaysOpen: false })
    void this.act(event.currentTarget.dataset['act'] as SlabAct | 'wifi')
  },

  onSubmitAnyway() {
    this.setData({ isWaysOpen: false })
    void this.submit()
  },

  async act(act: SlabAct | 'wifi') {
    const slot = this.slot()
    if (act === 'submit') return this.submit()
    if (act === 'ways') return this.setData({ isWaysOpen: true })
    if (act === 'rebind') return platform.navigation.open(REBIND_PAGE)
    if (act === 'apply' && slot !== null) return platform.navigation.open(applicationPage(slot, true))
    if (act === 'result' && slot?.standing != null) return platform.navigation.open(resultPage(slot.standing.attemptId))
    if (act === 'settings') await platform.settings.open()
    if (act === 'settings' || act === 'refresh' || act === 'wifi') await services.placeWatch.refresh()
  },

  slot() {
    return slotOf(home.known, home.selectedKey, serverNowMs(home.known, platform.time.nowMs()))
  },

  async submit() {
    const slot = this.slot()
    if (slot === null || home.known === null || home.sendingSinceMs !== null) return
    const { policy } = home.known.context
    const isHeld = home.standing?.kind === 'ready' && home.standing.session.device === 'candidate'
    if (policy.photoFor.includes(slot.kind) || policy.noteFor.includes(slot.kind) || isHeld) {
      return platform.navigation.open(applicationPage(slot, false))
    }
    home.sendingSinceMs = platform.time.nowMs()
    this.render()
    await this.freshen()
    const place = services.placeWatch.state()
    const judged = place.verdict?.judged?.site ?? null
    const submitted = await services.submitCheckIn({ slot, site: judged, place, photos: [] })
    home.sendingSinceMs = null
    this.render()
    if (submitted.kind === 'judged') {
      if (submitted.reply.outcome === 'accepted') platform.screen.vibrate()
      return platform.navigation.open(resultPage(submitted.reply.attemptId))
    }
    platform.screen.toast(toastOf(submitted))
  },

  /** A challenge that is too old makes a deferred check-in of a live one: a short try for a new one, and the proof with it. */
  async freshen() {
    const { known } = home
    const ageMs = known === null ? 0 : platform.time.nowMs() - known.receivedAtMs
    if (services.placeWatch.state().network !== 'none' && ageMs > CONTEXT_MS) {
      const loaded = await services.contexts.load({ timeoutMs: CONTEXT_PATIENCE_MS })
      if (loaded.ok) home.known = loaded.value
    }
    await services.placeWatch.prove()
  },

  onRelocate() {
    void services.placeWatch.refresh()
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
    void this.load()
  },

  onCloseWays() {
    this.setData({ isWaysOpen: false })
  },
})
