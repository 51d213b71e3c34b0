import { AppError } from '../../app-error'
import type { RebindStore } from '../../ports/rebind-store'
import { chunk, MAX_IN_LIST } from './chunk'
import type { Database, Transaction } from './database'
import { createDevice, markReplaced, revokeSessionsOf, toDeviceRecord } from './device-store'
import { fromStoreTransaction } from './store-transaction'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'

/** Of a phone that another one took the place of. */
const REPLACED = 'replaced'

export function createRebindStore(database: Database): RebindStore {
  return {
    async countHeld(candidates) {
      const held = new Map<string, number>()
      // Two lists in one statement: each takes half of what it may hold.
      for (const part of chunk(candidates, MAX_IN_LIST / 2)) {
        const groups = await database.read.attempt.groupBy({
          by: ['keyThumbprint'],
          where: {
            employeeId: { in: part.map(({ employeeId }) => employeeId) },
            keyThumbprint: { in: part.map(({ keyThumbprint }) => keyThumbprint) },
            outcome: 'pending',
          },
          _count: true,
        })
        for (const { keyThumbprint, _count } of groups) held.set(keyThumbprint, _count)
      }
      return held
    },

    async addCandidate(storeTx, candidate, trail, nowMs) {
      const tx = fromStoreTransaction(storeTx)
      await createDevice(tx, candidate, 'candidate', nowMs)
      await writeTrail(tx, trail, nowMs)
    },

    async loadParties(storeTx, deviceId) {
      const tx = fromStoreTransaction(storeTx)
      const candidate = await tx.device.findUnique({ where: { id: deviceId } })
      if (candidate?.state !== 'candidate') return null
      const active = await tx.device.findFirst({ where: { employeeId: candidate.employeeId, state: 'active' } })
      return { candidate: toDeviceRecord(candidate), active: active === null ? null : toDeviceRecord(active) }
    },

    async replace(storeTx, { candidate, active }, trail, nowMs) {
      const tx = fromStoreTransaction(storeTx)
      if (active !== null && !(await endDevice(tx, active.id, 'active', REPLACED, nowMs))) return 'conflict'
      if ((await bindCandidate(tx, candidate.id, nowMs)) === 'conflict') return 'conflict'
      await markReplaced(tx, candidate.employeeId, nowMs)
      if (active !== null) await revokeSessionsOf(tx, active, nowMs)
      await writeTrail(tx, trail, nowMs)
      return 'replaced'
    },

    async discard(storeTx, candidate, reason, trail, nowMs) {
      const tx = fromStoreTransaction(storeTx)
      if (!(await endDevice(tx, candidate.id, 'candidate', reason, nowMs))) return 'conflict'
      await revokeSessionsOf(tx, candidate, nowMs)
      await writeTrail(tx, trail, nowMs)
      return 'discarded'
    },
  }
}

/** @returns false when the device is not in that state any more */
async function endDevice(
  tx: Transaction,
  id: string,
  from: 'active' | 'candidate',
  reason: string,
  nowMs: number,
): Promise<boolean> {
  const ended = await tx.device.updateMany({
    where: { id, state: from },
    data: { state: 'revoked', revokedAt: new Date(nowMs), revokedReason: reason },
  })
  return ended.count > 0
}

async function bindCandidate(tx: Transaction, id: string, nowMs: number): Promise<'bound' | 'conflict'> {
  try {
    const bound = await tx.device.updateMany({
      where: { id, state: 'candidate' },
      data: { state: 'active', boundAt: new Date(nowMs) },
    })
    return bound.count > 0 ? 'bound' : 'conflict'
  } catch (fault) {
    const index = uniqueConflict(fault)
    if (index === 'Device_one_active_per_key') throw new AppError('DEVICE_OF_ANOTHER', { cause: fault })
    if (index === 'Device_one_active_per_employee') return 'conflict'
    throw fault
  }
}
