/** A list that comes in pages: what was read stays until something newer is there. */
import type { Page } from '../contract/api'
import { single } from './memory'
import type { Answer } from './api'
import type { ApiProblem } from './transport'

export interface PagedList<Item> {
  /** Null before the first page came. */
  items(): readonly Item[] | null
  hasMore(): boolean
  /** By the phone's clock; null before the first page. */
  loadedAtMs(): number | null
  /** The first page anew. @returns what stood in its way, or null */
  refresh(): Promise<ApiProblem | null>
  /** The next page, if there is one. */
  more(): Promise<ApiProblem | null>
  /** Puts a newer one in the place of each that is the same. */
  replace(item: Item): void
}

/**
 * @param load a page; the first one without a cursor
 * @param idOf tells whether two are the same: what moved down between two pages is not shown twice
 */
export function createPagedList<Item>(
  time: { nowMs(): number },
  load: (cursor: string | undefined) => Answer<Page<Item>>,
  idOf: (item: Item) => string,
): PagedList<Item> {
  let items: readonly Item[] | null = null
  let cursor: string | null = null
  let loadedAtMs: number | null = null
  let round = 0

  return {
    items: () => items,
    hasMore: () => cursor !== null,
    loadedAtMs: () => loadedAtMs,

    refresh: single(async () => {
      const page = await load(undefined)
      if (!page.ok) return page.problem
      round++
      items = page.value.items
      cursor = page.value.nextCursor
      loadedAtMs = time.nowMs()
      return null
    }),

    more: single(async () => {
      if (cursor === null) return null
      const ofRound = round
      const page = await load(cursor)
      if (!page.ok) return page.problem
      // The list began anew meanwhile: this page belongs to the old one.
      if (ofRound !== round) return null
      const known = new Set((items ?? []).map(idOf))
      items = [...(items ?? []), ...page.value.items.filter((item) => !known.has(idOf(item)))]
      cursor = page.value.nextCursor
      return null
    }),

    replace(item) {
      items = items?.map((one) => (idOf(one) === idOf(item) ? item : one)) ?? null
    },
  }
}
