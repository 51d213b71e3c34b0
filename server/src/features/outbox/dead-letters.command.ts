/**
 * `npm run outbox:dead -- list | retry <event id> <subscriber> | drop <event id> <subscriber> <reason> |
 * retry-all <subscriber> | drop-subscriber <subscriber> <reason>`
 */
import type { Database } from '../../adapters/database/database'
import { createDeadLetterStore } from '../../adapters/database/dead-letter-store'
import { openDatabase } from '../../adapters/database/open-database'
import { createLog } from '../../adapters/system/log'
import { systemClock } from '../../adapters/system/system'
import { AppError } from '../../app-error'
import { loadConfig, type Config } from '../../config'
import { SYSTEM_SOURCES } from '../../wiring'
import { relaySubscribers, openWorkerParts } from '../../wiring/worker'
import {
  dropDeadLetter,
  dropSubscriber,
  listDeadLetters,
  retryAllDeadLetters,
  retryDeadLetter,
  type DeadLetterPorts,
} from './dead-letters.usecase'

const USAGE = `用法：
  npm run outbox:dead -- list
  npm run outbox:dead -- retry <事件编号> <订阅方>
  npm run outbox:dead -- drop <事件编号> <订阅方> <原因>
  npm run outbox:dead -- retry-all <订阅方>
  npm run outbox:dead -- drop-subscriber <已停用的订阅方> <原因>`
/** sysexits.h: EX_USAGE. */
const EXIT_USAGE = 64
const LIST_LIMIT = 100
const OPERATOR = { actor: { kind: 'operator', id: 'operator' }, requestId: null } as const

const [action, ...words] = process.argv.slice(2)

interface CommandPorts extends DeadLetterPorts {
  readonly database: Database
  readonly config: Config
}

async function list(ports: DeadLetterPorts): Promise<void> {
  const { letters, next } = await listDeadLetters(ports, { after: null, limit: LIST_LIMIT })
  if (letters.length === 0) return console.log('没有送不出去的事件')
  for (const one of letters) {
    const at = new Date(one.createdAtMs).toISOString()
    console.log(
      `${one.eventId}  ${one.subscriber}  ${one.type}  ${at}  试过 ${one.attempts} 次，压住 ${one.heldCount} 个`,
    )
    console.log(`  ${one.lastError ?? ''}`)
  }
  if (next !== null) console.log(`只列出最早的 ${LIST_LIMIT} 个`)
}

async function dropWhole(ports: CommandPorts, subscriber: string, reason: string): Promise<void> {
  const { config, database } = ports
  const parts = await openWorkerParts(config, database, SYSTEM_SOURCES, createLog(config, 'worker'))
  const served = relaySubscribers(config, database, parts)
  await parts.events.close()
  const subscribers = served.map(({ name }) => name)
  const count = await dropSubscriber({ ...ports, subscribers }, OPERATOR, subscriber, reason)
  if (count !== null) return console.log(`已放弃 ${count} 个，这些事件到期后可以清除`)
  console.error(`${subscriber} 仍在使用，没有改动`)
  process.exitCode = 1
}

/** What the arguments ask for; null when they ask for nothing that there is. */
function chosen(): ((ports: CommandPorts) => Promise<void>) | null {
  if (action === 'list') return list
  const [first, second, ...rest] = words
  if (action === 'retry-all' && first !== undefined) {
    return async (ports) => {
      const count = await retryAllDeadLetters(ports, OPERATOR, first)
      console.log(`已安排马上再送，其中 ${count} 个原已放下`)
    }
  }
  const subscriberReason = words.slice(1).join(' ').trim()
  if (action === 'drop-subscriber' && first !== undefined && subscriberReason !== '') {
    return (ports) => dropWhole(ports, first, subscriberReason)
  }
  if (first === undefined || second === undefined) return null
  const letter = { eventId: first, subscriber: second }
  if (action === 'retry') {
    return async (ports) => {
      await retryDeadLetter(ports, OPERATOR, letter)
      console.log('已安排马上再送')
    }
  }
  const reason = rest.join(' ').trim()
  if (action !== 'drop' || reason === '') return null
  return async (ports) => {
    await dropDeadLetter(ports, OPERATOR, letter, reason)
    console.log('已放弃，后面的事件继续')
  }
}

const work = chosen()
if (work === null) {
  console.error(USAGE)
  process.exitCode = EXIT_USAGE
} else {
  const config = loadConfig()
  const database = await openDatabase({ url: config.database.url })
  try {
    await work({ deadLetters: createDeadLetterStore(database), clock: systemClock, database, config })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error
    console.error('没有这样一个送不出去的事件（也许别人已经处理）')
    process.exitCode = 1
  } finally {
    await database.close()
  }
}
