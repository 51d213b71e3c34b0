/** The way in: who are you, did you agree, is this your phone. Binds a first phone by itself. */
import type { SessionReply } from '../contract/api'
import { failure, success, type Result } from '../result'
import type { Api } from './api'
import type { DeviceKeys } from './device-key'
import type { Enrolment, EnrolProblem } from './enrolment'
import { single } from './memory'
import type { Session } from './session'

/** `consent`: nothing may be collected yet; `other_phone`: another phone is bound. */
export type Standing =
  | { readonly kind: 'ready'; readonly session: SessionReply }
  | { readonly kind: 'consent'; readonly session: SessionReply }
  | { readonly kind: 'other_phone'; readonly session: SessionReply }
  | { readonly kind: 'stopped'; readonly problem: EnrolProblem }

export interface Entry {
  /** Where this person stands; asks the server only for what is not known. */
  enter(): Promise<Standing>
  /** Asks anew: after the server said that something has changed. */
  reenter(): Promise<Standing>
}

export function createEntry(
  api: Pick<Api, 'bind'>,
  session: Session,
  keys: Pick<DeviceKeys, 'dropCandidate'>,
  enrolment: Enrolment,
): Entry {
  async function standingOf(current: SessionReply): Promise<Standing> {
    if (!current.consent.sufficient) return { kind: 'consent', session: current }
    if (current.device === 'other_bound') return { kind: 'other_phone', session: current }
    if (current.device !== 'none') return { kind: 'ready', session: current }
    const bound = await bindThisPhone()
    if (bound.ok) return { kind: 'ready', session: bound.value }
    const { problem } = bound
    const isRebind = problem.kind === 'refused' && problem.code === 'DEVICE_ALREADY_BOUND'
    return isRebind ? { kind: 'other_phone', session: current } : { kind: 'stopped', problem }
  }

  async function bindThisPhone(): Promise<Result<SessionReply, EnrolProblem>> {
    const enrolled = await enrolment.enrol()
    if (!enrolled.ok) return enrolled
    const bound = await api.bind(enrolled.value.request, enrolled.value.sign)
    if (!bound.ok) {
      // Only a key that can never be ours is given up: an earlier answer may have got lost, and the key with it.
      if (bound.problem.kind === 'refused' && bound.problem.code === 'DEVICE_OF_ANOTHER') await keys.dropCandidate()
      return failure(bound.problem)
    }
    await enrolment.taken(bound.value.session)
    return success(bound.value.session)
  }

  return {
    enter: single(async () => {
      const known = await session.current()
      // With a bound phone nothing is asked here: the context's own request tells what has changed.
      if (known?.device === 'bound' || known?.device === 'candidate') return standingOf(known)
      const fresh = await session.ensure()
      return fresh.ok ? standingOf(fresh.value) : { kind: 'stopped', problem: fresh.problem }
    }),

    reenter: single(async () => {
      const fresh = await session.login()
      return fresh.ok ? standingOf(fresh.value) : { kind: 'stopped', problem: fresh.problem }
    }),
  }
}
