import type { OrganisationSource } from '../../features/organisation/organisation.rules'
import type { DonePersonWrite, OrganisationStore } from '../../ports/organisation-store'
import type { Database, Transaction } from './database'
import { loadOrganisation, loadTree, loadUpFrom } from './organisation-load'
import { writePerson } from './organisation-people'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'

const RUN = { startedAt: true, finishedAt: true, problem: true } as const

export function createOrganisationStore(database: Database): OrganisationStore {
  const { read } = database
  return {
    load: () => loadOrganisation(read),
    loadUpFrom: (userIds) => loadUpFrom(read, userIds),
    loadDepartments: async () => ({ departments: await loadTree(read), people: [] }),

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
        const [grants, assignments] = [
          await tx.roleGrant.count({ where: { scopeDepartmentId: id } }),
          await tx.ruleAssignment.count({ where: { targetKind: 'department', targetId: id } }),
        ]
        if (grants + assignments > 0) return false
        const { count } = await tx.department.deleteMany({
          where: { id, employees: { none: {} }, leaders: { none: {} }, children: { none: {} } },
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
