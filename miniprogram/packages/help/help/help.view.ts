/** The list of articles, and what a search finds in them: pure. */
import type { IconName } from '../../../components/icon/icons'
import { texts } from '../../../texts/texts'
import { articleOf, CODE_GROUPS, stepsOf, TOPIC_ICONS, topicsOf, type ArticleId, type CodeGroup } from '../articles'
import type { HelpCapabilities } from '../known-capabilities'

export interface HelpRow {
  readonly id: ArticleId
  readonly title: string
  readonly hint: string
}

export interface HelpView {
  readonly topics: readonly (HelpRow & { readonly icon: IconName })[]
  readonly groups: readonly {
    readonly id: CodeGroup
    readonly title: string
    readonly count: string
    readonly isOpen: boolean
    readonly rows: readonly HelpRow[]
  }[]
  /** Null while nothing is searched for. */
  readonly found: { readonly title: string; readonly hint: string; readonly rows: readonly HelpRow[] } | null
  readonly mayReport: boolean
}

export function helpView(
  capabilities: HelpCapabilities,
  { query, openGroup }: { readonly query: string; readonly openGroup: CodeGroup | null },
): HelpView {
  const words = texts.help
  const groups = Object.keys(CODE_GROUPS) as CodeGroup[]
  return {
    topics: topicsOf(capabilities).map((topic) => ({ ...rowOf(topic), icon: TOPIC_ICONS[topic] })),
    groups: groups.map((id) => ({
      id,
      title: words.groups[id],
      count: words.countOf(CODE_GROUPS[id].length),
      isOpen: id === openGroup,
      rows: id === openGroup ? CODE_GROUPS[id].map(rowOf) : [],
    })),
    found: query.trim() === '' ? null : foundView(capabilities, query.trim()),
    mayReport: capabilities.faultReports,
  }
}

function foundView(capabilities: HelpCapabilities, query: string): HelpView['found'] {
  const rows = search(capabilities, query).map(rowOf)
  return rows.length === 0
    ? { title: texts.help.foundNone(query), hint: texts.help.foundNoneHint, rows }
    : { title: texts.help.found(rows.length), hint: '', rows }
}

/** Articles that hold all words, those that hold them in the title first. */
export function search(capabilities: HelpCapabilities, query: string): ArticleId[] {
  const wanted = plain(query).split(' ').filter(Boolean)
  const holds = (text: string) => wanted.every((word) => plain(text).includes(word))
  const ids: ArticleId[] = [...topicsOf(capabilities), ...Object.values(CODE_GROUPS).flat()]
  const titled = ids.filter((id) => holds(articleOf(id)?.title ?? ''))
  const told = ids.filter((id) => !titled.includes(id) && holds(wholeText(id, capabilities)))
  return [...titled, ...told]
}

/** `WiFi`, `wi-fi` and `Wi-Fi` are one word. */
function plain(text: string): string {
  return text.toLowerCase().replace(/-/g, '').replace(/\s+/g, ' ').trim()
}

function wholeText(id: ArticleId, capabilities: HelpCapabilities): string {
  const article = articleOf(id)
  if (article === null) return ''
  return [article.title, ...article.paragraphs, article.why ?? '', ...stepsOf(article, capabilities)].join(' ')
}

function rowOf(id: ArticleId): HelpRow {
  const article = articleOf(id)
  return { id, title: article?.title ?? '', hint: article?.paragraphs[0] ?? '' }
}
