/**
 * How fast the worker brings a backlog of events into the embedded event log, against plain inserts of the same rows,
 * and what check-ins that are written meanwhile feel of it. Rounds alternate; prints ratios of one run.
 */
import { fileURLToPath } from 'node:url'
import { insertNewRows } from '../src/adapters/database/sqlite/insert-new-rows'
import { signCheckIn, type Fleet } from '../test/fleet'
import { prepareFleetApp } from '../test/fleet-app'
import { startScript } from '../test/start-child'
import { startWebProcess } from '../test/start-web'
import { backlogOf } from './backlog'
import { sendAll, type LoadFigures } from './load'
import { spread } from './spread'

const EVENTS = Number(process.argv[2] ?? 20_000)
const PHONES = Number(process.argv[3] ?? 1_000)
const ROUNDS = 3
const CHUNK = 500
const POLL_MS = 100
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

const app = await prepareFleetApp(
  { phones: PHONES, sites: 1 + 2 * ROUNDS, challengesPerPhone: 1 },
  { NODE_ENV: 'development' },
)
const { platform, fleet, environment } = app
const { write } = platform.database
const backlog = backlogOf(app)
const web = await startWebProcess(environment)
let visitedSites = 0

try {
  // Code, caches and pages are warm before anything counts.
  await sendAll(web.url, visits(fleet, visitedSites++))
  const figures = []
  for (let round = 0; round < ROUNDS; round++) figures.push(await oneRound(round))
  print('relay / plain inserts', figures, ({ relayed, inserted }) => relayed / inserted)
  print('relay beside check-ins / relay alone', figures, ({ relayedBeside, relayed }) => relayedBeside / relayed)
  print(
    'check-ins beside the backlog / alone',
    figures,
    (one) => one.beside.requestsPerSecond / one.alone.requestsPerSecond,
  )
  print('their p99 beside the backlog / alone', figures, ({ beside, alone }) => beside.p99Ms / alone.p99Ms)
} finally {
  await web.stop()
  await app.close()
}

async function oneRound(round: number) {
  await relayAll()
  const inserted = await insertPlainly()
  await backlog.seed(EVENTS)
  const relayed = await relayAll()
  const alone = await sendAll(web.url, visits(fleet, visitedSites++))
  await relayAll()
  await backlog.seed(EVENTS)
  const relaying = relayAll()
  const beside = await sendAll(web.url, visits(fleet, visitedSites++))
  const relayedBeside = await relaying
  if (alone.faults.size + beside.faults.size > 0) throw new Error('check-ins were not answered with 2xx')
  console.log(`round ${round} plain inserts ${perSecond(inserted)}   relay ${perSecond(relayed)}`)
  console.log(`        beside check-ins: relay ${perSecond(relayedBeside)}`)
  console.log(`        check-ins alone ${describe(alone)}   beside the backlog ${describe(beside)}`)
  return { inserted, relayed, relayedBeside, alone, beside }
}

/** The rows that the relay will write into the log, without any relay. @returns rows per second */
async function insertPlainly(): Promise<number> {
  const rows = backlog.events(EVENTS).map(({ id, type, payload }) => ({
    ...{ id, at: new Date(), action: type, outcome: 'accepted', code: 'ACCEPTED', userId: null },
    ...{ employeeId: payload['employeeId'], siteId: payload['siteId'] },
    text: `${type} accepted ACCEPTED FIX_REPEATED ${fleet.workDay} visit fence 5g HUAWEI android`,
    documentJson: JSON.stringify(payload),
  }))
  const startedAt = performance.now()
  for (let start = 0; start < rows.length; start += CHUNK) {
    await write((tx) => insertNewRows(tx, 'EventLogEntry', 'id', rows.slice(start, start + CHUNK)))
  }
  return (rows.length * 1_000) / (performance.now() - startedAt)
}

/** Runs the product's worker until nothing is left. @returns events per second, from when the first ones had moved */
async function relayAll(): Promise<number> {
  const deliveredBefore = await backlog.deliveredCount()
  const worker = startScript(MAIN, ['worker'], environment)
  const ended = new Promise<void>((resolve) => worker.process.once('close', () => resolve()))
  let first: { readonly at: number; readonly delivered: number } | null = null
  while ((await backlog.openCount()) > 0) {
    const delivered: number = first === null ? await backlog.deliveredCount() : 0
    if (delivered > deliveredBefore) first = { at: performance.now(), delivered }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  const endedAt = performance.now()
  const count = (await backlog.deliveredCount()) - (first?.delivered ?? 0)
  worker.process.kill('SIGTERM')
  await ended
  return (count * 1_000) / (endedAt - (first?.at ?? endedAt))
}

function visits(of: Fleet, site: number) {
  const slot = { workDay: of.workDay, kind: 'visit', span: 0 } as const
  return of.phones.map((phone, index) =>
    signCheckIn({
      ...{ phone, slot, siteId: of.siteIds[site] as string, requestId: crypto.randomUUID() },
      ...{ challengeId: phone.challengeIds[0] as string, position: site, nowMs: Date.now(), jitter: index * 31 + site },
    }),
  )
}

function describe({ requestsPerSecond, p50Ms, p99Ms }: LoadFigures): string {
  return `${perSecond(requestsPerSecond)} p50 ${p50Ms} ms p99 ${p99Ms} ms`
}

function perSecond(value: number): string {
  return `${value.toFixed(0)}/s`
}

function print<Figures>(name: string, figures: readonly Figures[], ratioOf: (one: Figures) => number): void {
  console.log(`${name}: ${spread(figures.map(ratioOf))}`)
}
