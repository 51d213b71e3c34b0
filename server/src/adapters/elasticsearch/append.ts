import type { Client } from '@elastic/elasticsearch'
import type { EventLogDocument } from '../../ports/event-log'
import { toStored } from './document'
import { createGenerations, type Landed } from './generations'
import { DocumentsRefused } from './documents-refused'
import { NotSetUp, withoutValue } from './problems'

/** What this code writes; the same number stands in the mapping of server/elk/templates. */
export const MAPPING_VERSION = 1

const CONFLICT = 409
const TOO_MANY_REQUESTS = 429
/** More than a batch has: tries that take too long shall end before the relay gives the batch up. */
const FLUSH_BYTES = 8_000_000
/** A node that is too busy, or whose disk is full, answers 429: twice more, then the relay waits. */
const BUSY_RETRIES = 2
const BUSY_WAIT_MS = 1_000

export interface AppendOptions {
  /** Name of the data stream, e.g. `logs-attendance.events-default`. */
  readonly stream: string
  readonly namespace: string
  readonly busyWaitMs?: number
}

/**
 * Writes documents under their own ids, once each; those that are there already stay as they are.
 * @throws DocumentsRefused when Elasticsearch took all but some that no repetition helps; NotSetUp; any other error: maybe
 *   some are there, and appending them again completes it
 */
export function createAppend(client: Client, { stream, namespace, busyWaitMs = BUSY_WAIT_MS }: AppendOptions) {
  const generations = createGenerations(client, stream)
  let isSetUp = false

  return async (documents: readonly EventLogDocument[]): Promise<void> => {
    if (documents.length === 0) return
    if (!isSetUp) await requireSetUp(client, stream)
    isSetUp = true

    const atMsOf = new Map(documents.map(({ id, atMs }) => [id, atMs]))
    const landed: Landed[] = []
    const refused: { id: string; reason: string }[] = []
    /** Why, where the client says. */
    const busy: (string | null)[] = []
    const land = (id: string | null | undefined, index: string | undefined) => {
      const atMs = atMsOf.get(id ?? '')
      if (atMs !== undefined && id != null && index !== undefined) landed.push({ id, atMs, index })
    }
    await client.helpers.bulk<Record<string, unknown>>(
      {
        datasource: documents.map((document) => ({ ...toStored(document, namespace) })),
        onDocument: (document) => ({ create: { _index: stream, _id: idOf(document) } }),
        require_data_stream: true,
        flushBytes: FLUSH_BYTES,
        concurrency: 1,
        retries: BUSY_RETRIES,
        wait: busyWaitMs,
        onSuccess: ({ result }) => land(result.create?._id, result.create?._index),
        onDrop: ({ status, error, document }) => {
          const id = idOf(document)
          const index: unknown = error?.['index']
          if (status === CONFLICT) land(id, typeof index === 'string' ? index : undefined)
          else if (status >= TOO_MANY_REQUESTS) busy.push(error ? withoutValue(error.type, error.reason) : null)
          else refused.push({ id, reason: withoutValue(error?.type, error?.reason) })
        },
      },
      { maxRetries: 0 },
    )
    await generations.removeRepeats(landed)
    if (busy.length > 0) {
      const reason = busy.find((one) => one !== null) ?? (await whyBusy(client, stream))
      throw new Error(`Elasticsearch did not take ${busy.length} documents now: ${reason}`)
    }
    if (refused.length > 0) throw new DocumentsRefused(refused, documents.length)
  }
}

/** The client drops the reason of an answer of 429. */
async function whyBusy(client: Client, stream: string): Promise<string> {
  const settings = await client.indices.getSettings({ index: stream, name: 'index.blocks.*', flat_settings: true })
  const isFull = JSON.stringify(settings).includes('read_only_allow_delete')
  return isFull ? 'its disk is over the flood stage (cluster_block_exception)' : 'it is too busy (429)'
}

/** @throws NotSetUp: what would be written then lay under a mapping that nobody chose */
async function requireSetUp(client: Client, stream: string): Promise<void> {
  const version = await mappingVersion(client, stream)
  if (version === null || version < MAPPING_VERSION) throw new NotSetUp(stream, version, MAPPING_VERSION)
}

/** The oldest version that an index of the stream has; null when there is no such stream, or it is not ours. */
export async function mappingVersion(client: Client, stream: string): Promise<number | null> {
  const found = await client.indices.getMapping({ index: stream, ignore_unavailable: true })
  const versions = Object.values(found).map(({ mappings }) => {
    const version: unknown = mappings._meta?.['version']
    return typeof version === 'number' ? version : 0
  })
  return versions.length === 0 ? null : Math.min(...versions)
}

function idOf(document: Record<string, unknown>): string {
  const event = document['event'] as { readonly id: string }
  return event.id
}
