import { createElasticsearchEventLog } from '../src/adapters/elasticsearch/event-log'
import { toDocument } from '../src/worker/event-log-subscriber'
import { openElasticsearch, SILENT } from '../test/ports/event-log-elasticsearch'
import type { World } from './event-log-world'
import { spread } from './spread'

/** The product's worker against plain appends of the same documents, rounds alternating. */
export async function compareWithAppend(
  { backlog, elasticWorker, drained }: World,
  options: { readonly url: string; readonly rounds: number; readonly events: number; isCancelled(): boolean },
): Promise<void> {
  const { url, rounds, events, isCancelled } = options
  const figures: { readonly relay: number; readonly append: number }[] = []
  for (let round = 0; round <= rounds && !isCancelled(); round++) {
    const append = await appendPlainly(url, backlog.events(events))
    await backlog.seed(events)
    const worker = await elasticWorker()
    const seen: { readonly at: number; readonly left: number }[] = []
    await drained((left) => {
      // From when the first were moved: how long the process takes to start is another matter.
      if (left < events) seen.push({ at: performance.now(), left })
    })
    await worker.stop()
    const [first, last] = [seen[0], seen.at(-1)]
    if (first === undefined || last === undefined || isCancelled()) return
    const relay = ((first.left - last.left) * 1_000) / (last.at - first.at)
    console.log(`round ${round} append ${append.toFixed(0)}/s   relay ${relay.toFixed(0)}/s`)
    // The first warms up the node.
    if (round > 0) figures.push({ relay, append })
  }
  console.log(
    `append:         ${spread(
      figures.map(({ append }) => append),
      0,
    )} documents/s`,
  )
  console.log(
    `relay:          ${spread(
      figures.map(({ relay }) => relay),
      0,
    )} events/s`,
  )
  console.log(`relay / append: ${spread(figures.map(({ relay, append }) => relay / append))}`)
}

/** Into a stream of its own. @returns documents per second */
async function appendPlainly(url: string, events: ReturnType<World['backlog']['events']>): Promise<number> {
  const elastic = openElasticsearch(url)
  await elastic.setUp()
  const { client, namespace } = elastic
  const { append, batchSize = events.length } = createElasticsearchEventLog({ client, namespace, log: SILENT })
  const documents = events.map((event, index) =>
    toDocument({ ...event, createdAtMs: Date.now(), feedSequence: index + 1 }),
  )
  const startedAt = performance.now()
  for (let start = 0; start < documents.length; start += batchSize) {
    await append(documents.slice(start, start + batchSize))
  }
  const perSecond = (documents.length * 1_000) / (performance.now() - startedAt)
  await client.indices.deleteDataStream({ name: elastic.stream }).catch(() => undefined)
  await elastic.close()
  return perSecond
}
