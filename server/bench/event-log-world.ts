/** What the parts of `bench:event-log` share: a fleet, an Elasticsearch, worker processes, and the count at the end. */
import { readFileSync } from 'node:fs'
import { prepareFleetApp } from '../test/fleet-app'
import { openElasticsearch } from '../test/ports/event-log-elasticsearch'
import { startWorkerProcess } from '../test/start-web'
import { backlogOf } from './backlog'

const POLL_MS = 500
/** Half of what one search answers: each might be there twice. */
const PAGE = 5_000

export interface Worker {
  /** The most memory that it had, in megabytes; null where the system does not say. */
  peakMegabytes(): number | null
  /** Lets it finish; for whatever runs it no more. */
  stop(): Promise<void>
}

export interface Comparison {
  readonly events: number
  readonly lost: number
  readonly doubled: number
  /** Documents of no event of ours. */
  readonly strange: number
}

export type World = Awaited<ReturnType<typeof openWorld>>

/** @param isCancelled asked during everything that takes long */
export async function openWorld(url: string, phones: number, isCancelled: () => boolean) {
  const app = await prepareFleetApp({ phones, sites: 32, challengesPerPhone: 1 }, { NODE_ENV: 'development' })
  const elastic = openElasticsearch(url)
  await elastic.setUp()
  const backlog = backlogOf(app)
  const { read } = app.platform.database
  /** Feed numbers that workers with Elasticsearch were given: after the first, up to the second. */
  const given: [from: number, to: number][] = []

  const started = (environment: Readonly<Record<string, string>>): Worker => {
    const { process: child, output } = startWorkerProcess({ ...app.environment, ...environment })
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
    output.catch((error: Error) => {
      if (child.signalCode === null) console.error(error.message)
    })
    return {
      peakMegabytes: () => peakOf(child.pid),
      stop: () => {
        child.kill('SIGTERM')
        return ended
      },
    }
  }

  /** @param moved called with how many are left, twice a second */
  const drained = async (moved: (openCount: number) => void = () => {}): Promise<void> => {
    for (;;) {
      const open = await backlog.openCount()
      moved(open)
      if (open === 0 || isCancelled()) return
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  return {
    ...{ app, backlog, elastic, drained },
    /** With the log in the database. */
    embeddedWorker: () => started({ EVENT_LOG: 'embedded' }),
    /** @param through another address of the same Elasticsearch; everything before has to be drained */
    elasticWorker: async (through = url): Promise<Worker> => {
      const from = await backlog.lastSequence()
      const { namespace } = elastic
      const settings = { ELASTICSEARCH_URLS: through, ELASTICSEARCH_NAMESPACE: namespace }
      const worker = started({ EVENT_LOG: 'elasticsearch', ...settings })
      return {
        ...worker,
        stop: async () => {
          await worker.stop()
          given.push([from, await backlog.lastSequence()])
        },
      }
    },
    /** Compares, id by id, what the workers were given with what Elasticsearch has. */
    compare: async (): Promise<Comparison> => {
      const { client, stream: index } = elastic
      await client.indices.refresh({ index })
      const ofWorkers = { OR: given.map(([from, to]) => ({ feedSequence: { gt: from, lte: to } })) }
      let [events, lost, found] = [0, 0, 0]
      for (let after = ''; ;) {
        const where = { ...ofWorkers, id: { gt: after } }
        const page = { select: { id: true }, orderBy: { id: 'asc' }, take: PAGE } as const
        const ids = (await read.outboxEvent.findMany({ where, ...page })).map(({ id }) => id)
        if (ids.length === 0) break
        const query = { ids: { values: ids } }
        const { hits } = await client.search({ index, query, size: 2 * PAGE, _source: false })
        events += ids.length
        found += hits.hits.length
        lost += ids.length - new Set(hits.hits.map(({ _id }) => _id)).size
        after = ids.at(-1) ?? ''
      }
      const { count } = await client.count({ index })
      return { events, lost, doubled: found - (events - lost), strange: count - found }
    },
    close: async () => {
      await elastic.client.indices.deleteDataStream({ name: elastic.stream }).catch(() => undefined)
      await elastic.close()
      await app.close()
    },
  }
}

/** From Linux's own count. */
function peakOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1_024)
  } catch {
    return null
  }
}
