import type { CallbackCodec, CallbackQuery, CallbackStore } from '../../ports/callbacks'
import type { Log } from '../../ports/log'
import type { Clock, Random } from '../../ports/system'
import { answerTo, type CallbackHandlers } from './answer-callback.usecase'

export interface ReceiveCallbackPorts {
  readonly codec: CallbackCodec
  readonly callbacks: Pick<CallbackStore, 'receive' | 'finish'>
  readonly handlers: CallbackHandlers
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Resolves after so many milliseconds. */
  readonly pause: (delayMs: number) => Promise<void>
}

/** The encrypted answer; null: an empty one. */
export type ReceiveCallback = (query: CallbackQuery, body: string) => Promise<string | null>

/** WeCom waits five seconds; the rest is for the way there and back. */
const BUDGET_MS = 2_000
/** Meanwhile the receiver itself is at it. */
const HANDS_OFF_MS = 15_000

/**
 * Keeps a callback before anything else; a press is decided at once, so that the answer carries the presser's new card.
 * What takes longer than two seconds, and everything else, gets an empty answer and is done from the inbox. A repeat
 * gets the reply of the first.
 * @throws AppError CALLBACK_REFUSED
 */
export function createReceiveCallback(ports: ReceiveCallbackPorts): ReceiveCallback {
  const { codec, callbacks, handlers, clock, random, log, pause } = ports
  return async (query, body) => {
    const { event, eventName, messageKey, plainXml } = codec.open(query, body)
    const id = random.id()
    const isPress = event.kind === 'card_press'
    const nextTryAtMs = clock.nowMs() + (isPress ? HANDS_OFF_MS : 0)
    const before = await callbacks.receive({ id, messageKey, eventName, plainXml, nextTryAtMs }, clock.nowMs())
    if (before !== null) return before.replyXml === null ? null : codec.seal(before.replyXml)
    if (!isPress) return null

    const work = answerTo({ codec, handlers }, event).then(
      async (replyXml) => {
        await callbacks.finish(id, replyXml, clock.nowMs())
        return replyXml
      },
      (error: unknown) => {
        log.warn({ err: error, callbackId: id, eventName }, 'a press could not be answered; it is tried from the inbox')
        return null
      },
    )
    const replyXml = await Promise.race([work, pause(BUDGET_MS).then(() => null)])
    return replyXml === null ? null : codec.seal(replyXml)
  }
}
