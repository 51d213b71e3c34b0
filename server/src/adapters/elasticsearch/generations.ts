import type { Client } from '@elastic/elasticsearch'

/** A document that is in the stream, and in which of its indices Elasticsearch says it is. */
export interface Landed {
  readonly id: string
  readonly atMs: number
  readonly index: string
}

/** By how much our clocks and Elasticsearch's may differ. */
const CLOCKS_DIFFER_MS = 600_000

/**
 * Keeps one of each document in a data stream. Elasticsearch knows an id within one backing index only: what is
 * delivered again after a rollover would stand there twice. A document that is older than the index that it landed in
 * may be such a one; then its copy in that index goes, the first stays. Harmless when repeated, so that whoever dies
 * between writing and this does it at the next try.
 */
export function createGenerations(client: Client, stream: string) {
  let createdAtMs = new Map<string, number>()

  async function learn(): Promise<void> {
    const settings = await client.indices.getSettings({ index: stream, name: 'index.creation_date' })
    createdAtMs = new Map(
      Object.entries(settings).map(([index, one]) => [index, Number(one.settings?.index?.creation_date)]),
    )
  }

  const createdOf = (index: string) => createdAtMs.get(index) ?? Number.POSITIVE_INFINITY

  function olderThan(index: string): string[] {
    return [...createdAtMs.keys()].filter((one) => createdOf(one) < createdOf(index))
  }

  async function removeFrom(index: string, ids: readonly string[]): Promise<void> {
    const older = { index: olderThan(index), ignore_unavailable: true }
    if (older.index.length === 0) return
    await client.indices.refresh(older)
    const query = { ids: { values: [...ids] } }
    const { hits } = await client.search({ ...older, query, size: ids.length, _source: false, track_total_hits: false })
    const operations = [...new Set(hits.hits.map(({ _id }) => _id))].map((_id) => ({ delete: { _index: index, _id } }))
    if (operations.length === 0) return
    const { items } = await client.bulk({ operations })
    const failed = items.find((item) => item.delete?.error !== undefined)?.delete
    if (failed !== undefined) throw new Error(`A repeated document stays: ${failed._id} in ${failed._index}`)
  }

  return {
    async removeRepeats(landed: readonly Landed[]): Promise<void> {
      if (landed.some(({ index }) => !createdAtMs.has(index))) await learn()
      const byIndex = new Map<string, string[]>()
      for (const { id, atMs, index } of landed) {
        if (atMs < createdOf(index) + CLOCKS_DIFFER_MS) byIndex.set(index, [...(byIndex.get(index) ?? []), id])
      }
      for (const [index, ids] of byIndex) await removeFrom(index, ids)
    },
  }
}
