import { PAGE_STYLE } from '../../components/page-scale'
import { railKey } from '../../components/slot-rail/slot-rail.view'
import { TABS } from '../../routes'
import { platform, services } from '../../services/app'
import { LONGEST } from '../../services/drafts-content'
import { texts } from '../../texts/texts'
import { changedParts } from '../changed-parts'
import { mayCollect } from '../may-collect'
import type { WayView } from '../home/verdict.view'
import { startRecordEdit, type RecordEdit } from './edit-record'
import { startNewVisit, type NewVisit } from './new-visit'
import { recordTrouble, type RecordTrouble } from './record-trouble'
import type { SitesView } from './sites.view'
import { NOTHING_TYPED, typedOf, type Field } from './typed'
import { chosenOutcome, chosenPurpose } from './visit-fields.view'
import { FIGURE_HEIGHT_PIXELS, type VisitView } from './visit.view'
import type { Writing } from './writing'

type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: Field }>

/** A visit: choosing the customer, checking in there with photos, or writing the record of one that is checked in. */
Page({
  data: {
    style: PAGE_STYLE,
    words: { ...texts.visit, photos: texts.photos, ways: texts.ways },
    longest: LONGEST,
    autosize: { minHeight: '72px' },
    figureHeight: FIGURE_HEIGHT_PIXELS,
    view: null as VisitView | null,
    /** What was there before; typing does not come back through here. */
    typed: NOTHING_TYPED,
    problem: null as RecordTrouble | null,
    sites: null as SitesView | null,
    isChoosing: false,
    isWaysOpen: false,
  },
  visit: null as NewVisit | null,
  edit: null as RecordEdit | null,
  isShown: false,
  isGone: false,

  onLoad(query: Record<string, string | undefined>) {
    const { attemptId = '' } = query
    if (attemptId === '') return void this.startVisit(query)
    platform.navigation.title(texts.visit.recordTitle)
    this.edit = startRecordEdit(attemptId, this.shown())
    void this.loadRecord()
  },

  onShow() {
    this.isShown = true
    void this.watch()
  },

  onHide() {
    this.leave()
  },

  onUnload() {
    this.isGone = true
    this.leave()
  },

  /** What goes on while the page is in front; for a new visit it reads the place, which the person has to agree to. */
  async watch() {
    const writing = this.writing()
    if (writing === null || !this.isShown) return
    if (this.visit !== null && !(await mayCollect())) return
    if (this.isShown) writing.watch()
  },

  leave() {
    this.isShown = false
    this.writing()?.stop()
    void this.writing()?.save()
  },

  async startVisit({ slot: key = '', siteId = '', applies = '0' }: Record<string, string | undefined>) {
    const known = await services.contexts.current()
    const wanted = [key, decodeURIComponent(key)]
    const slot = known?.context.slots.find((candidate) => wanted.includes(railKey(candidate)))
    if (known === null || slot === undefined) return platform.navigation.tab(TABS.home)
    if (!(await mayCollect())) return
    const visit = await startNewVisit({ slot, context: known.context, siteId, applies: applies === '1' }, this.shown())
    if (this.isGone) return
    this.visit = visit
    this.refill()
    await this.watch()
  },

  async loadRecord() {
    const problem = (await this.edit?.load()) ?? null
    this.setData({ problem: problem === null ? null : recordTrouble(problem) })
  },

  shown() {
    return { render: () => this.render(), refill: () => this.refill() }
  },

  writing(): Writing | null {
    return this.visit ?? this.edit
  },

  refill() {
    const content = this.writing()?.content()
    if (content === undefined) return
    this.setData({ typed: typedOf(content) })
    this.render()
  },

  render() {
    const view = this.writing()?.view() ?? null
    if (view === null || this.isGone) return
    const parts = changedParts('view', this.data.view, view)
    if (parts !== null) this.setData(parts)
  },

  onField(event: FieldEvent) {
    this.writing()?.change({ [event.currentTarget.dataset.field]: event.detail.value })
  },

  onPurpose(event: WechatMiniprogram.TouchEvent) {
    const writing = this.writing()
    if (writing === null || this.data.view?.canEdit !== true) return
    writing.change(chosenPurpose(writing.content(), String(event.currentTarget.dataset['text'])))
    this.setData({ 'typed.purpose': writing.content().purpose })
  },

  onOutcome(event: WechatMiniprogram.TouchEvent) {
    const writing = this.writing()
    if (writing === null || this.data.view?.canEdit !== true) return
    writing.change(chosenOutcome(writing.content(), String(event.currentTarget.dataset['text'])))
    this.setData({ 'typed.outcome': writing.content().outcome })
  },

  onChoose() {
    if (this.visit === null || this.data.view?.canEdit !== true) return
    this.setData({ isChoosing: true, sites: this.visit.sites('') })
  },

  onSearch(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    if (this.visit !== null) this.setData({ sites: this.visit.sites(event.detail.value) })
  },

  onSite(event: WechatMiniprogram.TouchEvent) {
    this.visit?.chooseSite(String(event.currentTarget.dataset['id']))
    this.onCloseChoosing()
  },

  onUnlisted() {
    this.visit?.chooseSite(null)
    this.onCloseChoosing()
  },

  onCloseChoosing() {
    this.setData({ isChoosing: false, sites: null })
  },

  onTake() {
    void this.visit?.take(this)
  },

  onRemove(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    void this.visit?.removePhoto(event.detail.key)
  },

  onWay(event: WechatMiniprogram.TouchEvent) {
    this.setData({ isWaysOpen: false })
    void this.visit?.way(event.currentTarget.dataset['act'] as WayView['act'])
  },

  onStopApplying() {
    this.visit?.change({ applies: false })
  },

  onSubmitAnyway() {
    this.setData({ isWaysOpen: false })
    void this.visit?.submit()
  },

  onCloseWays() {
    this.setData({ isWaysOpen: false })
  },

  onAct() {
    // Photos may have grown too old since the last look.
    this.render()
    if (this.data.view?.foot.act === 'ways') return this.setData({ isWaysOpen: true })
    if (this.data.view?.foot.isReady === true) void this.writing()?.act()
  },

  onNothing() {},

  onDiscard() {
    void this.visit?.discard()
  },

  onRetry() {
    void this.loadRecord()
  },
})
