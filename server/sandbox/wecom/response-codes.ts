import type { Clock } from '../../src/ports/system'
import { BoundedMap } from './bounded'
import { Refusal } from './errors'
import type { SandboxApp, SandboxBehaviour } from './options'

/** Each updates the cards of one message, once, for a while (document 94888). */
export interface ResponseCodes {
  issue(app: SandboxApp, msgId: string): string
  /** The message that it is for. @throws Refusal 42015 another app's; else as `behaviour.spentResponseCodeErrcode` says */
  require(app: SandboxApp, code: unknown): string
  spend(code: unknown): void
}

interface Entry {
  readonly agentId: number
  readonly msgId: string
  readonly expiresAtMs: number
}

const MOST_CODES = 50_000

export function createResponseCodes(
  clock: Clock,
  behaviour: Pick<SandboxBehaviour, 'responseCodeHours' | 'spentResponseCodeErrcode'>,
  randomText: (bytes: number) => string,
): ResponseCodes {
  const codes = new BoundedMap<string, Entry>(MOST_CODES)
  return {
    issue({ agentId }, msgId) {
      const code = randomText(24)
      codes.set(code, { agentId, msgId, expiresAtMs: clock.nowMs() + behaviour.responseCodeHours * 3_600_000 })
      return code
    },
    require({ agentId }, code) {
      const entry = typeof code === 'string' ? codes.get(code) : undefined
      if (entry === undefined || entry.expiresAtMs <= clock.nowMs()) {
        throw new Refusal(behaviour.spentResponseCodeErrcode, 'response_code is unknown, used or expired')
      }
      if (entry.agentId !== agentId) throw new Refusal(42015)
      return entry.msgId
    },
    spend: (code) => void codes.delete(String(code)),
  }
}
