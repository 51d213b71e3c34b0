import { AppError } from '../../app-error'
import type { ApprovalCaller } from '../../ports/approvals'
import type { DelegationStore, StoredDelegation } from '../../ports/delegation-store'
import type { PeopleStore } from '../../ports/people-store'
import type { Clock, Random } from '../../ports/system'
import { hasLeft } from '../sessions/caller.rules'
import { isFreshLogin } from '../sessions/fresh-login.rules'
import { employeeActor } from './approval-trail.usecase'
import { delegationProblems, OVERLAPS } from './delegation.rules'
import { delegationTrail } from './delegation-trail.rules'

export interface DelegationPorts {
  readonly delegations: DelegationStore
  readonly people: Pick<PeopleStore, 'findByUserId'>
  readonly random: Random
  readonly clock: Clock
}

export interface DelegateInput {
  readonly caller: ApprovalCaller
  /** WeCom userid. */
  readonly delegateUserId: string
  readonly startsAtMs: number
  readonly endsAtMs: number
  readonly requestId: string
}

export interface RevokeDelegationInput {
  readonly caller: ApprovalCaller
  readonly delegationId: string
  readonly requestId: string
}

/** Leaders let somebody decide in their stead for a while. It holds for requests that wait already, too. */
export interface DelegationUseCases {
  /** @throws AppError FRESH_LOGIN_NEEDED, NOT_ALLOWED for who leads nobody, DELEGATION_INVALID */
  readonly delegate: (input: DelegateInput) => Promise<StoredDelegation>
  /**
   * Ends one's own from now on; what the delegate decided stands. One that is revoked or over stays as it is.
   * @throws AppError FRESH_LOGIN_NEEDED, NOT_FOUND
   */
  readonly revokeDelegation: (input: RevokeDelegationInput) => Promise<void>
  /** Given or received, newest first. */
  readonly listDelegations: (input: {
    readonly caller: Pick<ApprovalCaller, 'employeeId'>
    readonly cursor: string | null
    readonly limit: number
  }) => Promise<{ readonly items: readonly StoredDelegation[]; readonly nextCursor: string | null }>
}

export function createDelegationUseCases(ports: DelegationPorts): DelegationUseCases {
  const { delegations, people, random, clock } = ports
  const requireFreshLogin = (caller: ApprovalCaller) => {
    if (!isFreshLogin(caller.loggedInAtMs, clock.nowMs())) throw new AppError('FRESH_LOGIN_NEEDED')
  }

  return {
    async delegate({ caller, delegateUserId, startsAtMs, endsAtMs, requestId }) {
      requireFreshLogin(caller)
      if (!caller.roles.some(({ role }) => role === 'leader')) throw new AppError('NOT_ALLOWED')
      const nowMs = clock.nowMs()
      const person = await people.findByUserId(delegateUserId)
      const delegateId = person === null || hasLeft(person, nowMs) ? null : person.id
      const leaderId = caller.employeeId
      const problems = delegationProblems({ leaderId, delegateId, startsAtMs, endsAtMs }, nowMs)
      if (delegateId === null || problems.length > 0) throw new AppError('DELEGATION_INVALID', { details: problems })
      const delegation = { id: random.id(), leaderId, delegateId, startsAtMs, endsAtMs }
      const trail = delegationTrail('created', random.id(), employeeActor(leaderId), delegation, requestId)
      if ((await delegations.create(delegation, trail, nowMs)) === 'overlaps') {
        throw new AppError('DELEGATION_INVALID', { details: [OVERLAPS] })
      }
      const stored = await delegations.find(delegation.id)
      if (stored === null) throw new AppError('INTERNAL', { internalText: `delegation ${delegation.id} is gone` })
      return stored
    },

    async revokeDelegation({ caller, delegationId, requestId }) {
      requireFreshLogin(caller)
      const found = await delegations.find(delegationId)
      if (found?.leader.id !== caller.employeeId) throw new AppError('NOT_FOUND')
      const { id, leader, delegate, startsAtMs, endsAtMs } = found
      const delegation = { id, leaderId: leader.id, delegateId: delegate.id, startsAtMs, endsAtMs }
      const trail = delegationTrail('revoked', random.id(), employeeActor(leader.id), delegation, requestId)
      await delegations.revoke(id, leader.id, trail, clock.nowMs())
    },

    async listDelegations({ caller, cursor, limit }) {
      const found = await delegations.listOf(caller.employeeId, cursor, limit + 1)
      const items = found.slice(0, limit)
      return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null }
    },
  }
}
