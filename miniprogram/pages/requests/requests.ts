import { PAGE_STYLE } from '../../components/page-scale'
import { platform, services } from '../../services/app'
import { texts } from '../../texts/texts'
import { requestRow, type RequestRow } from './requests.view'

/** One's own requests: what waits, what became of them. */
Page({
  data: {
    style: PAGE_STYLE,
    words: texts.requests,
    retry: texts.home.retry,
    rows: null as readonly RequestRow[] | null,
    hasFailed: false,
  },

  onShow() {
    void this.load()
  },

  onPullDownRefresh() {
    void this.load().then(() => platform.screen.endPullDown())
  },

  async load() {
    const page = await services.api.approvals({ role: 'requester', limit: 50 })
    if (!page.ok) return this.setData({ hasFailed: this.data.rows === null })
    this.setData({ rows: page.value.items.map(requestRow), hasFailed: false })
  },

  async onWithdraw(event: WechatMiniprogram.TouchEvent) {
    const words = texts.requests
    const isSure = await platform.screen.ask({
      title: words.withdrawTitle,
      text: words.withdrawText,
      agree: words.withdraw,
      decline: words.keep,
    })
    if (!isSure) return
    const { id, kind } = event.currentTarget.dataset as { id: string; kind: RequestRow['kind'] }
    const withdrawn = await (kind === 'rebind' ? services.rebind.withdraw(id) : services.api.withdrawApproval(id))
    if (!withdrawn.ok) {
      const { problem } = withdrawn
      platform.screen.toast(problem.kind === 'refused' ? `${problem.message}，${problem.hint}` : words.failed)
    }
    await this.load()
  },

  onRetry() {
    void this.load()
  },
})
