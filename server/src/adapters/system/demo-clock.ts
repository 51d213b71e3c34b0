import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../ports/system'
import { systemClock } from './system'

/** Which moment of the system's clock is the demo's beginning; web, worker and their restarts share it. */
interface Beginning {
  readonly demoTimeMs: number
  readonly sinceMs: number
  /** Of the process that began it. */
  readonly processId: number
}

const FILE = 'clock.json'

/**
 * Empties the demo's folder and begins its clock: time goes back, so what an earlier demo wrote would lie in the future.
 * @throws Error with code DEMO_RUNS and a line for the user when another process is showing a demo from this folder
 */
export async function beginDemo(folder: string, demoTimeMs: number): Promise<void> {
  const earlier = readBeginning(folder)
  if (earlier !== null && earlier.processId !== process.pid && isRunning(earlier.processId)) {
    const text = `另一个演示（进程 ${earlier.processId}）正在用 ${folder}。先停掉它，或换一个目录：DATA_DIR=.data2 npm start`
    throw Object.assign(new Error(text), { code: 'DEMO_RUNS' })
  }
  await rm(folder, { recursive: true, force: true })
  begin(folder, demoTimeMs)
}

/** A clock that showed `demoTimeMs` when the demo of this folder began; a folder without one begins it now. */
export function openDemoClock(folder: string, demoTimeMs: number): Clock {
  const known = readBeginning(folder)
  const { sinceMs } = known?.demoTimeMs === demoTimeMs ? known : begin(folder, demoTimeMs)
  const offsetMs = demoTimeMs - sinceMs
  return { nowMs: () => systemClock.nowMs() + offsetMs }
}

function begin(folder: string, demoTimeMs: number): Beginning {
  const beginning: Beginning = { demoTimeMs, sinceMs: systemClock.nowMs(), processId: process.pid }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, FILE), `${JSON.stringify(beginning)}\n`)
  return beginning
}

/** Null: there is none, or it is not what was written. */
function readBeginning(folder: string): Beginning | null {
  try {
    const { demoTimeMs, sinceMs, processId } = JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as Beginning
    const isWhole = [demoTimeMs, sinceMs, processId].every((value) => Number.isSafeInteger(value))
    return isWhole ? { demoTimeMs, sinceMs, processId } : null
  } catch {
    return null
  }
}

/** Signal 0 only asks. */
function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
