import type { Diagnosis, ReportedPlace } from '#contract/api-feedback'
import type { Reach } from '../../features/people/reach.rules'
import type { Prisma } from '../../generated/sqlserver/client'
import type { FeedbackStore, StoredFaultReport } from '../../ports/feedback-store'
import type { FieldCipher } from '../../ports/field-cipher'
import { chunk } from './chunk'
import type { Client, Database } from './database'
import { indexBy } from './index-by'
import { loadLeadership } from './leadership'
import { writeTrail } from './trail'

const WITH_EMPLOYEE = {
  employee: { select: { id: true, name: true, departmentId: true, department: { select: { name: true } } } },
} satisfies Prisma.FaultReportInclude

type ReportRow = Prisma.FaultReportGetPayload<{ include: typeof WITH_EMPLOYEE }>

const placeContext = (id: string) => `FaultReport.place:${id}`

export function createFeedbackStore(
  { read, write }: Pick<Database, 'read' | 'write'>,
  cipher: FieldCipher,
): FeedbackStore {
  const page = (where: Prisma.FaultReportWhereInput, beforeId: string | null, limit: number) =>
    read.faultReport.findMany({
      where: { AND: [where, beforeId === null ? {} : { id: { lt: beforeId } }] },
      include: WITH_EMPLOYEE,
      // UUID v7: the order of ids is the order of writing.
      orderBy: { id: 'desc' },
      take: limit,
    })
  return {
    loadLeadership: (employeeId) => loadLeadership(read, employeeId),

    create: ({ id, employeeId, text, diagnosis, place }, trail, nowMs) =>
      write(async (tx) => {
        await tx.faultReport.create({
          data: {
            ...{ id, employeeId, text },
            diagnosisJson: diagnosis === null ? null : JSON.stringify(diagnosis),
            placeEncrypted: place === null ? null : cipher.encrypt(JSON.stringify(place), placeContext(id)),
            createdAt: new Date(nowMs),
          },
        })
        await writeTrail(tx, trail, nowMs)
      }),

    find: async (id) => {
      const row = await read.faultReport.findUnique({ where: { id }, include: WITH_EMPLOYEE })
      return row === null ? null : ((await toReports(read, [row]))[0] ?? null)
    },

    listOwn: async (employeeId, beforeId, limit) => toReports(read, await page({ employeeId }, beforeId, limit)),

    list: async ({ reach, answered, beforeId, limit }) => {
      const state = answered === null ? {} : { answeredAt: answered ? { not: null } : null }
      const found: ReportRow[] = []
      for (const within of reachConditions(reach)) found.push(...(await page({ ...state, ...within }, beforeId, limit)))
      const newest = [...indexBy(found, ({ id }) => id).values()].sort((left, right) => (left.id < right.id ? 1 : -1))
      return toReports(read, newest.slice(0, limit))
    },

    answer: (id, { text, answeredBy }, trail, nowMs) =>
      write(async (tx) => {
        const { count } = await tx.faultReport.updateMany({
          where: { id, answeredAt: null },
          data: { answer: text, answeredBy, answeredAt: new Date(nowMs) },
        })
        if (count === 1) await writeTrail(tx, trail, nowMs)
        return count === 1
      }),

    readPlace: async (id, trail, nowMs) => {
      const row = await read.faultReport.findUnique({ where: { id }, select: { placeEncrypted: true } })
      if (row === null || row.placeEncrypted === null) return null
      await write((tx) => writeTrail(tx, trail, nowMs))
      return JSON.parse(cipher.decrypt(row.placeEncrypted, placeContext(id))) as ReportedPlace
    },
  }
}

function reachConditions(reach: Reach): Prisma.FaultReportWhereInput[] {
  if (reach.kind === 'everybody') return [{}]
  return [
    ...chunk(reach.departmentIds).map((ids) => ({ employee: { departmentId: { in: ids } } })),
    ...chunk(reach.employeeIds).map((ids) => ({ employeeId: { in: ids } })),
  ]
}

async function toReports(read: Client, rows: readonly ReportRow[]): Promise<StoredFaultReport[]> {
  const ids = [...new Set(rows.flatMap(({ answeredBy }) => answeredBy ?? []))]
  const people = await read.employee.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    id: row.id,
    employee: { ...row.employee, department: row.employee.department?.name ?? null },
    text: row.text,
    diagnosis: row.diagnosisJson === null ? null : (JSON.parse(row.diagnosisJson) as Diagnosis),
    includesPlace: row.placeEncrypted !== null,
    createdAtMs: row.createdAt.getTime(),
    answer:
      row.answer === null || row.answeredBy === null || row.answeredAt === null
        ? null
        : {
            text: row.answer,
            by: { id: row.answeredBy, name: nameOf.get(row.answeredBy) ?? '' },
            atMs: row.answeredAt.getTime(),
          },
  }))
}
