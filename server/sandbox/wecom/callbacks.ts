import type { Clock, Random } from '../../src/ports/system'
import { pushBounded } from './bounded'
import { encryptMessage, messageSignature } from './crypto'
import type { Faults } from './faults'
import type { SandboxApp, SandboxBehaviour } from './options'
import { readPassiveReply, type PassiveReply } from './passive-reply'
import { writeXml, type XmlContent } from './xml'

/** What an administrator enters under 接收消息 → 设置API接收. */
export interface CallbackSettings {
  /** A function where the address is known only later; null: not yet. */
  readonly url: string | (() => string | null)
  readonly token: string
  /** 43 characters. */
  readonly encodingAesKey: string
}

export interface Delivery {
  readonly agentId: number
  /** The decrypted XML. */
  readonly plain: string
  /** One per try, in their order: HTTP status, or why there was none. */
  readonly attempts: readonly (number | 'time-out' | 'no answer')[]
  readonly isAnswered: boolean
  readonly reply: PassiveReply
}

export type CallbackContent = readonly (readonly [name: string, content: XmlContent])[]

export interface Callbacks {
  hasUrl(app: SandboxApp): boolean
  /**
   * `GET url?msg_signature&timestamp&nonce&echostr`: must answer 200 with the bare text within 1 s.
   * @returns null when it passed, else what is wrong; then the settings stay as they were
   */
  save(app: SandboxApp, settings: CallbackSettings): Promise<string | null>
  /** Sends a message to the app, with its retries; null: the app has no callback URL. */
  send(app: SandboxApp, content: CallbackContent): Promise<Delivery | null>
  /** Like `send` behind the caller's back, after what was queued before for this app. */
  queue(app: SandboxApp, content: CallbackContent): void
  log(): readonly Delivery[]
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>
}

interface Parts {
  readonly corpId: string
  readonly behaviour: SandboxBehaviour
  readonly faults: Faults
  readonly clock: Clock
  readonly random: Random
}

const MOST_LOGGED = 200
const NO_REPLY: PassiveReply = { kind: 'none' }

/** Messages from WeCom to the apps (documents 90930, 90238): encrypted, answered within 5 s, else tried again three times. */
export function createCallbacks({ corpId, behaviour, faults, clock, random }: Parts): Callbacks {
  const saved = new Map<SandboxApp, CallbackSettings>()
  const queues = new Map<SandboxApp, Promise<unknown>>()
  const log: Delivery[] = []
  const underWay = new Set<Promise<unknown>>()
  let keptBack: (() => Promise<unknown>)[] = []

  const settingsOf = (app: SandboxApp) => saved.get(app) ?? app.callback ?? null
  const urlOf = ({ url }: CallbackSettings) => (typeof url === 'string' ? url : url())
  const hex = (bytes: number) => Buffer.from(random.bytes(bytes)).toString('hex')

  function seal(settings: CallbackSettings, text: string) {
    const encrypted = encryptMessage(settings.encodingAesKey, text, corpId, random.bytes(16))
    const timestamp = String(Math.floor(clock.nowMs() / 1000))
    const nonce = String(parseInt(hex(4), 16))
    return { encrypted, timestamp, nonce, signature: messageSignature(settings.token, timestamp, nonce, encrypted) }
  }

  function track<Result>(work: Promise<Result>): Promise<Result> {
    const done = work.finally(() => underWay.delete(done))
    underWay.add(done)
    return done
  }

  async function save(app: SandboxApp, settings: CallbackSettings): Promise<string | null> {
    const text = String(parseInt(hex(6), 16))
    const { encrypted, timestamp, nonce, signature } = seal(settings, text)
    const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce, echostr: encrypted })
    try {
      const url = urlOf(settings) ?? ''
      const response = await fetch(`${url}${url.includes('?') ? '&' : '?'}${query}`, {
        redirect: 'error',
        signal: AbortSignal.timeout(behaviour.urlCheckTimeoutMs),
      })
      if (response.status !== 200) return `HTTP ${response.status}`
      if ((await response.text()) !== text) return 'answered another text than the decrypted echostr'
    } catch (error) {
      return isTimeout(error) ? 'no answer in time' : 'no answer'
    }
    saved.set(app, settings)
    return null
  }

  async function deliver(app: SandboxApp, settings: CallbackSettings, content: CallbackContent): Promise<Delivery> {
    const plain = writeXml('xml', content)
    const { encrypted, timestamp, nonce, signature } = seal(settings, plain)
    const url = urlOf(settings) ?? ''
    const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce })
    const target = `${url}${url.includes('?') ? '&' : '?'}${query}`
    const body = writeXml('xml', [
      ['ToUserName', corpId],
      ['AgentID', String(app.agentId)],
      ['Encrypt', encrypted],
    ])
    const attempts: Delivery['attempts'][number][] = []
    let answer: string | null = null
    while (answer === null && attempts.length <= behaviour.callbackRetries) {
      if (attempts.length > 0) await pause(behaviour.callbackRetryGapMs)
      const tried = await post(target, body, behaviour.callbackTimeoutMs)
      attempts.push(tried.outcome)
      answer = tried.body
    }
    const reply = answer === null ? NO_REPLY : readPassiveReply(answer, settings, corpId)
    const delivery = { agentId: app.agentId, plain, attempts, isAnswered: answer !== null, reply }
    pushBounded(log, delivery, MOST_LOGGED)
    return delivery
  }

  async function send(app: SandboxApp, content: CallbackContent): Promise<Delivery | null> {
    const settings = settingsOf(app)
    if (settings === null || urlOf(settings) === null) return null
    const fault = faults.takeCallbackFault()
    const notSent = { agentId: app.agentId, plain: writeXml('xml', content), attempts: [], isAnswered: false }
    if (fault?.kind === 'lost') return { ...notSent, reply: NO_REPLY }
    if (fault?.kind === 'wrong-order') {
      keptBack.push(() => deliver(app, settings, content))
      return { ...notSent, reply: NO_REPLY }
    }
    if (fault?.kind === 'late') await pause(fault.delayMs)
    const delivery = await deliver(app, settings, content)
    if (fault?.kind === 'duplicate') await deliver(app, settings, content)
    const waiting = keptBack
    keptBack = []
    for (const deliverLate of waiting) await deliverLate()
    return delivery
  }

  return {
    hasUrl: (app) => settingsOf(app) !== null,
    save,
    send: (app, content) => track(send(app, content)),
    queue(app, content) {
      const next = (queues.get(app) ?? Promise.resolve()).then(() => send(app, content))
      queues.set(app, track(next.catch(() => null)))
    },
    log: () => log,
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

async function post(url: string, body: string, timeoutMs: number) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = await response.text()
    return { outcome: response.status, body: response.status === 200 ? text : null }
  } catch (error) {
    return { outcome: isTimeout(error) ? ('time-out' as const) : ('no answer' as const), body: null }
  }
}

function isTimeout(error: unknown): boolean {
  return (error as { readonly name?: string }).name === 'TimeoutError'
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
