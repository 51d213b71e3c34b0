/** One article: pure. */
import type { HelpLink } from '../../../texts/zh/help/article'
import { texts } from '../../../texts/texts'
import { articleOf, stepsOf } from '../articles'
import type { HelpCapabilities } from '../known-capabilities'

export interface TopicView {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Empty where there is no rule behind it. */
  readonly why: string
  readonly stepsTitle: string
  readonly steps: readonly { readonly number: number; readonly text: string }[]
  /** The first one helps most. */
  readonly links: readonly { readonly name: HelpLink; readonly label: string; readonly look: string }[]
}

/** Null where there is no such article. @param id a topic, or the code of a decision */
export function topicView(id: string, capabilities: HelpCapabilities): TopicView | null {
  const article = articleOf(id)
  if (article === null) return null
  const words = texts.help
  return {
    title: article.title,
    paragraphs: article.paragraphs,
    why: article.why ?? '',
    stepsTitle: id in texts.helpTopics ? words.topicSteps : words.steps,
    steps: stepsOf(article, capabilities).map((text, index) => ({ number: index + 1, text })),
    links: article.links
      .filter((name) => isOffered(name, capabilities))
      .map((name, index) => ({
        name,
        label: words.links[name],
        look: index === 0 ? 'button--primary' : 'button--outline',
      })),
  }
}

function isOffered(name: HelpLink, { faultReports, quickCheckIn }: HelpCapabilities): boolean {
  if (name === 'fault') return faultReports
  return name !== 'settings' || quickCheckIn
}
