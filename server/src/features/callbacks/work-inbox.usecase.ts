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

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 30 * 60_000
/** About half a day in all. */
const MOST_TRIES = 30
const HOLD_MS = 60_000

/** Does what waits in the inbox, oldest first. @returns how many there were */
export async function workInbox(ports: WorkInboxPorts, limit: number): Promise<number> {
  const { callbacks, clock } = ports
  const due = await callbacks.due(clock.nowMs(), limit)
  for (const callback of due) {
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
    const isOver = tries + 1 >= MOST_TRIES
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
    const nowMs = clock.nowMs()
    await callbacks.postpone(id, codeOf(error), isOver ? null : nowMs + waitMs, nowMs)
    const fields = { err: error, callbackId: id, eventName, tries: tries + 1 }
    if (isOver) log.error(fields, 'a callback of WeCom was given up')
    else log.warn(fields, 'a callback of WeCom could not be worked on; it is tried again')
  }
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: string }
  return typeof code === 'string' ? code : (name ?? 'unknown')
}
