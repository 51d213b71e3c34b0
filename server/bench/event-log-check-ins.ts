import { signCheckIn } from '../test/fleet'
import { openFaultyLine } from '../test/ports/faulty-line'
import { startWebProcess } from '../test/start-web'
import type { World } from './event-log-world'
import { sendAll, type LoadFigures } from './load'
import { spread } from './spread'

/** What an answer of Elasticsearch is late by while it is slow. */
const LATE_MS = 2_000
const STATES = ['no worker', 'in the database', 'up', 'slow', 'down', 'back'] as const
type State = (typeof STATES)[number]
const BASE = 'in the database' satisfies State

/** What people who check in feel of the state that Elasticsearch is in. */
export async function loadInEachState(
  { app, backlog, drained, embeddedWorker, elasticWorker }: World,
  { url, rounds, isCancelled }: { readonly url: string; readonly rounds: number; isCancelled(): boolean },
): Promise<void> {
  const line = await openFaultyLine(url, LATE_MS)
  const web = await startWebProcess(app.environment)
  const figures: Record<State, LoadFigures>[] = []
  let visited = 0
  const load = async (): Promise<LoadFigures> => {
    const found = await sendAll(web.url, visits(app, visited++))
    if (found.faults.size > 0) throw new Error(`not answered with 2xx: ${[...found.faults.keys()].join(', ')}`)
    return found
  }
  /** Before Elasticsearch breaks there is something to deliver, so that the worker meets the fault. */
  const amid = async (begin: () => void): Promise<LoadFigures> => {
    begin()
    await backlog.seed(100)
    await line.untilRequested()
    return load()
  }
  const oneRound = async (): Promise<Record<State, LoadFigures>> => {
    const alone = await load()
    const embedded = embeddedWorker()
    await drained()
    const inDatabase = await load()
    await drained()
    await embedded.stop()
    const worker = await elasticWorker(line.url)
    await backlog.seed(100)
    await drained()
    const up = await load()
    const slow = await amid(() => line.break('slow'))
    const down = await amid(() => line.break('down'))
    line.mend()
    const back = await load()
    await drained()
    await worker.stop()
    return { 'no worker': alone, [BASE]: inDatabase, up, slow, down, back }
  }
  try {
    // Code, caches and pages are warm before anything counts.
    await load()
    for (let round = 0; round < rounds && !isCancelled(); round++) {
      const found = await oneRound()
      for (const state of STATES) console.log(`round ${round} ${state.padEnd(16)} ${textOf(found[state])}`)
      figures.push(found)
    }
    console.log(`against the log ${BASE}, of the same round:`)
    for (const state of STATES) {
      if (state === BASE) continue
      const ratios = (of: (one: LoadFigures) => number) => spread(figures.map((one) => of(one[state]) / of(one[BASE])))
      const [speed, p50, p99] = [
        ratios(({ requestsPerSecond }) => requestsPerSecond),
        ...(['p50Ms', 'p99Ms'] as const).map((name) => ratios((one) => one[name])),
      ]
      console.log(`${state.padEnd(16)} throughput ${speed}   p50 ${p50}   p99 ${p99}`)
    }
  } finally {
    await web.stop()
    await line.close()
  }
}

/** Everybody visits the next customer: each is accepted. */
function visits({ fleet }: World['app'], site: number) {
  const slot = { workDay: fleet.workDay, kind: 'visit', span: 0 } as const
  return fleet.phones.map((phone, index) =>
    signCheckIn({
      ...{ phone, slot, siteId: fleet.siteIds[site] as string, requestId: crypto.randomUUID(), position: site },
      ...{ challengeId: phone.challengeIds[0] as string, nowMs: Date.now(), jitter: index * 31 + site },
    }),
  )
}

function textOf({ requestsPerSecond, p50Ms, p99Ms }: LoadFigures): string {
  return `${requestsPerSecond.toFixed(0)}/s   p50 ${p50Ms} ms   p99 ${p99Ms} ms`
}
