import type { ConsentNotice, ConsentState } from '../../contract/api'
import type { IconName } from '../../components/icon/icons'
import { dateText } from '../../texts/format'
import { markdownBlocks, type Block } from '../../texts/markdown'
import { texts } from '../../texts/texts'

export interface PrivacyView {
  /** All of the notice, in its own order. */
  readonly blocks: readonly PrivacyBlock[]
  /** What is collected comes first, and what follows it; empty where the notice has no such table. */
  readonly summary: readonly PrivacyBlock[]
  readonly version: string
}

/** A table of three columns becomes rows: what, what for, how long. */
export type PrivacyBlock =
  | { readonly key: number; readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly key: number; readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly key: number
      readonly kind: 'rows'
      readonly head: string
      readonly headRight: string
      readonly rows: readonly {
        readonly icon: IconName
        readonly name: string
        readonly text: string
        readonly right: string
      }[]
    }

/** What a row speaks of, by its words; the first that fits. */
const ICONS: readonly (readonly [RegExp, IconName])[] = [
  [/位置|定位/, 'locate'],
  [/Wi-?Fi/i, 'wifi'],
  [/照片/, 'camera'],
  [/手机/, 'phone'],
  [/姓名|工号/, 'user'],
  [/拜访|客户/, 'note'],
  [/时间|考勤/, 'clock'],
]

/**
 * Pure. The first heading is the page's title already.
 * @param offsetMinutes east of UTC: the server tells in UTC when the notice was published
 */
export function privacyView({ version, publishedAt, text }: ConsentNotice, offsetMinutes: number): PrivacyView {
  const blocks = markdownBlocks(text)
  const rest = blocks[0]?.kind === 'heading' && blocks[0].level === 1 ? blocks.slice(1) : blocks
  const whole = rest.map((block, key) => ({ key, ...shown(block) }))
  const firstTable = whole.findIndex(({ kind }) => kind === 'rows')
  return {
    blocks: whole,
    summary: firstTable < 0 ? [] : whole.slice(firstTable),
    version: texts.privacy.version(version, dateText(Date.parse(publishedAt), offsetMinutes)),
  }
}

export interface DeclinedWords {
  readonly title: string
  readonly text: string
}

/**
 * What it comes to that somebody did not agree: pure.
 * @param hasTraces this phone keeps something of an earlier agreement, withdrawn by now
 */
export function declinedWords(consent: ConsentState | null, hasTraces: boolean): DeclinedWords {
  const words = texts.privacy
  const agreedVersion = consent?.agreedVersion ?? null
  if (agreedVersion !== null && consent?.sufficient === true) {
    return { title: words.declinedNewerTitle, text: words.declinedNewerText(agreedVersion) }
  }
  if (agreedVersion !== null || hasTraces) return { title: words.declinedAfterTitle, text: words.declinedAfterText }
  return { title: words.declinedTitle, text: words.declinedText }
}

type Shown<Kind = PrivacyBlock> = Kind extends PrivacyBlock ? Omit<Kind, 'key'> : never

function shown(block: Block): Shown {
  if (block.kind === 'heading') return { kind: 'heading', text: block.text }
  if (block.kind !== 'table') return block
  const [first = '', second = '', third = ''] = block.head
  return {
    kind: 'rows',
    head: second === '' ? first : `${first}，${second}`,
    headRight: third,
    rows: block.rows.map(([name = '', text = '', right = '']) => ({
      icon: ICONS.find(([words]) => words.test(name))?.[1] ?? 'info',
      name,
      text,
      right,
    })),
  }
}
