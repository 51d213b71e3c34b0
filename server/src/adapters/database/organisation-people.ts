import type { DonePersonWrite, EndedWithLeaver, PersonWrite } from '../../ports/organisation-store'
import type { Transaction } from './database'

type WriteOf<Kind extends PersonWrite['kind']> = Extract<PersonWrite, { readonly kind: Kind }>

const NOTHING_ENDED: EndedWithLeaver = { devices: [], grants: [], delegations: [] }

/** @returns null when the row is not as the write says, and nothing was done */
export async function writePerson(tx: Transaction, write: PersonWrite, nowMs: number): Promise<DonePersonWrite | null> {
  switch (write.kind) {
    case 'join':
      await tx.employee.create({ data: { id: write.employeeId, ...rowOf(write), createdAt: new Date(nowMs) } })
      return { write, ended: NOTHING_ENDED }
    case 'change': {
      const { count } = await tx.employee.updateMany({
        where: { ...asLoaded(write), leftAt: write.returns ? { not: null } : null },
        data: { ...rowOf(write), ...(write.returns ? { leftAt: null } : {}) },
      })
      return count === 0 ? null : { write, ended: NOTHING_ENDED }
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

/** Whose userid changed meanwhile is not the one that the source told of under that userid. */
function asLoaded({ employeeId, loadedUserId }: WriteOf<'change' | 'relate' | 'leave'>) {
  return { id: employeeId, userIdKey: loadedUserId.toLowerCase() }
}

async function relate(tx: Transaction, write: WriteOf<'relate'>): Promise<DonePersonWrite | null> {
  const { employeeId, leaderIds, leadsDepartmentIds } = write
  // A write that changes nothing holds the row: whoever leaves meanwhile is not made a leader again.
  const { count } = await tx.employee.updateMany({
    where: { ...asLoaded(write), leftAt: null },
    data: { leftAt: null },
  })
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
  return { write, ended: NOTHING_ENDED }
}

async function leave(tx: Transaction, write: WriteOf<'leave'>, nowMs: number): Promise<DonePersonWrite | null> {
  const { employeeId, deviceReason } = write
  const at = new Date(nowMs)
  const { count } = await tx.employee.updateMany({ where: { ...asLoaded(write), leftAt: null }, data: { leftAt: at } })
  if (count === 0) return null
  const devices = await endDevices(tx, employeeId, deviceReason, at)
  // Also those without a key, as the console has them.
  await tx.session.updateMany({
    where: { employeeId, revokedAt: null },
    data: { revokedAt: at, revokedReason: deviceReason },
  })
  await tx.departmentLeader.deleteMany({ where: { employeeId } })
  const grants = await endGrants(tx, employeeId, at)
  const delegations = await endDelegations(tx, employeeId, at)
  return { write, ended: { devices, grants, delegations } }
}

async function endDevices(
  tx: Transaction,
  employeeId: string,
  revokedReason: string,
  at: Date,
): Promise<EndedWithLeaver['devices']> {
  const where = { employeeId, state: { in: ['active', 'candidate'] } }
  const devices = await tx.device.findMany({ where, select: { id: true, keyThumbprint: true, state: true } })
  await tx.device.updateMany({ where, data: { state: 'revoked', revokedAt: at, revokedReason } })
  return devices.map(({ id, keyThumbprint, state }) => ({ id, keyThumbprint, wasCandidate: state === 'candidate' }))
}

async function endGrants(tx: Transaction, employeeId: string, at: Date): Promise<EndedWithLeaver['grants']> {
  const where = { employeeId, revokedAt: null }
  const grants = await tx.roleGrant.findMany({ where, select: { id: true, role: true, scopeDepartmentId: true } })
  await tx.roleGrant.updateMany({ where, data: { revokedAt: at } })
  return grants
}

/** What he let others decide, and what others let him decide. */
async function endDelegations(tx: Transaction, employeeId: string, at: Date): Promise<EndedWithLeaver['delegations']> {
  const where = {
    OR: [{ leaderId: employeeId }, { delegateId: employeeId }],
    ...{ revokedAt: null, endsAt: { gt: at } },
  }
  const delegations = await tx.delegation.findMany({ where })
  await tx.delegation.updateMany({ where, data: { revokedAt: at } })
  return delegations.map(({ id, leaderId, delegateId, startsAt, endsAt }) => ({
    ...{ id, leaderId, delegateId },
    ...{ startsAtMs: startsAt.getTime(), endsAtMs: endsAt.getTime() },
  }))
}
