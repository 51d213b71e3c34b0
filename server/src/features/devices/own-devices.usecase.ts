import type { ExpireApproval } from '../../ports/approvals'
import type { DeviceStore } from '../../ports/device-store'
import type { DeviceRecord } from './binding.rules'

export interface OwnDevicesDependencies {
  readonly devices: Pick<DeviceStore, 'ofEmployee'>
  readonly expireApproval: ExpireApproval
}

/**
 * The person's devices, newest first. A candidate whose request is past its time ends before they are judged: the job
 * that ends it may be a minute away, or have failed.
 */
export async function loadOwnDevices(
  { devices, expireApproval }: OwnDevicesDependencies,
  employeeId: string,
): Promise<readonly DeviceRecord[]> {
  const own = await devices.ofEmployee(employeeId)
  const candidates = own.filter(({ state }) => state === 'candidate')
  if (candidates.length === 0) return own
  // A candidate and its request have one id.
  for (const { id } of candidates) await expireApproval(id)
  return devices.ofEmployee(employeeId)
}
