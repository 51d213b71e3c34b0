import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLeaseStore } from '../../src/adapters/database/lease-store'
import { writeTrail } from '../../src/adapters/database/trail'
import { systemRandom } from '../../src/adapters/system/system'
import { startChild } from '../start-child'
import { makeTempFolder, type TempFolder } from '../temp-folder'
import { openTestDatabase, type TestDatabase } from '../test-database'

const LEASE_MS = 30_000
const KEYS = 5
const EVENTS_PER_LIFE = 20

/** Every step at which a relay can die, and at which time of it. */
const DEATHS = [
  ['lease taken', 1],
  ['inside numbering', 1],
  ['numbered', 1],
  ['delivered to in-batches', 1],
  ['inside marking', 1],
  ['inside marking', 2],
  ['marked', 1],
  ['delivered to one-by-one', 1],
  ['delivered to one-by-one', 17],
  ['marked', 12],
] as const

let opened: TestDatabase
let folder: TempFolder

beforeAll(async () => {
  opened = await openTestDatabase()
  folder = makeTempFolder()
})
afterAll(async () => {
  await opened.close()
  folder.remove()
})

/**
 * Each in a transaction of its own, while neither ids nor the instants that writers hand in rise: whoever commits later
 * was often asked earlier.
 */
async function happen(): Promise<readonly string[]> {
  const ids = Array.from({ length: EVENTS_PER_LIFE }, () => systemRandom.id()).reverse()
  for (const [index, id] of ids.entries()) {
    const [aggregateKey, payload] = [`key:${index % KEYS}`, { attemptId: `a${index}` }]
    const events = [{ id, aggregateKey, type: 'check_in.decided' as const, payload }]
    await opened.database.write((tx) => writeTrail(tx, { audit: [], events }, Date.now() - 1_000 * index))
  }
  return ids
}

/** @param aheadMs how far this relay's clock is ahead of ours */
function relay(aheadMs: number, step = '', time = 1) {
  return startChild('relay', opened.url, folder.path, String(aheadMs), step, String(time))
}

const endOf = ({ process }: ReturnType<typeof relay>) =>
  new Promise<NodeJS.Signals | number | null>((resolve) =>
    process.once('close', (code, signal) => resolve(signal ?? code)),
  )

describe('a relay that is killed', () => {
  it(`at every step (${DEATHS.length} times in a row) loses nothing, applies nothing twice and keeps the order of keys`, async () => {
    const ids: string[] = []
    let aheadMs = 0
    for (const [step, time] of DEATHS) {
      ids.push(...(await happen()))
      expect([step, time, await endOf(relay(aheadMs, step, time))]).toEqual([step, time, 'SIGKILL'])

      // Its lease outlives it: until then nobody else relays.
      const early = { name: 'outbox-relay', owner: 'early', untilMs: Date.now() + aheadMs + LEASE_MS }
      expect(await createLeaseStore(opened.database).take(early, Date.now() + aheadMs)).toBe(false)
      aheadMs += LEASE_MS + 1
    }
    await relay(aheadMs).output

    const { read } = opened.database
    const events = await read.outboxEvent.findMany({ orderBy: { feedSequence: 'asc' } })
    expect(events.map(({ id }) => id)).toEqual(ids)
    expect(events.map(({ feedSequence }) => feedSequence)).toEqual(ids.map((_, index) => index + 1))
    expect(await read.outboxDelivery.count({ where: { state: 'delivered' } })).toBe(3 * ids.length)
    expect(await read.outboxDelivery.count()).toBe(3 * ids.length)

    const logged = await read.eventLogEntry.findMany({ select: { id: true } })
    expect(logged.map(({ id }) => id).sort()).toEqual([...ids].sort())

    const keyOf = new Map(events.map(({ id, aggregateKey }) => [id, aggregateKey]))
    const inOrder = byKey(ids, keyOf)
    for (const name of ['in-batches', 'one-by-one']) {
      const given = readFileSync(join(folder.path, name), 'utf8').trim().split('\n')
      expect(byKey(new Set(given), keyOf)).toEqual(inOrder)
      // It was killed before it could say what had been taken: that came again.
      expect(given.length).toBeGreaterThan(ids.length)
    }
  }, 300_000)
})

/** Each key's ids in the order of their first arrival. */
function byKey(ids: Iterable<string>, keyOf: ReadonlyMap<string, string>): Record<string, string[]> {
  const lists: Record<string, string[]> = {}
  for (const id of ids) (lists[keyOf.get(id) ?? ''] ??= []).push(id)
  return lists
}
