/**
 * Signed check-ins over HTTP at 64 connections on the embedded database, against a bare JSON echo and against the same
 * code with group commit off. Everything is on: both signatures, facts from the database, commit before the answer.
 * Prints ratios of one run; rounds alternate, so that a machine that slows down slows all three. CPU time is the server's
 * own, and says more than the clock where the machine is shared.
 */
import { fileURLToPath } from 'node:url'
import { signCheckIn, type Fleet, type PreparedRequest } from '../test/fleet'
import { prepareFleetApp } from '../test/fleet-app'
import { startServerProcess, startWebProcess, type WebProcess } from '../test/start-web'
import type { CheckInStage } from '../src/ports/measure'
import { sendAll, type LoadFigures } from './load'

const ROUNDS = 5
const PHONES = Number(process.argv[2] ?? 2_000)
/** One by one is slow: fewer phones give the same figure sooner. */
const PHONES_ONE_BY_ONE = Math.ceil(PHONES / 5)
const STAGES: readonly CheckInStage[] = ['token', 'parse', 'facts', 'signature', 'sites', 'judge', 'commit']

interface Figures extends LoadFigures {
  readonly cpuMsPerRequest: number
}

interface Contender {
  readonly name: string
  readonly process: WebProcess
  requests(round: number): PreparedRequest[]
  readonly figures: Figures[]
  close(): Promise<void>
}

const grouped = await startServer('grouped', 'on', PHONES)
const single = await startServer('one by one', 'off', PHONES_ONE_BY_ONE)
const echo: Contender = {
  name: 'echo',
  process: await startServerProcess(fileURLToPath(new URL('./echo-server.ts', import.meta.url)), [], {}),
  requests: grouped.requests,
  figures: [],
  close: () => Promise.resolve(),
}
const contenders = [echo, grouped, single]
try {
  for (let round = 0; round < ROUNDS; round++) {
    for (const {
      name,
      process: { url },
      requests,
      figures,
    } of contenders) {
      const prepared = requests(round)
      const cpuBefore = await readMetric(url, 'process_cpu_seconds_total')
      const load = await sendAll(url, prepared)
      const cpuSeconds = (await readMetric(url, 'process_cpu_seconds_total')) - cpuBefore
      const result = { ...load, cpuMsPerRequest: (cpuSeconds * 1_000) / prepared.length }
      console.log(`round ${round} ${name.padEnd(10)} ${describe(result)}`)
      if (load.faults.size > 0) {
        throw new Error(
          `${name}: not answered with 2xx: ${[...load.faults].map(([kind, times]) => `${times} × ${kind}`).join(', ')}`,
        )
      }
      // The first round warms up code, caches and pages; it is not counted.
      if (round > 0) figures.push(result)
    }
  }
  printRatios()
  await printStages(grouped.process.url)
} finally {
  for (const contender of contenders) {
    await contender.process.stop()
    await contender.close()
  }
}

async function startServer(name: string, groupCommit: 'on' | 'off', phones: number): Promise<Contender> {
  const size = { phones, sites: ROUNDS, challengesPerPhone: 1 }
  const app = await prepareFleetApp(size, { NODE_ENV: 'development', GROUP_COMMIT: groupCommit })
  const { environment, fleet } = app
  const started = await startWebProcess(environment)
  return { name, process: started, requests: (round) => visits(fleet, round), figures: [], close: app.close }
}

/** Each phone visits another customer in each round, so every attempt is accepted. */
function visits(fleet: Fleet, round: number): PreparedRequest[] {
  const slot = { workDay: fleet.workDay, kind: 'visit', span: 0 } as const
  return fleet.phones.map((phone, index) =>
    signCheckIn({
      phone,
      slot,
      siteId: fleet.siteIds[round] as string,
      requestId: crypto.randomUUID(),
      challengeId: phone.challengeIds[0] as string,
      position: round,
      nowMs: Date.now(),
      jitter: index * 31 + round,
    }),
  )
}

function describe({ requestsPerSecond, p50Ms, p99Ms, cpuMsPerRequest }: Figures): string {
  const cpu = `CPU ${cpuMsPerRequest.toFixed(2)} ms`
  return `${requestsPerSecond.toFixed(0).padStart(6)}/s   p50 ${p50Ms} ms   p99 ${p99Ms} ms   ${cpu}`
}

function printRatios(): void {
  const ratios = (base: Contender, of: (figures: Figures) => number) =>
    grouped.figures.map((figure, round) => of(figure) / of(base.figures[round] ?? figure))
  const speed = (figures: Figures) => figures.requestsPerSecond
  const cpu = (figures: Figures) => 1 / figures.cpuMsPerRequest
  console.log(`check-ins / echo:       ${spread(ratios(echo, speed))}   (aim: at least 0.15)`)
  console.log(`check-ins / one by one: ${spread(ratios(single, speed))}   (aim: at least 4)`)
  console.log(`the same by CPU:        echo ${spread(ratios(echo, cpu))}, one by one ${spread(ratios(single, cpu))}`)
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((left, right) => left - right)
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN
  return `median ${median.toFixed(3)} (min ${sorted[0]?.toFixed(3)}, max ${sorted.at(-1)?.toFixed(3)})`
}

/** From the server's own histogram: the mean time per stage, waiting for the group included. */
async function printStages(url: string): Promise<void> {
  for (const stage of STAGES) {
    const read = (suffix: string) =>
      readMetric(url, `waiqin_check_in_stage_duration_seconds_${suffix}{stage="${stage}"}`)
    console.log(`${stage.padEnd(10)} ${(((await read('sum')) / (await read('count'))) * 1_000).toFixed(2)} ms`)
  }
}

async function readMetric(url: string, name: string): Promise<number> {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n')
  return Number(lines.find((line) => line.startsWith(`${name} `))?.slice(name.length) ?? NaN)
}
