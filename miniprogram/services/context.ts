/** What is allowed now: one request fills the first screen. What was answered last stands in when there is no network. */
import type { ContextReply } from '../contract/api'
import type { Coordinates } from '../contract/place'
import type { Platform } from '../platform/platform'
import type { Result } from '../result'
import type { Api } from './api'
import type { Challenges } from './challenge'
import { kept, listeners } from './memory'
import type { Session } from './session'
import type { ApiProblem } from './transport'

/** About 2 km: near enough to find customers, too rough to be a place. */
const NEAR_STEP_DEGREES = 0.02

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
  /** What is held in memory; what is kept in the phone is deleted elsewhere. */
  forget(): void
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

  return {
    async current() {
      held ??= await store.read()
      const employeeId = (await session.current())?.employee.id
      return held !== null && held.employeeId === employeeId ? held : null
    },

    async load({ near = null, timeoutMs } = {}) {
      const askedAtMs = platform.time.nowMs()
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
      held = known
      await challenges.adopt(context.challenge)
      await store.write(known)
      await session.adoptConsent(context.consent)
      changes.tell(known)
      return { ok: true, value: known }
    },

    forget() {
      held = null
    },

    onChange: changes.add,
  }
}

function rough(degrees: number): number {
  return Number((Math.round(degrees / NEAR_STEP_DEGREES) * NEAR_STEP_DEGREES).toFixed(2))
}
