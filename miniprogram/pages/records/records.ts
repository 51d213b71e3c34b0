import type { RecordItem } from '../../contract/api'
import { PAGE_STYLE } from '../../components/page-scale'
import { resultPage } from '../../routes'
import { platform, services } from '../../services/app'
import { texts } from '../../texts/texts'
import { recordsView, type RecordsDay } from './records.view'

interface Shown {
  items: readonly RecordItem[]
  cursor: string | null
}

Page({
  data: {
    style: PAGE_STYLE,
    words: texts.records,
    days: null as readonly RecordsDay[] | null,
    hasMore: false,
    hasFailed: false,
  },
  shown: { items: [], cursor: null } as Shown,

  onShow() {
    void this.load()
  },

  onPullDownRefresh() {
    void this.load().then(() => platform.screen.endPullDown())
  },

  onReachBottom() {
    if (this.shown.cursor !== null) void this.more(this.shown.cursor)
  },

  async load() {
    const page = await services.api.records()
    if (!page.ok) return this.setData({ hasFailed: this.data.days === null })
    this.show({ items: page.value.items, cursor: page.value.nextCursor })
  },

  async more(cursor: string) {
    const page = await services.api.records({ cursor })
    if (!page.ok || this.shown.cursor !== cursor) return
    this.show({ items: this.shown.items.concat(page.value.items), cursor: page.value.nextCursor })
  },

  show(shown: Shown) {
    this.shown = shown
    this.setData({ days: recordsView(shown.items), hasMore: shown.cursor !== null, hasFailed: false })
  },

  onMore() {
    void this.onReachBottom()
  },

  onRecord(event: WechatMiniprogram.TouchEvent) {
    platform.navigation.open(resultPage(String(event.currentTarget.dataset['id'])))
  },

  onRetry() {
    void this.load()
  },
})
