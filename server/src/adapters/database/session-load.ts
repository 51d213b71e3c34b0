import type { GrantableRole } from '#contract/api'
import type { LiveDevice, SessionFacts } from '../../features/sessions/caller.rules'
import { chunk } from './chunk'
import type { Client } from './database'
import { groupBy, indexBy } from './index-by'

/** Sessions with all that authentication needs: nine queries, however many are asked for (up to one `in` list). */
export async function loadSessions(read: Client, sessionIds: readonly string[]): Promise<Map<string, SessionFacts>> {
  const found = new Map<string, SessionFacts>()
  for (const ids of chunk([...new Set(sessionIds)])) {
    for (const facts of await loadChunk(read, ids)) found.set(facts.sessionId, facts)
  }
  return found
}

async function loadChunk(read: Client, ids: string[]): Promise<SessionFacts[]> {
  const sessions = await read.session.findMany({ where: { id: { in: ids } } })
  const employeeIds = [...new Set(sessions.map((session) => session.employeeId))]
  const [people, roles, devices, consents] = await Promise.all([
    loadEmployees(read, employeeIds),
    loadRoles(read, employeeIds),
    loadDevices(read, employeeIds),
    loadConsents(read, employeeIds),
  ])
  return sessions.flatMap((session) => {
    const employee = people.get(session.employeeId)
    if (employee === undefined) return []
    return {
      sessionId: session.id,
      employee,
      keyThumbprint: session.keyThumbprint,
      loggedInAtMs: session.loggedInAt.getTime(),
      expiresAtMs: session.expiresAt.getTime(),
      revokedAtMs: session.revokedAt?.getTime() ?? null,
      devices: devices.get(session.employeeId) ?? [],
      ...roles(session.employeeId),
      ...consents(session.employeeId),
    }
  })
}

async function loadEmployees(read: Client, ids: string[]): Promise<Map<string, SessionFacts['employee']>> {
  const rows = await read.employee.findMany({
    where: { id: { in: ids } },
    select: { id: true, userId: true, name: true, leftAt: true, department: { select: { name: true } } },
  })
  const employees = rows.map(({ id, userId, name, leftAt, department }) => ({
    id,
    userId,
    name,
    department: department?.name ?? null,
    leftAtMs: leftAt?.getTime() ?? null,
  }))
  return indexBy(employees, (employee) => employee.id)
}

async function loadRoles(read: Client, ids: string[]) {
  const [grants, departments, reports] = await Promise.all([
    read.roleGrant.findMany({ where: { employeeId: { in: ids }, revokedAt: null } }),
    read.departmentLeader.findMany({ where: { employeeId: { in: ids } } }),
    read.employeeLeader.groupBy({ by: ['leaderId'], where: { leaderId: { in: ids } } }),
  ])
  const grantsOf = groupBy(grants, (grant) => grant.employeeId)
  const departmentsOf = groupBy(departments, (row) => row.employeeId)
  const leaders = new Set(reports.map((row) => row.leaderId))
  return (employeeId: string): Pick<SessionFacts, 'grants' | 'leadsDepartmentIds' | 'hasDirectReports'> => ({
    grants: (grantsOf.get(employeeId) ?? []).map(({ role, scopeDepartmentId }) => ({
      role: role as GrantableRole,
      scopeDepartmentId,
    })),
    leadsDepartmentIds: (departmentsOf.get(employeeId) ?? []).map((row) => row.departmentId),
    hasDirectReports: leaders.has(employeeId),
  })
}

async function loadDevices(read: Client, ids: string[]): Promise<Map<string, LiveDevice[]>> {
  const rows = await read.device.findMany({
    where: { employeeId: { in: ids }, state: { in: ['active', 'candidate'] } },
    select: { id: true, employeeId: true, keyThumbprint: true, state: true },
  })
  const open = await openRebinds(read, rows)
  const live = rows.filter((row) => row.state === 'active' || open.get(row.id) === row.employeeId)
  const devices = live.map((row) => ({ ...row, state: row.state as LiveDevice['state'] }))
  return groupBy(devices, (device) => device.employeeId)
}

/** Device id → who asked. A candidate without an open rebind is a phone like any other that is not bound. */
async function openRebinds(
  read: Client,
  rows: readonly { readonly id: string; readonly state: string }[],
): Promise<ReadonlyMap<string, string>> {
  const candidateIds = rows.filter((row) => row.state === 'candidate').map((row) => row.id)
  if (candidateIds.length === 0) return new Map()
  const open = await read.approvalRequest.findMany({
    where: { kind: 'rebind', status: 'pending', subjectId: { in: candidateIds } },
    select: { subjectId: true, requesterId: true },
  })
  return new Map(open.map((row) => [row.subjectId, row.requesterId]))
}

async function loadConsents(read: Client, ids: string[]) {
  const [consents, notices] = await Promise.all([
    read.consent.findMany({ where: { employeeId: { in: ids } } }),
    read.consentNotice.findMany({ select: { version: true, publishedAt: true } }),
  ])
  const consentsOf = groupBy(consents, (row) => row.employeeId)
  const published = notices.map(({ version, publishedAt }) => ({ version, publishedAtMs: publishedAt.getTime() }))
  return (employeeId: string): Pick<SessionFacts, 'consents' | 'notices'> => ({
    consents: (consentsOf.get(employeeId) ?? []).map(({ version, givenAt, withdrawnAt }) => ({
      version,
      givenAtMs: givenAt.getTime(),
      withdrawnAtMs: withdrawnAt?.getTime() ?? null,
    })),
    notices: published,
  })
}
