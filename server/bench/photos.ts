/**
 * Photo verifications per second with one and two decoding processes, against a bare decode of the same files by sharp
 * in one thread, and the most memory that each took, decoders included. Every figure comes from a process of its own; rounds alternate, so that a
 * machine that slows down slows all three. Argument: pictures per round.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { createPhotoVerifier } from '../src/adapters/system/photo-verifier'
import { claimOf, scene } from '../test/pictures'
import { startScript } from '../test/start-child'
import { makeTempFolder } from '../test/temp-folder'

const ROUNDS = 4
const DIFFERENT_PICTURES = 4
/** Of Linux: what /proc counts processor time in. */
const CLOCK_TICK_MS = 10
const CONTENDERS = ['bare decode', '1 process', '2 processes'] as const
type Contender = (typeof CONTENDERS)[number]

interface Figures {
  readonly picturesPerSecond: number
  /** Processor time per picture, of all threads: what other work on the machine disturbs least. */
  readonly cpuMs: number
  readonly idleMegabytes: number
  readonly peakMegabytes: number
}

const [pictures = '24', contender, folder] = process.argv.slice(2)
if (contender === undefined || folder === undefined) await compare()
else console.log(JSON.stringify(await measure(contender as Contender, Number(pictures), folder)))

async function compare(): Promise<void> {
  const folder = makeTempFolder()
  const files = await camera()
  files.forEach((bytes, index) => writeFileSync(join(folder.path, `${index}.jpg`), bytes))
  const kilobytes = files.map(({ length }) => Math.round(length / 1_024)).join(', ')
  console.log(`${files.length} JPEGs of 4000 × 3000 pixels, ${kilobytes} KB; ${pictures} per round`)
  const figures: Record<Contender, Figures[]> = { 'bare decode': [], '1 process': [], '2 processes': [] }
  for (let round = 1; round <= ROUNDS; round++) {
    for (const name of CONTENDERS) {
      const output = await startScript(fileURLToPath(import.meta.url), [pictures, name, folder.path]).output
      const result = JSON.parse(output) as Figures
      figures[name].push(result)
      const { picturesPerSecond, cpuMs, idleMegabytes, peakMegabytes } = result
      const memory = `${cpuMs.toFixed(0)} ms CPU each, idle ${idleMegabytes} MB, peak ${peakMegabytes} MB`
      console.log(`round ${round} ${name.padEnd(12)} ${picturesPerSecond.toFixed(2).padStart(6)}/s   ${memory}`)
    }
  }
  folder.remove()
  const ratios = (name: Contender, base: Contender, figure: 'picturesPerSecond' | 'cpuMs' = 'picturesPerSecond') =>
    figures[name].map((one, round) => one[figure] / (figures[base][round]?.[figure] ?? NaN))
  console.log(`1 process / bare decode:   ${spread(ratios('1 process', 'bare decode'))}`)
  console.log(`2 processes / bare decode: ${spread(ratios('2 processes', 'bare decode'))}`)
  console.log(`2 processes / 1 process:   ${spread(ratios('2 processes', '1 process'))}`)
  console.log(`CPU, 1 process / bare:     ${spread(ratios('1 process', 'bare decode', 'cpuMs'))}`)
}

async function measure(name: Contender, count: number, folder: string): Promise<Figures> {
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)))
  const verifier = createPhotoVerifier({ processes: name === '2 processes' ? 2 : 1 })
  const takeOne =
    name === 'bare decode'
      ? async (bytes: Uint8Array) => void (await sharp(bytes, { sequentialRead: true }).raw().toBuffer())
      : async (bytes: Uint8Array) => {
          const { sha256, byteLength } = claimOf(bytes)
          const result = await verifier.verify({ bytes, claimedSha256: sha256, claimedByteLength: byteLength })
          if (result.verified !== true) throw new Error(`a picture failed: ${JSON.stringify(result)}`)
        }
  sharp.cache(false)
  sharp.concurrency(1)
  const lanes = name === '2 processes' ? 2 : 1
  const run = async (total: number) => {
    let next = 0
    const lane = async () => {
      while (next < total) await takeOne(files[next++ % files.length] as Uint8Array)
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }
  // Starts the processes and warms up their code.
  await run(2 * lanes)
  const idleMegabytes = megabytes(ownAndChildren().memoryBytes)
  let peak = 0
  const sampling = setInterval(() => (peak = Math.max(peak, ownAndChildren().memoryBytes)), 10)
  const cpuMsBefore = ownAndChildren().cpuMs
  const startedAt = performance.now()
  await run(count)
  const seconds = (performance.now() - startedAt) / 1_000
  const cpuMs = (ownAndChildren().cpuMs - cpuMsBefore) / count
  clearInterval(sampling)
  await verifier.close()
  return { picturesPerSecond: count / seconds, cpuMs, idleMegabytes, peakMegabytes: megabytes(peak) }
}

/** Of this process and those that it started, from Linux's /proc. */
function ownAndChildren(): { readonly memoryBytes: number; readonly cpuMs: number } {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim()
  const { user, system } = process.cpuUsage()
  let memoryBytes = process.memoryUsage.rss()
  let cpuMs = (user + system) / 1_000
  for (const child of children === '' ? [] : children.split(' ')) {
    const residentKilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1]
    // Counted from the state, which follows the name: 12th and 13th are the ticks in user and system mode.
    const fields = readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    memoryBytes += Number(residentKilobytes ?? 0) * 1_024
    cpuMs += (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK_MS
  }
  return { memoryBytes, cpuMs }
}

/** About 3 MB each, as a phone of 12 million pixels makes them. */
function camera(): Promise<Buffer[]> {
  return Promise.all(
    Array.from({ length: DIFFERENT_PICTURES }, (_, seed) =>
      scene(seed, { width: 4_000, height: 3_000, noise: 20 }).jpeg({ quality: 90 }).toBuffer(),
    ),
  )
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576)
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((left, right) => left - right)
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN
  return `median ${median.toFixed(2)} (min ${sorted[0]?.toFixed(2)}, max ${sorted.at(-1)?.toFixed(2)})`
}
