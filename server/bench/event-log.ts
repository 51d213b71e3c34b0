/**
 * `npm run bench:event-log -- --url <address> [--events 100000] [--phones 500] [--rounds 3] [--only relay|drain|check-ins]`
 *
 * What the event log in a real Elasticsearch costs and takes: (relay) the worker against plain appends; (drain) a whole
 * backlog, with the worker's memory; (check-ins) what people who check in feel while Elasticsearch is up, slow, down and
 * back. Ends with a comparison, id by id: nothing lost, nothing doubled. Ctrl-C stops it in order. The address may also
 * stand in TEST_ELASTICSEARCH_URL; it writes into data streams of its own, and deletes them where the node lets it.
 */
import { parseArgs } from 'node:util'
import { elasticsearchUrl } from '../test/ports/event-log-elasticsearch'
import { loadInEachState } from './event-log-check-ins'
import { drain } from './event-log-drain'
import { compareWithAppend } from './event-log-relay'
import { openWorld } from './event-log-world'

const EVENTS_PER_ROUND = 20_000
/** A phone's challenge has 32 places; a round takes six, and the first load warms up. */
const MOST_ROUNDS = 5
const EXIT = { wrong: 1, usage: 64, cancelled: 130 } as const

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    events: { type: 'string', default: '100000' },
    phones: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
})
const url = values.url ?? elasticsearchUrl()
const [events, phones, rounds] = [Number(values.events), Number(values.phones), Number(values.rounds)]
const runs = (part: string) => values.only === undefined || values.only === part
if (url === null || !(events > 0 && phones > 0 && rounds > 0 && rounds <= MOST_ROUNDS)) {
  console.error(`--url (or TEST_ELASTICSEARCH_URL) is needed; at most ${MOST_ROUNDS} rounds`)
  process.exit(EXIT.usage)
}

let cancelled = false
const isCancelled = () => cancelled
process.on('SIGINT', () => {
  cancelled = true
})
const world = await openWorld(url, phones, isCancelled)
try {
  if (runs('relay')) {
    const perRound = Math.min(events, EVENTS_PER_ROUND)
    await compareWithAppend(world, { url, rounds, events: perRound, isCancelled })
  }
  if (runs('drain') && !cancelled) await drain(world, events, isCancelled)
  if (runs('check-ins') && !cancelled) await loadInEachState(world, { url, rounds, isCancelled })
  if (!cancelled) {
    const found = await world.compare()
    console.log(
      `of ${found.events} events ${found.lost} lost, ${found.doubled} doubled; ${found.strange} strange documents`,
    )
    if (found.lost + found.doubled + found.strange > 0) process.exitCode = EXIT.wrong
  } else process.exitCode = EXIT.cancelled
} finally {
  await world.close()
}
