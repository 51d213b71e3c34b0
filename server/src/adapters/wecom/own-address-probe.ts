import { encrypt, getSignature } from '@wecom/crypto'
import type { Clock, Random } from '../../ports/system'
import type { OwnAddressProbe, OwnAnswer } from '../../ports/wecom-probe'
import type { CallbackKeys } from './callback-crypto'

export interface OwnAddressProbeOptions {
  /** Null: `echo` is not asked. */
  readonly keys: CallbackKeys | null
  readonly clock: Clock
  readonly random: Random
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 8_000
const LONGEST_ANSWER = 1_024

/** Asks our own public addresses as WeCom would (developer.work.weixin.qq.com/document/path/90930). */
export function createOwnAddressProbe({
  keys,
  clock,
  random,
  timeoutMs = TIMEOUT_MS,
}: OwnAddressProbeOptions): OwnAddressProbe {
  async function expectText(url: string, expected: string): Promise<OwnAnswer> {
    const startedAt = performance.now()
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
      const text = (await response.text()).slice(0, LONGEST_ANSWER)
      if (response.status !== 200) return { kind: 'http', status: response.status }
      return text === expected ? { kind: 'ok', tookMs: performance.now() - startedAt } : { kind: 'other_text' }
    } catch (fault) {
      const { name, cause } = fault as { name?: string; cause?: { code?: string } }
      return { kind: 'unreachable', reason: [name, cause?.code].filter(Boolean).join(' ') }
    }
  }

  return {
    text: expectText,

    async echo(url) {
      if (keys === null) throw new RangeError('no callback keys')
      const { token, aesKey, receiveId } = keys
      const expected = Buffer.from(random.bytes(12)).toString('hex')
      const echostr = encrypt(aesKey, expected, receiveId, Buffer.from(random.bytes(16)))
      const timestamp = String(Math.floor(clock.nowMs() / 1_000))
      const nonce = Buffer.from(random.bytes(8)).toString('hex')
      const signature = getSignature(token, timestamp, nonce, echostr)
      const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce, echostr })
      return expectText(`${url}?${query}`, expected)
    },
  }
}
