import { CORRECTION_REASON_LENGTH } from '../../../contract/api-corrections'
import { PAGE_STYLE } from '../../../components/page-scale'
import { changedParts } from '../../../pages/changed-parts'
import { TABS } from '../../../routes'
import { platform, services } from '../../../services/app'
import { texts } from '../../../texts/texts'
import { claimedAt, correctionView, type CorrectableSlot, type CorrectionView } from './correction.view'

interface Form {
  slot: CorrectableSlot | null
  time: string
  reason: string
  isSending: boolean
  clockOffsetMs: number
}

interface Wanted {
  readonly workDay: string
  readonly kind: string
  readonly span: number
}

/** A forgotten check-in: when it was, and why it is missing. Somebody with authority decides. */
Page({
  data: {
    style: PAGE_STYLE,
    words: texts.correction,
    longestReason: CORRECTION_REASON_LENGTH.longest,
    view: null as CorrectionView | null,
    stopped: null as { readonly title: string; readonly hint: string } | null,
    problem: '',
  },
  form: { slot: null, time: '', reason: '', isSending: false, clockOffsetMs: 0 } as Form,

  async onLoad({ workDay = '', kind = '', span = '0' }: Record<string, string | undefined>) {
    const words = texts.correction
    const known = await services.contexts.current()
    if (known?.context.capabilities.corrections !== true) {
      return this.setData({ stopped: { title: words.notOffered, hint: words.notOfferedHint } })
    }
    this.form.clockOffsetMs = known.clockOffsetMs
    this.form.slot = await this.slotOf({ workDay, kind, span: Number(span) })
    if (this.form.slot === null) {
      return this.setData({ stopped: { title: words.unknownSlot, hint: words.unknownSlotHint } })
    }
    this.render()
  },

  /** As the month has it: the window of that day's rule. */
  async slotOf({ workDay, kind, span }: Wanted): Promise<CorrectableSlot | null> {
    const month = workDay.slice(0, 7)
    const held = await services.ownRecords.month(month)
    const loaded = held === null ? await services.ownRecords.loadMonth(month) : null
    const reply = held?.reply ?? (loaded?.ok === true ? loaded.value.reply : null)
    const day = reply?.days.find((candidate) => candidate.workDay === workDay)
    const slot = day?.slots.find((candidate) => candidate.kind === kind && candidate.span === span)
    return slot === undefined ? null : { workDay, ...slot }
  },

  render() {
    const { slot, time, reason, isSending, clockOffsetMs } = this.form
    if (slot === null) return
    const view = correctionView({ slot, time, reason, isSending, nowMs: platform.time.nowMs() + clockOffsetMs })
    const parts = changedParts('view', this.data.view, view)
    if (parts !== null) this.setData(parts)
  },

  onTime(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.form.time = event.detail.value
    this.render()
  },

  onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.form.reason = event.detail.value
    this.render()
  },

  async onSubmit() {
    const { slot, time, reason } = this.form
    if (slot === null || this.form.isSending || this.data.view?.isReady !== true) return
    this.form.isSending = true
    this.setData({ problem: '' })
    this.render()
    const { workDay, kind, span } = slot
    const asked = await services.api.requestCorrection({
      workDay,
      kind,
      span,
      claimedAt: claimedAt(slot, time),
      reason: reason.trim(),
      photos: [],
    })
    this.form.isSending = false
    this.render()
    if (!asked.ok) {
      const { problem } = asked
      const text = problem.kind === 'refused' ? `${problem.message}。${problem.hint}` : texts.correction.failed
      return this.setData({ problem: text })
    }
    platform.screen.toast(texts.correction.submitted)
    platform.navigation.tab(TABS.requests)
  },
})
