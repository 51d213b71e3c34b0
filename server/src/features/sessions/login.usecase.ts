import { AppError } from '../../app-error'
import type { ErrorCode } from '#contract/error-codes'
import type { DeviceStore } from '../../ports/device-store'
import type { PeopleStore, Person } from '../../ports/people-store'
import type { SessionStore } from '../../ports/session-store'
import type { Clock } from '../../ports/system'
import type { Wecom, WecomIdentity } from '../../ports/wecom'
import { hasLeft } from './caller.rules'
import type { OpenedSession, OpenSession } from './open-session.usecase'

export interface LoginDependencies {
  readonly wecom: Wecom
  /** The company that this installation serves. */
  readonly corpId: string
  readonly people: Pick<PeopleStore, 'findByUserId'>
  readonly devices: Pick<DeviceStore, 'ofEmployee'>
  readonly sessions: Pick<SessionStore, 'recordRefusal'>
  readonly openSession: OpenSession
  readonly clock: Clock
}

export interface LoginInput {
  readonly code: string
  /** A claim: the session is bound to it, and whatever counts is signed by the key itself. */
  readonly keyThumbprint: string | null
  readonly requestId: string
}

export type Login = (input: LoginInput) => Promise<OpenedSession>

/** @throws AppError LOGIN_CODE_INVALID, WECOM_UNAVAILABLE, WRONG_COMPANY, EMPLOYEE_UNKNOWN, EMPLOYEE_LEFT */
export function createLogin(dependencies: LoginDependencies): Login {
  const { wecom, corpId, people, devices, sessions, openSession, clock } = dependencies

  async function refuse(code: ErrorCode, identity: WecomIdentity, requestId: string): Promise<never> {
    const audit = {
      actor: { kind: 'anonymous', id: '-' },
      action: 'session.refused',
      subject: { kind: 'wecom_user', id: identity.userId.slice(0, 80) },
      requestId,
      detail: { code, corpId: identity.corpId },
    } as const
    await sessions.recordRefusal({ audit: [audit], events: [] }, clock.nowMs())
    throw new AppError(code)
  }

  async function knownPerson(identity: WecomIdentity, requestId: string): Promise<Person> {
    if (identity.corpId !== corpId) return refuse('WRONG_COMPANY', identity, requestId)
    const person = await people.findByUserId(identity.userId)
    if (person === null) return refuse('EMPLOYEE_UNKNOWN', identity, requestId)
    if (hasLeft(person, clock.nowMs())) return refuse('EMPLOYEE_LEFT', identity, requestId)
    return person
  }

  return async ({ code, keyThumbprint, requestId }) => {
    const identity = await wecom.redeemLoginCode(code)
    const { id: employeeId } = await knownPerson(identity, requestId)
    const own = await devices.ofEmployee(employeeId)
    const isLiveKey = own.some((device) => device.keyThumbprint === keyThumbprint && device.state !== 'revoked')
    const nowMs = clock.nowMs()
    return openSession({
      employeeId,
      keyThumbprint: isLiveKey ? keyThumbprint : null,
      loggedInAtMs: nowMs,
      requestId,
      nowMs,
    })
  }
}
