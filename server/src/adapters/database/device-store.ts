import type { DeviceRecord } from '../../features/devices/binding.rules'
import type { DeviceStore, NewBinding } from '../../ports/device-store'
import { chunk } from './chunk'
import type { Database, Transaction } from './database'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'

interface DeviceRow {
  readonly id: string
  readonly employeeId: string
  readonly keyThumbprint: string
  readonly publicKey: string
  readonly state: string
  readonly brand: string
  readonly model: string
  readonly platform: string
  readonly system: string
  readonly createdAt: Date
  readonly boundAt: Date | null
  readonly revokedAt: Date | null
  readonly revokedReason: string | null
}

export function createDeviceStore(database: Database): DeviceStore {
  return {
    async ofEmployee(employeeId) {
      const rows = await database.read.device.findMany({
        where: { employeeId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      })
      return rows.map(toDeviceRecord)
    },

    async ofEmployees(employeeIds) {
      const devices: DeviceRecord[] = []
      for (const ids of chunk(employeeIds)) {
        const rows = await database.read.device.findMany({ where: { employeeId: { in: ids } } })
        devices.push(...rows.map(toDeviceRecord))
      }
      return devices
    },

    async ofKey(keyThumbprint) {
      return (await database.read.device.findMany({ where: { keyThumbprint } })).map(toDeviceRecord)
    },

    async find(deviceId) {
      const row = await database.read.device.findUnique({ where: { id: deviceId } })
      return row === null ? null : toDeviceRecord(row)
    },

    async bind(binding, trail, nowMs) {
      try {
        await database.write(async (tx) => {
          await createDevice(tx, binding, 'active', nowMs)
          await markReplaced(tx, binding.employeeId, nowMs)
          await writeTrail(tx, trail, nowMs)
        })
        return true
      } catch (fault) {
        const index = uniqueConflict(fault)
        if (index === 'Device_one_active_per_employee' || index === 'Device_one_active_per_key') return false
        throw fault
      }
    },

    unbind: (device, reason, trail, nowMs) =>
      database.write(async (tx) => {
        const revoked = await tx.device.updateMany({
          where: { id: device.id, state: 'active' },
          data: { state: 'revoked', revokedAt: new Date(nowMs), revokedReason: reason },
        })
        if (revoked.count === 0) return false
        await revokeSessionsOf(tx, device, nowMs)
        await writeTrail(tx, trail, nowMs)
        return true
      }),
  }
}

/** What the old phone captured before may still arrive the same day; it tells by this when it was replaced. */
export async function markReplaced(tx: Transaction, employeeId: string, nowMs: number): Promise<void> {
  await tx.device.updateMany({
    where: { employeeId, state: 'revoked', replacedAt: null, boundAt: { not: null } },
    data: { replacedAt: new Date(nowMs) },
  })
}

export async function createDevice(
  tx: Transaction,
  binding: NewBinding,
  state: 'active' | 'candidate',
  nowMs: number,
): Promise<void> {
  const { deviceId, employeeId, keyThumbprint, publicKey, facts } = binding
  const at = new Date(nowMs)
  const boundAt = state === 'active' ? at : null
  await tx.device.create({
    data: { id: deviceId, employeeId, keyThumbprint, publicKey, ...facts, state, createdAt: at, boundAt },
  })
}

/** Ends every session of a key that is dead now. */
export async function revokeSessionsOf(
  tx: Transaction,
  { employeeId, keyThumbprint }: Pick<DeviceRecord, 'employeeId' | 'keyThumbprint'>,
  nowMs: number,
): Promise<void> {
  await tx.session.updateMany({
    where: { employeeId, keyThumbprint, revokedAt: null },
    data: { revokedAt: new Date(nowMs), revokedReason: 'device_revoked' },
  })
}

export function toDeviceRecord(row: DeviceRow): DeviceRecord {
  const { brand, model, platform, system } = row
  return {
    id: row.id,
    employeeId: row.employeeId,
    keyThumbprint: row.keyThumbprint,
    publicKey: row.publicKey,
    state: row.state as DeviceRecord['state'],
    facts: { brand, model, platform, system },
    createdAtMs: row.createdAt.getTime(),
    boundAtMs: row.boundAt?.getTime() ?? null,
    revokedAtMs: row.revokedAt?.getTime() ?? null,
    revokedReason: row.revokedReason,
  }
}
