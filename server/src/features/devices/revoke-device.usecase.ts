import { AppError } from '../../app-error'
import type { DeviceStore } from '../../ports/device-store'
import type { PeopleStore } from '../../ports/people-store'
import type { Clock, Random } from '../../ports/system'
import { mayDoFor } from '../people/roles.rules'
import type { SessionCaller } from '../sessions/caller.rules'
import { isFreshLogin } from '../sessions/fresh-login.rules'
import { UNBOUND_BY_HR, type DeviceRecord } from './binding.rules'
import { deviceRevokedTrail } from './device-trail.rules'

export interface RevokeDeviceDependencies {
  readonly devices: DeviceStore
  readonly people: Pick<PeopleStore, 'departmentPathOf'>
  readonly random: Random
  readonly clock: Clock
}

export interface RevokeDeviceInput {
  readonly caller: SessionCaller
  readonly deviceId: string
  readonly reason: string
  readonly requestId: string
}

export type RevokeDevice = (input: RevokeDeviceInput) => Promise<DeviceRecord>

/**
 * Unbinds somebody's phone: the key and its sessions end at once, and the person may bind the next phone unaided. An
 * open change of phones stays open, with what is held for it, and binding waits until it is decided or withdrawn.
 * A phone that is revoked already answers as it stands; a candidate belongs to its rebind request.
 * @throws AppError FRESH_LOGIN_NEEDED, NOT_FOUND, NOT_ALLOWED (one's own phone, or a person out of scope)
 */
export function createRevokeDevice({ devices, people, random, clock }: RevokeDeviceDependencies): RevokeDevice {
  return async ({ caller, deviceId, reason, requestId }) => {
    const nowMs = clock.nowMs()
    if (!isFreshLogin(caller.loggedInAtMs, nowMs)) throw new AppError('FRESH_LOGIN_NEEDED')
    const device = await devices.find(deviceId)
    if (device === null || device.state === 'candidate') throw new AppError('NOT_FOUND')
    if (device.employeeId === caller.employeeId) throw new AppError('NOT_ALLOWED')
    const path = await people.departmentPathOf(device.employeeId)
    if (!mayDoFor(caller.roles, 'devices.revoke', path)) throw new AppError('NOT_ALLOWED')
    if (device.state === 'active') {
      const by = { employeeId: caller.employeeId, text: reason }
      await devices.unbind(device, UNBOUND_BY_HR, deviceRevokedTrail(random.id(), device, by, requestId), nowMs)
    }
    const revoked = await devices.find(deviceId)
    if (revoked === null) throw new AppError('NOT_FOUND')
    return revoked
  }
}
