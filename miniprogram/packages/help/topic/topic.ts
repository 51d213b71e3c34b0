import { PAGE_STYLE } from '../../../components/page-scale'
import { HELP_PAGE } from '../../../routes'
import { platform } from '../../../services/app'
import type { HelpLink } from '../../../texts/zh/help/article'
import { texts } from '../../../texts/texts'
import { knownCapabilities } from '../known-capabilities'
import { HELP_ADDRESSES, isTab } from './help-addresses'
import { topicView, type TopicView } from './topic.view'

/** One article of the help: a topic, or what a refusal means. */
Page({
  data: { style: PAGE_STYLE, words: texts.help, view: null as TopicView | null, isMissing: false },

  async onLoad({ topic = '' }: Record<string, string | undefined>) {
    const view = topicView(topic, await knownCapabilities())
    this.setData({ view, isMissing: view === null })
  },

  onLink({ currentTarget }: WechatMiniprogram.BaseEvent) {
    const address = HELP_ADDRESSES[(currentTarget.dataset as { name: HelpLink }).name]
    if (isTab(address)) platform.navigation.tab(address)
    else platform.navigation.open(address)
  },

  /** It was opened from there, or by a link from somewhere else. */
  onHelp() {
    const below = getCurrentPages().slice(-2, -1)[0]
    if (below !== undefined && `/${below.route}` === HELP_PAGE) platform.navigation.back()
    else platform.navigation.replace(HELP_PAGE)
  },
})
