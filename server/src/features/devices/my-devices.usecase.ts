import type { DeviceStore } from '../../ports/device-store'
import type { SessionCaller } from '../sessions/caller.rules'
import type { DeviceRecord } from './binding.rules'

export type ListMyDevices = (caller: SessionCaller) => Promise<readonly DeviceRecord[]>

/**
 * One's own phones, newest first: those that are or were bound, and one that waits for approval. Also from a phone that
 * is not bound, to see which one is. Keys that never became a phone are left out, so the list stays short.
 */
export function createListMyDevices(devices: Pick<DeviceStore, 'ofEmployee'>): ListMyDevices {
  return async ({ employeeId }) => {
    const own = await devices.ofEmployee(employeeId)
    return own.filter(({ state, boundAtMs }) => state === 'candidate' || boundAtMs !== null)
  }
}
