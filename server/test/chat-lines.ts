/** What stands in a person's chat, read off the sandbox's page as a person reads it. */

export interface ChatCard {
  readonly kind: 'card'
  readonly taskId: string
  readonly title: string
  readonly subtitle: string
  readonly rows: readonly (readonly [name: string, value: string])[]
  readonly buttons: readonly { readonly text: string; readonly key: string }[]
  /** Instead of the buttons; null: they can be pressed. */
  readonly outcome: string | null
  /** Of the mini-program. */
  readonly page: string
}

export type ChatLine =
  | ChatCard
  | { readonly kind: 'text'; readonly text: string; readonly links: number }
  | { readonly kind: 'other'; readonly html: string }

export function chatLines(messages: readonly { readonly html: string }[]): readonly ChatLine[] {
  return messages.map(({ html }) => readLine(html))
}

function readLine(html: string): ChatLine {
  const taskId = /data-task="([^"]*)"/.exec(html)?.[1]
  if (taskId !== undefined) return readCard(html, taskId)
  const bubble = /<p class="bubble">([\s\S]*?)<\/p>/.exec(html)?.[1]
  if (bubble === undefined) return { kind: 'other', html }
  return { kind: 'text', text: plain(bubble), links: (bubble.match(/<a /g) ?? []).length }
}

function readCard(html: string, taskId: string): ChatCard {
  const first = (pattern: RegExp) => plain(pattern.exec(html)?.[1] ?? '')
  const outcome = /class="greyed">([\s\S]*?)<\/span>/.exec(html)?.[1]
  return {
    kind: 'card',
    taskId,
    title: first(/class="main-title">([\s\S]*?)<\/p>/),
    subtitle: first(/class="main-desc">([\s\S]*?)<\/p>/),
    rows: [...html.matchAll(/<dt>([\s\S]*?)<\/dt>\s*<dd>([\s\S]*?)<\/dd>/g)].map(
      ([, name = '', value = '']) => [plain(name), plain(value)] as const,
    ),
    buttons: [...html.matchAll(/data-press="([^"]*)">([\s\S]*?)<\/button>/g)].map(([, key = '', text = '']) => ({
      text: plain(text),
      key: plain(key),
    })),
    outcome: outcome === undefined ? null : plain(outcome),
    page: first(/data-page="([^"]*)"/),
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Without tags, entities as the characters they stand for. */
function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .trim()
}
