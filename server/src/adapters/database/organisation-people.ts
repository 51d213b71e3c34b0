import type { DonePersonWrite, PersonWrite } from '../../ports/organisation-store'
import type { Transaction } from './database'

type WriteOf<Kind extends PersonWrite['kind']> = Extract<PersonWrite, { readonly kind: Kind }>

/** @returns null when the row is not as the write says, and nothing was done */
export async function writePerson(tx: Transaction, write: PersonWrite, nowMs: number): Promise<DonePersonWrite | null> {
  switch (write.kind) {
    case 'join':
      await tx.employee.create({ data: { id: write.employeeId, ...rowOf(write), createdAt: new Date(nowMs) } })
      return { write, endedDevices: [] }
    case 'change': {
      const { count } = await tx.employee.updateMany({
        where: { id: write.employeeId, leftAt: write.returns ? { not: null } : null },
        data: { ...rowOf(write), ...(write.returns ? { leftAt: null } : {}) },
      })
      return count === 0 ? null : { write, endedDevices: [] }
    }
    case 'relate':
      return relate(tx, write)
    case 'leave':
      return leave(tx, write, nowMs)
  }
}

function rowOf({ row }: WriteOf<'join' | 'change'>) {
  return { ...row, userIdKey: row.userId.toLowerCase() }
}

async function relate(tx: Transaction, write: WriteOf<'relate'>): Promise<DonePersonWrite | null> {
  const { employeeId, leaderIds, leadsDepartmentIds } = write
  // A write that changes nothing holds the row: whoever leaves meanwhile is not made a leader again.
  const { count } = await tx.employee.updateMany({ where: { id: employeeId, leftAt: null }, data: { leftAt: null } })
  if (count === 0) return null
  await tx.employeeLeader.deleteMany({ where: { employeeId } })
  await tx.departmentLeader.deleteMany({ where: { employeeId } })
  if (leaderIds.length > 0) {
    await tx.employeeLeader.createMany({ data: leaderIds.map((leaderId) => ({ employeeId, leaderId })) })
  }
  if (leadsDepartmentIds.length > 0) {
    await tx.departmentLeader.createMany({
      data: leadsDepartmentIds.map((departmentId) => ({ departmentId, employeeId })),
    })
  }
  return { write, endedDevices: [] }
}

async function leave(tx: Transaction, write: WriteOf<'leave'>, nowMs: number): Promise<DonePersonWrite | null> {
  const { employeeId, deviceReason } = write
  const at = new Date(nowMs)
  const { count } = await tx.employee.updateMany({ where: { id: employeeId, leftAt: null }, data: { leftAt: at } })
  if (count === 0) return null
  const devices = await tx.device.findMany({
    where: { employeeId, state: { in: ['active', 'candidate'] } },
    select: { id: true, keyThumbprint: true, state: true },
  })
  await tx.device.updateMany({
    where: { employeeId, state: { in: ['active', 'candidate'] } },
    data: { state: 'revoked', revokedAt: at, revokedReason: deviceReason },
  })
  // Also those without a key, as the console has them.
  await tx.session.updateMany({
    where: { employeeId, revokedAt: null },
    data: { revokedAt: at, revokedReason: deviceReason },
  })
  await tx.departmentLeader.deleteMany({ where: { employeeId } })
  const endedDevices = devices.map(({ id, keyThumbprint, state }) => ({
    ...{ id, keyThumbprint },
    wasCandidate: state === 'candidate',
  }))
  return { write, endedDevices }
}
