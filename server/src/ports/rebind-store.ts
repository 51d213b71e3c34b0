import type { DeviceRecord } from '../features/devices/binding.rules'
import type { NewBinding } from './device-store'
import type { StoreTransaction } from './transaction'
import type { Trail } from './trail'

/** A change of phones as it stands inside the transaction that decides it. */
export interface RebindParties {
  readonly candidate: DeviceRecord
  /** The person's active phone; null when HR unbound it meanwhile. */
  readonly active: DeviceRecord | null
}

export interface RebindStore {
  /** The check-ins of candidates that wait for their requests, by key thumbprint; keys without any are left out. */
  countHeld(
    candidates: readonly Pick<DeviceRecord, 'employeeId' | 'keyThumbprint'>[],
  ): Promise<ReadonlyMap<string, number>>
  /** Adds the new phone beside the bound one, in the transaction that opens its request. */
  addCandidate(tx: StoreTransaction, candidate: NewBinding, trail: Trail, nowMs: number): Promise<void>
  /** Null: the device is no candidate any more, so its request has ended. */
  loadParties(tx: StoreTransaction, deviceId: string): Promise<RebindParties | null>
  /**
   * Ends the active phone with every session of its key, and makes the candidate the active one.
   * @returns `conflict` when somebody unbound or bound a phone meanwhile: roll back and try again
   * @throws AppError DEVICE_OF_ANOTHER when the key is somebody's active one by now: the unique index says so
   */
  replace(tx: StoreTransaction, parties: RebindParties, trail: Trail, nowMs: number): Promise<'replaced' | 'conflict'>
  /** Ends a candidate that was not approved, with every session of its key. `conflict`: it is no candidate any more. */
  discard(
    tx: StoreTransaction,
    candidate: DeviceRecord,
    reason: string,
    trail: Trail,
    nowMs: number,
  ): Promise<'discarded' | 'conflict'>
}
