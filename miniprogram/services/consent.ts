/** The privacy notice and what this person says to it. */
import type { ConsentNotice } from '../contract/api'
import { failure, success, type Result } from '../result'
import type { Api } from './api'
import { kept } from './memory'
import type { Session } from './session'
import type { ApiProblem } from './transport'
import type { Storage } from '../platform/platform'

export interface Consent {
  notice(): Promise<Result<ConsentNotice, ApiProblem>>
  agree(version: number): Promise<Result<void, ApiProblem>>
  /** Nothing is sent: nothing was agreed to. What was read may be read and agreed to later. */
  decline(version: number): Promise<void>
  declinedVersion(): Promise<number | null>
  /** From then on nothing is read, and nothing that was read or allowed is held. */
  withdraw(): Promise<Result<void, ApiProblem>>
}

/** @param forget what is held of the person's places and of what may be done */
export function createConsent(
  storage: Storage,
  api: Pick<Api, 'notice' | 'agree' | 'withdrawConsent'>,
  session: Pick<Session, 'current' | 'adoptConsent'>,
  forget: () => Promise<void>,
): Consent {
  const declined = kept<number>(storage, 'consent-declined')

  return {
    notice: api.notice,

    async agree(version) {
      const reply = await api.agree({ version })
      if (!reply.ok) return failure(reply.problem)
      await session.adoptConsent(reply.value)
      await declined.forget()
      return success(undefined)
    },

    decline: async (version) => void (await declined.write(version)),
    declinedVersion: () => declined.read(),

    async withdraw() {
      const reply = await api.withdrawConsent()
      if (!reply.ok) return failure(reply.problem)
      const current = await session.current()
      if (current !== null) await session.adoptConsent({ ...current.consent, agreedVersion: null, sufficient: false })
      await forget()
      return success(undefined)
    },
  }
}
