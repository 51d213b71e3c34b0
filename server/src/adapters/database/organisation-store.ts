import type { OrganisationSource } from '../../features/organisation/organisation.rules'
import type { DonePersonWrite, OrganisationStore, PersonWrite } from '../../ports/organisation-store'
import type { Database, Transaction } from './database'
import { loadOrganisation } from './organisation-load'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'

const RUN = { startedAt: true, finishedAt: true, problem: true } as const

export function createOrganisationStore(database: Database): OrganisationStore {
  const { read } = database
  return {
    load: () => loadOrganisation(read),

    zone: async () => (await read.company.findUniqueOrThrow({ where: { id: 1 }, select: { zone: true } })).zone,

    hasPeople: async () => (await read.employee.findFirst({ select: { id: true } })) !== null,

    async isInUse(employeeId) {
      const [attempt, device] = await Promise.all([
        read.attempt.findFirst({ where: { employeeId }, select: { id: true } }),
        read.device.findFirst({ where: { employeeId }, select: { id: true } }),
      ])
      return attempt !== null || device !== null
    },

    async lastRun(source) {
      const row = await read.organisationSync.findFirst({
        where: { source },
        orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
        select: RUN,
      })
      if (row === null) return null
      const { startedAt, finishedAt, problem } = row
      return { startedAtMs: startedAt.getTime(), finishedAtMs: finishedAt?.getTime() ?? null, problem }
    },

    async sourceInUse() {
      const row = await read.organisationSync.findFirst({
        where: { finishedAt: { not: null }, problem: null },
        orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
        select: { source: true },
      })
      return (row?.source as OrganisationSource | undefined) ?? null
    },

    beginRun: ({ id, source }, nowMs) =>
      database.write(async (tx) => {
        await tx.organisationSync.create({ data: { id, source, startedAt: new Date(nowMs) } })
      }),

    finishRun: ({ id, summary, problem }, trail, nowMs) =>
      database.write(async (tx) => {
        await tx.organisationSync.update({
          where: { id },
          data: { finishedAt: new Date(nowMs), summaryJson: JSON.stringify(summary), problem },
        })
        await writeTrail(tx, trail, nowMs)
      }),

    saveDepartments: ({ added, changed }, trail, nowMs) =>
      database.write(async (tx) => {
        for (const { id, name, parentId } of added) await tx.department.create({ data: { id, name, parentId } })
        for (const { to } of changed) {
          await tx.department.update({ where: { id: to.id }, data: { name: to.name, parentId: to.parentId } })
        }
        await bumpRules(tx)
        await writeTrail(tx, trail, nowMs)
      }),

    removeDepartment: ({ id }, trail, nowMs) =>
      database.write(async (tx) => {
        await tx.departmentLeader.deleteMany({ where: { departmentId: id } })
        const [grants, assignments] = [
          await tx.roleGrant.count({ where: { scopeDepartmentId: id } }),
          await tx.ruleAssignment.count({ where: { targetKind: 'department', targetId: id } }),
        ]
        if (grants + assignments > 0) return false
        const { count } = await tx.department.deleteMany({
          where: { id, employees: { none: {} }, children: { none: {} } },
        })
        if (count === 0) return false
        await bumpRules(tx)
        await writeTrail(tx, trail, nowMs)
        return true
      }),

    async write(writes, trailOf, nowMs) {
      try {
        return await database.write(async (tx) => {
          const done: DonePersonWrite[] = []
          for (const write of writes) {
            const one = await writePerson(tx, write, nowMs)
            if (one !== null) done.push(one)
          }
          await writeTrail(tx, trailOf(done), nowMs)
          return done
        })
      } catch (fault) {
        if (uniqueConflict(fault) === 'Employee_userIdKey_key') return null
        throw fault
      }
    },

    async rename({ employeeId, fromUserId, toUserId, retire }, trail, nowMs) {
      try {
        return await database.write(async (tx) => {
          if (retire !== null) await renameRow(tx, retire.employeeId, toUserId, retire.toUserId)
          if (!(await renameRow(tx, employeeId, fromUserId, toUserId))) throw new NotAsSaid()
          await writeTrail(tx, trail, nowMs)
          return true
        })
      } catch (fault) {
        if (fault instanceof NotAsSaid || uniqueConflict(fault) === 'Employee_userIdKey_key') return false
        throw fault
      }
    },
  }
}

/** Rolls back; caught again above. */
class NotAsSaid extends Error {}

/** The tree is cached with the rules, by this version. */
async function bumpRules(tx: Transaction): Promise<void> {
  await tx.company.updateMany({ where: { id: 1 }, data: { rulesVersion: { increment: 1 } } })
}

async function renameRow(tx: Transaction, id: string, fromUserId: string, toUserId: string): Promise<boolean> {
  const { count } = await tx.employee.updateMany({
    where: { id, userIdKey: fromUserId.toLowerCase() },
    data: { userId: toUserId, userIdKey: toUserId.toLowerCase() },
  })
  return count > 0
}

async function writePerson(tx: Transaction, write: PersonWrite, nowMs: number): Promise<DonePersonWrite | null> {
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

function rowOf({ row }: Extract<PersonWrite, { readonly row: unknown }>) {
  return { ...row, userIdKey: row.userId.toLowerCase() }
}

async function relate(
  tx: Transaction,
  write: Extract<PersonWrite, { readonly kind: 'relate' }>,
): Promise<DonePersonWrite | null> {
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

async function leave(
  tx: Transaction,
  write: Extract<PersonWrite, { readonly kind: 'leave' }>,
  nowMs: number,
): Promise<DonePersonWrite | null> {
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
