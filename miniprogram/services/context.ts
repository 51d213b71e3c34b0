/** What is allowed now: one request fills the first screen. What was answered last stands in when there is no network. */
import type { ContextReply } from '../contract/api'
import type { Coordinates } from '../contract/place'
import type { Platform } from '../platform/platform'
import type { Result } from '../result'
import { offsetMinutesOf } from '../texts/format'
import type { Api } from './api'
import type { Challenges } from './challenge'
import { kept, listeners } from './memory'
import type { Session } from './session'
import type { ApiProblem } from './transport'

/** About 2 km: near enough to find customers, too rough to be a place. */
const NEAR_STEP_DEGREES = 0.02
const CHINA_OFFSET_MINUTES = 480

export interface KnownContext {
  readonly context: ContextReply
  /** When the server said so, by the phone's clock. */
  readonly receivedAtMs: number
  /** Server's clock minus phone's clock. */
  readonly clockOffsetMs: number
  /** Whose it is: another person's is never shown. */
  readonly employeeId: string
}

export interface Contexts {
  /** The last one, from before too; null when there is none of this person. Asks nobody. */
  current(): Promise<KnownContext | null>
  /** @param near finds customers' places near here too */
  load(options?: {
    readonly near?: Coordinates | null
    readonly timeoutMs?: number
  }): Promise<Result<KnownContext, ApiProblem>>
  /** Now, by the server's clock as it was last told here; by the phone's where it never was. */
  serverNowMs(): Promise<number>
  /** Minutes east of UTC of this person's work day, as the server last told; China's where it never did. */
  offsetMinutes(): Promise<number>
  /** Gone from memory and phone. */
  forget(): Promise<void>
  onChange(listener: (known: KnownContext) => void): () => void
}

export function createContexts(
  platform: Pick<Platform, 'storage' | 'time'>,
  api: Pick<Api, 'context'>,
  session: Pick<Session, 'current' | 'adoptConsent'>,
  challenges: Challenges,
): Contexts {
  const store = kept<KnownContext>(platform.storage, 'context')
  const changes = listeners<KnownContext>()
  let held: KnownContext | null = null
  let forgottenCount = 0

  async function current(): Promise<KnownContext | null> {
    held ??= await store.read()
    const employeeId = (await session.current())?.employee.id
    return held !== null && held.employeeId === employeeId ? held : null
  }

  return {
    current,

    async load({ near = null, timeoutMs } = {}) {
      const askedAtMs = platform.time.nowMs()
      const forgottenBefore = forgottenCount
      const reply = await api.context(
        {
          phoneTime: askedAtMs,
          ...(near === null ? {} : { nearLatitude: rough(near.latitude), nearLongitude: rough(near.longitude) }),
        },
        timeoutMs,
      )
      if (!reply.ok) return reply
      const receivedAtMs = platform.time.nowMs()
      const context = reply.value
      const known: KnownContext = {
        context,
        receivedAtMs,
        // The server read its clock somewhere between asking and hearing.
        clockOffsetMs: Date.parse(context.serverTime) - (askedAtMs + receivedAtMs) / 2,
        employeeId: (await session.current())?.employee.id ?? '',
      }
      // Consent was withdrawn, or the key changed, while the answer was on its way: it speaks of before.
      if (forgottenCount !== forgottenBefore) return { ok: true, value: known }
      held = known
      await challenges.adopt(context.challenge)
      await store.write(known)
      await session.adoptConsent(context.consent)
      changes.tell(known)
      return { ok: true, value: known }
    },

    async serverNowMs() {
      held ??= await store.read()
      return platform.time.nowMs() + (held?.clockOffsetMs ?? 0)
    },

    async offsetMinutes() {
      const known = await current()
      return known === null ? CHINA_OFFSET_MINUTES : offsetMinutesOf(known.context.serverTime)
    },

    async forget() {
      forgottenCount++
      held = null
      await store.forget()
    },

    onChange: changes.add,
  }
}

function rough(degrees: number): number {
  return Number((Math.round(degrees / NEAR_STEP_DEGREES) * NEAR_STEP_DEGREES).toFixed(2))
}
