/**
 * Relays until there is nothing to do, or kills itself at a step. Arguments: database address, folder for what the
 * subscribers were given, how far the clock is ahead in ms, the step, at which time of it.
 */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDatabaseEventLog } from '../../src/adapters/database/event-log-store'
import { createLeaseStore } from '../../src/adapters/database/lease-store'
import { openDatabase } from '../../src/adapters/database/open-database'
import { createOutboxStore } from '../../src/adapters/database/outbox-store'
import { systemClock, systemRandom } from '../../src/adapters/system/system'
import { eventLogSubscriber } from '../../src/worker/event-log-subscriber'
import { createRelayRounds } from '../../src/worker/relay'
import type { Subscriber } from '../../src/worker/subscriber'

const [url = '', folder = '', aheadMs = '0', killStep = '', killTime = '1'] = process.argv.slice(2)

let timesOfStep = 0
function step(name: string): void {
  if (name !== killStep) return
  timesOfStep += 1
  if (timesOfStep === Number(killTime)) process.kill(process.pid, 'SIGKILL')
}

const database = await openDatabase({ url })
/** Stores whose transactions have a step before they commit. */
const steppedStore = (name: string) =>
  createOutboxStore({
    ...database,
    write: (work) =>
      database.write(async (tx) => {
        const result = await work(tx)
        step(name)
        return result
      }),
  })
const numbering = steppedStore('inside numbering')
const marking = steppedStore('inside marking')
const outbox: typeof numbering = {
  ...marking,
  numberEvents: async (...parameters) => {
    const count = await numbering.numberEvents(...parameters)
    if (count !== null && count > 0) step('numbered')
    return count
  },
  markDelivered: async (...parameters) => {
    await marking.markDelivered(...parameters)
    step('marked')
  },
}
const leases = createLeaseStore(database)

/** Keeps the ids in a file of its own, on disk before it says that it has them. */
function recorder(name: string, mostAtOnce: number): Subscriber {
  return {
    name,
    wants: () => true,
    deliver: async (events) => {
      if (events.length > mostAtOnce) throw new Error(`at most ${mostAtOnce}`)
      appendFileSync(join(folder, name), events.map(({ id }) => `${id}\n`).join(''), { flush: true })
      step(`delivered to ${name}`)
    },
  }
}

const { number, subscribers } = createRelayRounds({
  outbox,
  leases: {
    ...leases,
    take: async (...parameters) => {
      const isTaken = await leases.take(...parameters)
      if (isTaken) step('lease taken')
      return isTaken
    },
  },
  subscribers: [
    eventLogSubscriber(createDatabaseEventLog(database)),
    recorder('in-batches', Infinity),
    recorder('one-by-one', 1),
  ],
  clock: { nowMs: () => systemClock.nowMs() + Number(aheadMs) },
  random: systemRandom,
  log: { info: () => {}, warn: () => {}, error: () => {} },
  ownerId: `child-${process.pid}`,
})

for (let moved = 1; moved > 0;) {
  const results = await Promise.all([number, ...subscribers].map((round) => round()))
  moved = results.reduce((sum, { movedCount }) => sum + movedCount, 0)
}
await database.close()
