/** What WeCom calls us about, on its way in: verified and read by the codec, kept by the store. */
import type { DecisionCard } from './messenger'
import type { WecomEvent } from './wecom-events'

/** As they stand in the address of a callback. */
export interface CallbackQuery {
  readonly signature: string
  /** Seconds since 1970, as text. */
  readonly timestamp: string
  readonly nonce: string
}

export interface OpenedCallback {
  readonly event: WecomEvent
  /** For the log: WeCom's names, e.g. `change_contact/update_user`. */
  readonly eventName: string
  /** The same for every repeat, another for everything else; 64 hex digits. */
  readonly messageKey: string
  /** The decrypted XML. */
  readonly plainXml: string
}

/** @throws AppError CALLBACK_REFUSED for whatever is not WeCom's, not ours, too old, or not to be read */
export interface CallbackCodec {
  /** The text that proves to WeCom that we hold the key. */
  openEcho(query: CallbackQuery, echo: string): string
  open(query: CallbackQuery, body: string): OpenedCallback
  /** Reads again what `open` gave as `plainXml`. */
  eventOf(plainXml: string): WecomEvent
  /** Plain XML that turns the presser's card into this one. */
  cardReply(card: DecisionCard, userId: string): string
  /** Encrypts and signs a plain reply. */
  seal(plainXml: string): string
}

export interface NewCallback {
  readonly id: string
  readonly messageKey: string
  readonly eventName: string
  readonly plainXml: string
  /** Before that nobody but the receiver itself works on it. */
  readonly nextTryAtMs: number
}

export interface StoredCallback {
  readonly id: string
  readonly eventName: string
  readonly state: 'waiting' | 'done' | 'failed'
  /** Null once it is processed or given up. */
  readonly plainXml: string | null
  readonly replyXml: string | null
  readonly tries: number
  readonly nextTryAtMs: number
}

/** Every callback, once. No trail: what it leads to leaves its own. */
export interface CallbackStore {
  /** @returns null when it is new and kept now; else what came before */
  receive(callback: NewCallback, nowMs: number): Promise<StoredCallback | null>
  /** Waiting ones whose time has come, oldest first. */
  due(nowMs: number, limit: number): Promise<readonly StoredCallback[]>
  /** Keeps other workers away from one that is due, until then. @returns false when one of them has it */
  hold(callback: Pick<StoredCallback, 'id' | 'nextTryAtMs'>, untilMs: number): Promise<boolean>
  /** Empties the message. @returns false when it was finished before */
  finish(id: string, replyXml: string | null, nowMs: number): Promise<boolean>
  /** @param nextTryAtMs null: given up, which empties the message */
  postpone(id: string, problem: string, nextTryAtMs: number | null, nowMs: number): Promise<void>
}
