import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeTempFolder, type TempFolder } from '../../../test/temp-folder'
import { beginDemo, openDemoClock } from './demo-clock'
import { systemClock } from './system'

const WEDNESDAY_MS = Date.parse('2026-11-18T08:45:00+08:00')
let temp: TempFolder
let folder: string
beforeEach(() => {
  temp = makeTempFolder()
  folder = join(temp.path, 'demo-time')
})
afterEach(() => temp.remove())

it('shows the given moment at the beginning and runs on from there', () => {
  const beforeMs = systemClock.nowMs()
  const clock = openDemoClock(folder, WEDNESDAY_MS)
  const shownMs = clock.nowMs()
  const passedMs = systemClock.nowMs() - beforeMs
  expect(shownMs).toBeGreaterThanOrEqual(WEDNESDAY_MS)
  expect(shownMs).toBeLessThanOrEqual(WEDNESDAY_MS + passedMs)
  expect(clock.nowMs()).toBeGreaterThanOrEqual(shownMs)
})

it('is one clock for all processes of a demo, and for one that starts again', async () => {
  await beginDemo(folder, WEDNESDAY_MS)
  const path = join(folder, 'clock.json')
  const beginning = JSON.parse(readFileSync(path, 'utf8')) as { sinceMs: number }
  writeFileSync(path, JSON.stringify({ ...beginning, sinceMs: beginning.sinceMs - 3_600_000 }))
  const hourLaterMs = openDemoClock(folder, WEDNESDAY_MS).nowMs() - 3_600_000
  expect(hourLaterMs).toBeGreaterThanOrEqual(WEDNESDAY_MS)
  expect(hourLaterMs).toBeLessThan(WEDNESDAY_MS + 60_000)
})

it('begins anew with an empty folder', async () => {
  await beginDemo(folder, WEDNESDAY_MS)
  writeFileSync(join(folder, 'waiqin.db'), 'of the first')
  await beginDemo(folder, WEDNESDAY_MS)
  expect(existsSync(join(folder, 'waiqin.db'))).toBe(false)
})

it('leaves the data of a demo that is running', async () => {
  await beginDemo(folder, WEDNESDAY_MS)
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
  const ended = new Promise((resolve) => other.once('exit', resolve))
  writeFileSync(
    join(folder, 'clock.json'),
    JSON.stringify({ demoTimeMs: WEDNESDAY_MS, sinceMs: 0, processId: other.pid }),
  )
  await expect(beginDemo(folder, WEDNESDAY_MS)).rejects.toMatchObject({ code: 'DEMO_RUNS' })
  other.stdin.end()
  await ended
  await expect(beginDemo(folder, WEDNESDAY_MS)).resolves.toBeUndefined()
})
