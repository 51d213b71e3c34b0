import { AppError } from '../../app-error'
import type { ExpireApproval } from '../../ports/approvals'
import type { DeviceStore } from '../../ports/device-store'
import type { Clock, Random } from '../../ports/system'
import { judgeBinding, type DeviceRecord } from './binding.rules'
import { deviceBoundTrail } from './device-trail.rules'
import {
  keyWasRevoked,
  requireNewKey,
  type NewKeyDependencies,
  type NewKeyInput,
  type OpenKeySession,
} from './new-key.usecase'
import { loadOwnDevices } from './own-devices.usecase'

/** Both see "no device", one loses at the unique index, and judges again. */
const MOST_TRIES = 3

export interface BindDeviceDependencies<Session> extends NewKeyDependencies {
  readonly devices: DeviceStore
  readonly expireApproval: ExpireApproval
  readonly openSession: OpenKeySession<Session>
  readonly random: Random
  readonly clock: Clock
}

export type BindDevice<Session> = (
  input: NewKeyInput,
) => Promise<{ readonly device: DeviceRecord; readonly session: Session }>

/**
 * Binds a phone's key to the caller. A repeat with the same key gets the same device and a session of its own.
 * @throws AppError BODY_INVALID, DEVICE_SIGNATURE_INVALID, DEVICE_ALREADY_BOUND, DEVICE_OF_ANOTHER,
 * REBIND_ALREADY_REQUESTED
 */
export function createBindDevice<Session>(dependencies: BindDeviceDependencies<Session>): BindDevice<Session> {
  const { devices, openSession, random, clock } = dependencies

  async function boundDevice(input: NewKeyInput, keyThumbprint: string): Promise<DeviceRecord> {
    const { employeeId } = input.caller
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const [own, withKey] = [await loadOwnDevices(dependencies, employeeId), await devices.ofKey(keyThumbprint)]
      const judged = judgeBinding(employeeId, keyThumbprint, own, withKey)
      if (judged.verdict === 'already_mine') return judged.device
      if (judged.verdict === 'key_of_another') throw new AppError('DEVICE_OF_ANOTHER')
      if (judged.verdict === 'other_phone_bound') throw new AppError('DEVICE_ALREADY_BOUND')
      if (judged.verdict === 'rebind_requested') throw new AppError('REBIND_ALREADY_REQUESTED')
      if (judged.verdict === 'key_was_revoked') throw keyWasRevoked()
      const { publicKey, facts, requestId } = input
      const binding = { deviceId: random.id(), employeeId, keyThumbprint, publicKey, facts }
      const trail = deviceBoundTrail(random.id(), binding, judged.first, requestId)
      await devices.bind(binding, trail, clock.nowMs())
    }
    throw new AppError('BUSY_TRY_AGAIN')
  }

  return async (input) => {
    const keyThumbprint = await requireNewKey(dependencies, input, clock.nowMs())
    const device = await boundDevice(input, keyThumbprint)
    const { employeeId, loggedInAtMs } = input.caller
    const nowMs = clock.nowMs()
    const session = await openSession({ employeeId, keyThumbprint, loggedInAtMs, requestId: input.requestId, nowMs })
    return { device, session }
  }
}
