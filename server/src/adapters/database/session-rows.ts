import type { Client } from './database'

/** The rows behind the callers of some sessions; each list may hold more than those need, never less. */
export interface SessionRows {
  readonly sessions: readonly {
    readonly id: string
    readonly employeeId: string
    readonly keyThumbprint: string | null
    readonly loggedInAt: Date
    readonly expiresAt: Date
    readonly revokedAt: Date | null
  }[]
  readonly employees: readonly {
    readonly id: string
    readonly userId: string
    readonly name: string
    readonly leftAt: Date | null
    readonly departmentName: string | null
  }[]
  /** Not revoked. */
  readonly grants: readonly {
    readonly employeeId: string
    readonly role: string
    readonly scopeDepartmentId: string | null
  }[]
  readonly departmentsLed: readonly { readonly employeeId: string; readonly departmentId: string }[]
  /** Those of the people who lead somebody directly. */
  readonly leaders: readonly { readonly leaderId: string }[]
  /** Active ones and candidates. */
  readonly devices: readonly {
    readonly id: string
    readonly employeeId: string
    readonly keyThumbprint: string
    readonly state: string
  }[]
  /** Pending ones of the candidates among the devices; they may be past their time. */
  readonly openRebinds: readonly {
    readonly subjectId: string
    readonly requesterId: string
    readonly expiresAt: Date
  }[]
  readonly consents: readonly {
    readonly employeeId: string
    readonly version: number
    readonly givenAt: Date
    readonly withdrawnAt: Date | null
  }[]
  readonly notices: readonly { readonly version: number; readonly publishedAt: Date }[]
}

/** The number of queries does not depend on how many sessions are asked for. */
export type ReadSessionRows = (read: Client, sessionIds: readonly string[]) => Promise<SessionRows>

/** By Prisma's own queries, on any engine: nine, and one or two more while somebody changes phones. */
export const readSessionRows: ReadSessionRows = async (read, sessionIds) => {
  const sessions = await read.session.findMany({
    where: { id: { in: [...sessionIds] } },
    select: { id: true, employeeId: true, keyThumbprint: true, loggedInAt: true, expiresAt: true, revokedAt: true },
  })
  const employeeId = { in: [...new Set(sessions.map((session) => session.employeeId))] }
  const [employees, grants, departmentsLed, leaders, phones, consents, notices] = await Promise.all([
    read.employee.findMany({
      where: { id: employeeId },
      select: { id: true, userId: true, name: true, leftAt: true, department: { select: { name: true } } },
    }),
    read.roleGrant.findMany({
      where: { employeeId, revokedAt: null },
      select: { employeeId: true, role: true, scopeDepartmentId: true },
    }),
    read.departmentLeader.findMany({ where: { employeeId } }),
    read.employeeLeader.groupBy({ by: ['leaderId'], where: { leaderId: employeeId } }),
    readPhones(read, employeeId.in),
    read.consent.findMany({
      where: { employeeId },
      select: { employeeId: true, version: true, givenAt: true, withdrawnAt: true },
    }),
    read.consentNotice.findMany({ select: { version: true, publishedAt: true } }),
  ])
  return {
    sessions,
    employees: employees.map(({ department, ...row }) => ({ ...row, departmentName: department?.name ?? null })),
    grants,
    departmentsLed,
    leaders,
    ...phones,
    consents,
    notices,
  }
}

async function readPhones(
  read: Client,
  employeeIds: readonly string[],
): Promise<Pick<SessionRows, 'devices' | 'openRebinds'>> {
  const readDevices = () =>
    read.device.findMany({
      where: { employeeId: { in: [...employeeIds] }, state: { in: ['active', 'candidate'] } },
      select: { id: true, employeeId: true, keyThumbprint: true, state: true },
    })
  const devices = await readDevices()
  const candidateIds = devices.filter((row) => row.state === 'candidate').map((row) => row.id)
  if (candidateIds.length === 0) return { devices, openRebinds: [] }
  const openRebinds = await read.approvalRequest.findMany({
    where: { kind: 'rebind', status: 'pending', subjectId: { in: candidateIds } },
    select: { subjectId: true, requesterId: true, expiresAt: true },
  })
  // Decided between the two reads: what it made of the candidate stands now, in the same transaction as the decision.
  const isDecided = openRebinds.length < candidateIds.length
  return { devices: isDecided ? await readDevices() : devices, openRebinds }
}
