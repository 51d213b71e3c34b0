import { PAGE_STYLE } from '../../components/page-scale'
import { correctionPage, resultPage } from '../../routes'
import { platform, services } from '../../services/app'
import { texts } from '../../texts/texts'
import { changedParts } from '../changed-parts'
import { addMonths, firstSelected } from './month.view'
import { learnContext, learnWaiting, phoneToday, records, troubleOf } from './records-state'
import { recordsView, type RecordsView } from './records.view'

Page({
  data: {
    style: PAGE_STYLE,
    words: { ...texts.records, correct: texts.daySlot.correct },
    view: null as RecordsView | null,
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
    void this.load().then(() => platform.screen.endPullDown())
  },

  async enter() {
    this.leave()
    records.stops = [
      services.queue.onJudged(() => void this.load()),
      services.queue.onChange(() => void learnWaiting().then(() => this.render())),
      platform.network.onChange((network) => {
        if (network !== 'none') void this.loadOld()
      }),
    ]
    await Promise.all([learnContext(), learnWaiting()])
    if (records.month === '') records.month = phoneToday().slice(0, 7)
    await this.open(records.month, records.selected)
  },

  leave() {
    records.stops.forEach((stop) => stop())
    records.stops = []
  },

  /** Shows what is known at once, and asks for what is old. @param selected empty: the day that the month opens with */
  async open(month: string, selected: string) {
    Object.assign(records, { month, selected, monthTrouble: null, dayTrouble: null, knownDay: null })
    await this.recall()
    this.render()
    await this.loadOld()
  },

  async recall() {
    records.knownMonth = await services.ownRecords.month(records.month)
    const workDay = this.selected()
    records.knownDay = workDay === '' ? null : await services.ownRecords.day(workDay)
  },

  selected() {
    if (records.selected !== '') return records.selected
    return records.knownMonth === null ? '' : firstSelected(records.knownMonth.reply)
  },

  async loadOld() {
    if (!services.ownRecords.isFresh(records.knownMonth)) return this.load()
    if (!services.ownRecords.isFresh(records.knownDay)) await this.loadDay()
  },

  /** The day along with its month where it is known which. */
  async load() {
    const workDay = this.selected()
    await Promise.all([this.loadMonth(), workDay === '' ? null : this.loadDay()])
    if (workDay === '' && this.selected() !== '') await this.loadDay()
  },

  async loadMonth() {
    const { month } = records
    const loaded = await services.ownRecords.loadMonth(month)
    // Another month may be shown by now.
    if (records.month !== month) return
    if (loaded.ok) records.knownMonth = loaded.value
    records.monthTrouble = loaded.ok ? null : troubleOf(loaded.problem)
    this.render()
  },

  async loadDay() {
    const workDay = this.selected()
    const loaded = await services.ownRecords.loadDay(workDay)
    if (this.selected() !== workDay) return
    if (loaded.ok) records.knownDay = loaded.value
    records.dayTrouble = loaded.ok ? null : troubleOf(loaded.problem)
    this.render()
  },

  render() {
    const { knownMonth, knownDay, monthTrouble, dayTrouble } = records
    const shown = [knownMonth, knownDay].filter((known) => known !== null)
    const old = shown.filter((known) => !services.ownRecords.isFresh(known)).map(({ askedAtMs }) => askedAtMs)
    const view = recordsView({
      month: records.month,
      phoneToday: phoneToday(),
      reply: knownMonth?.reply ?? null,
      monthTrouble,
      selected: this.selected(),
      records: knownDay?.items ?? null,
      dayTrouble,
      oldSinceMs: old.length === 0 ? null : Math.min(...old) + records.clockOffsetMs,
      offsetMinutes: records.offsetMinutes,
      waiting: records.waiting,
      canCorrect: records.canCorrect,
    })
    const parts = changedParts('view', this.data.view, view)
    if (parts !== null) this.setData(parts)
  },

  onPrevious() {
    if (this.data.view?.month.hasPrevious === true) void this.open(addMonths(records.month, -1), '')
  },

  onNext() {
    if (this.data.view?.month.hasNext === true) void this.open(addMonths(records.month, 1), '')
  },

  onChooseMonth(event: WechatMiniprogram.PickerChange) {
    const { view } = this.data
    const month = String(event.detail.value).slice(0, 7)
    if (view !== null && month >= view.month.firstMonth && month <= view.month.lastMonth) void this.open(month, '')
  },

  onChooseDay(event: WechatMiniprogram.CustomEvent<{ workDay: string }>) {
    void this.open(records.month, event.detail.workDay)
  },

  onOpen(event: WechatMiniprogram.CustomEvent<{ attemptId: string }>) {
    platform.navigation.open(resultPage(event.detail.attemptId))
  },

  onCorrect(event: WechatMiniprogram.TouchEvent) {
    const key = String(event.currentTarget.dataset['key'])
    const [kind = '', span = '1'] = key.split('-')
    platform.navigation.open(correctionPage({ workDay: this.selected(), kind, span: Number(span) }))
  },

  onRetry() {
    void this.load()
  },
})
