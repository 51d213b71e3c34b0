import { fixedClock } from '../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { createLeaseStore } from '../adapters/database/lease-store'
import type { WaitingRecord } from '../ports/write-back-store'
import type { Timer } from './repeat'
import { startWritingBack } from './write-back'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const ROUND_MS = 15_000

let opened: TestDatabase
beforeEach(async () => {
  opened = await openTestDatabase()
})
afterEach(() => opened.close())

/** Workers beside each other, with more to write than one round takes; each round begins when it is told to. */
function workers(...ownerIds: readonly string[]) {
  const clock = fixedClock(NOW_MS)
  const lines: string[] = []
  const due = (limit: number): WaitingRecord[] =>
    Array.from({ length: limit }, (_, index) => ({
      ...{ attemptId: `a${index}`, userId: 'ZhangMin', capturedAtMs: NOW_MS, siteName: '张江总部', siteAddress: null },
      ...{ slotKind: 'early', deferred: false, tries: 0, nextTryAtMs: NOW_MS },
    }))
  const made = ownerIds.map((ownerId) => {
    let writtenCount = 0
    let isBroken = false
    const rounds: (() => void)[] = []
    const timer: Timer = (work, delayMs) => {
      expect([0, ROUND_MS]).toContain(delayMs)
      rounds.push(work)
      return () => {}
    }
    const say = (_fields: unknown, text: string) => void lines.push(`${ownerId}: ${text}`)
    const writing = startWritingBack(
      {
        leases: createLeaseStore(opened.database),
        ownerId,
        clock,
        log: { info: say, warn: say, error: say },
        writeBacks: {
          due: (_nowMs, limit) => (isBroken ? Promise.reject(new Error('no database')) : Promise.resolve(due(limit))),
          begin: () => Promise.resolve(true),
          sent: () => Promise.resolve(),
          postpone: () => Promise.reject(new Error('nothing is refused here')),
        },
        attendance: {
          add: () => {
            writtenCount++
            return Promise.resolve({ kind: 'written' })
          },
          has: () => Promise.resolve(false),
        },
      },
      timer,
    )
    return {
      stop: () => writing.stop(),
      break: () => (isBroken = true),
      mend: () => (isBroken = false),
      /** @returns how many it wrote in this round */
      round: async () => {
        const [before, roundCount] = [writtenCount, rounds.length]
        rounds.at(-1)?.()
        while (rounds.length === roundCount) await new Promise<void>((resolve) => setImmediate(resolve))
        return writtenCount - before
      },
    }
  })
  return { clock, lines, made }
}

it('writes from one worker at a time, so that three together stay below WeCom’s 60 calls a minute', async () => {
  const { clock, made } = workers('one', 'two', 'three')
  let inOneMinute = 0
  for (let round = 0; round < 4; round++) {
    for (const worker of made) inOneMinute += await worker.round()
    clock.advance(ROUND_MS)
  }
  expect(inOneMinute).toBe(28)
})

it('goes on from another worker at once when the first one stops, and after a minute when it was killed', async () => {
  const { clock, made } = workers('one', 'two', 'three')
  const [one, two, three] = made
  expect([await one?.round(), await two?.round()]).toEqual([7, 0])
  await one?.stop()
  expect(await two?.round()).toBe(7)
  clock.advance(59_999)
  expect(await three?.round()).toBe(0)
  clock.advance(1)
  expect(await three?.round()).toBe(7)
})

it('goes on after a fault', async () => {
  const { lines, made } = workers('one')
  const [one] = made
  one?.break()
  expect(await one?.round()).toBe(0)
  expect(lines).toEqual(['one: check-ins could not be written back; it is tried again'])
  one?.mend()
  expect(await one?.round()).toBe(7)
})
