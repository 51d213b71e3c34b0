import type { DeviceStore } from '../../ports/device-store'
import type { SessionCaller } from '../sessions/caller.rules'
import type { DeviceRecord } from './binding.rules'

export type ListMyDevices = (caller: SessionCaller) => Promise<readonly DeviceRecord[]>

/** One's own phones, newest first: also from a phone that is not bound, to see which one is. */
export function createListMyDevices(devices: Pick<DeviceStore, 'ofEmployee'>): ListMyDevices {
  return ({ employeeId }) => devices.ofEmployee(employeeId)
}
