import { PAGE_STYLE } from '../../../components/page-scale'
import { changedParts } from '../../../pages/changed-parts'
import { faultPage, helpTopicPage } from '../../../routes'
import { platform } from '../../../services/app'
import { texts } from '../../../texts/texts'
import type { CodeGroup } from '../articles'
import { knownCapabilities, type HelpCapabilities } from '../known-capabilities'
import { helpView, type HelpView } from './help.view'

interface Shown {
  capabilities: HelpCapabilities | null
  query: string
  openGroup: CodeGroup | null
}

/** Topics, refusals by group, and a search over all of them. */
Page({
  data: { style: PAGE_STYLE, words: texts.help, query: '', view: null as HelpView | null },
  shown: { capabilities: null, query: '', openGroup: null } as Shown,

  async onLoad() {
    this.shown = { capabilities: await knownCapabilities(), query: '', openGroup: null }
    this.render()
  },

  render() {
    const { capabilities, query, openGroup } = this.shown
    if (capabilities === null) return
    const parts = changedParts('view', this.data.view, helpView(capabilities, { query, openGroup }))
    if (parts !== null) this.setData(parts)
  },

  onSearch({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.shown.query = detail.value
    this.setData({ query: detail.value })
    this.render()
  },

  onClear() {
    this.shown.query = ''
    this.setData({ query: '' })
    this.render()
  },

  onGroup({ currentTarget }: WechatMiniprogram.BaseEvent) {
    const { id } = currentTarget.dataset as { id: CodeGroup }
    this.shown.openGroup = this.shown.openGroup === id ? null : id
    this.render()
  },

  onArticle({ currentTarget }: WechatMiniprogram.BaseEvent) {
    platform.navigation.open(helpTopicPage((currentTarget.dataset as { id: string }).id))
  },

  onReport() {
    platform.navigation.open(faultPage())
  },
})
