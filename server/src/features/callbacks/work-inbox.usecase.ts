import { nextTry } from '../../next-try.rules'
import type { CallbackCodec, CallbackStore, StoredCallback } from '../../ports/callbacks'
import type { Log } from '../../ports/log'
import type { Clock } from '../../ports/system'
import { answerTo, type CallbackHandlers } from './answer-callback.usecase'

export interface WorkInboxPorts {
  readonly codec: Pick<CallbackCodec, 'eventOf' | 'cardReply'>
  readonly callbacks: Pick<CallbackStore, 'due' | 'hold' | 'finish' | 'postpone'>
  readonly handlers: CallbackHandlers
  readonly clock: Clock
  readonly log: Log
}

/** About half a day in all. */
const LIMITS = { firstWaitMs: 5_000, longestWaitMs: 30 * 60_000, mostTries: 30 }
const HOLD_MS = 60_000

/**
 * Does what waits in the inbox, oldest first.
 * @param mayGoOn asked before each one
 * @returns how many there were
 */
export async function workInbox(
  ports: WorkInboxPorts,
  limit: number,
  mayGoOn: () => boolean = () => true,
): Promise<number> {
  const { callbacks, clock } = ports
  const due = await callbacks.due(clock.nowMs(), limit)
  for (const callback of due) {
    if (!mayGoOn()) break
    if (await callbacks.hold(callback, clock.nowMs() + HOLD_MS)) await work(ports, callback)
  }
  return due.length
}

async function work(ports: WorkInboxPorts, { id, plainXml, tries, eventName }: StoredCallback): Promise<void> {
  const { codec, callbacks, clock, log } = ports
  try {
    const reply = plainXml === null ? null : await answerTo(ports, codec.eventOf(plainXml))
    await callbacks.finish(id, reply, clock.nowMs())
  } catch (error) {
    const nowMs = clock.nowMs()
    const next = nextTry(LIMITS, tries, error, nowMs)
    await callbacks.postpone(id, next.problem, next.atMs, nowMs)
    const fields = { err: error, callbackId: id, eventName, tries: next.tries }
    if (next.atMs === null) log.error(fields, 'a callback of WeCom was given up')
    else log.warn(fields, 'a callback of WeCom could not be worked on; it is tried again')
  }
}
