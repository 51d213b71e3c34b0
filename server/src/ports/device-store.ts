import type { DeviceFacts } from '#contract/api'
import type { DeviceRecord } from '../features/devices/binding.rules'
import type { Trail } from './trail'

export interface NewBinding {
  readonly deviceId: string
  readonly employeeId: string
  readonly keyThumbprint: string
  /** Raw Ed25519 key, base64url. */
  readonly publicKey: string
  readonly facts: DeviceFacts
}

export interface DeviceStore {
  /** Newest first. */
  ofEmployee(employeeId: string): Promise<readonly DeviceRecord[]>
  /** The same of several people, in no order. */
  ofEmployees(employeeIds: readonly string[]): Promise<readonly DeviceRecord[]>
  /** Every device, of anyone, that ever had this key. */
  ofKey(keyThumbprint: string): Promise<readonly DeviceRecord[]>
  find(deviceId: string): Promise<DeviceRecord | null>
  /**
   * Makes the key the person's active one, unaided; a change that somebody approved is the rebind store's.
   * @returns false when the unique indexes refuse: the person or the key has an active device by now
   */
  bind(binding: NewBinding, trail: Trail, nowMs: number): Promise<boolean>
  /**
   * Ends an active device and every session of its key in one transaction.
   * @returns false, and no trail, when it is not active any more
   */
  unbind(device: DeviceRecord, reason: string, trail: Trail, nowMs: number): Promise<boolean>
}
