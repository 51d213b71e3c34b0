import type { GrantableRole } from '#contract/api'
import type { LiveDevice, SessionFacts } from '../../features/sessions/caller.rules'
import { chunk } from './chunk'
import type { Client } from './database'
import { groupBy, indexBy } from './index-by'
import type { ReadSessionRows, SessionRows } from './session-rows'

/** Sessions with all that authentication needs, by the same few queries however many are asked for. */
export async function loadSessions(
  read: Client,
  readRows: ReadSessionRows,
  sessionIds: readonly string[],
): Promise<Map<string, SessionFacts>> {
  const found = new Map<string, SessionFacts>()
  for (const ids of chunk([...new Set(sessionIds)])) {
    for (const facts of toSessions(await readRows(read, ids))) found.set(facts.sessionId, facts)
  }
  return found
}

type OfPerson<Keys extends keyof SessionFacts> = (employeeId: string) => Pick<SessionFacts, Keys>

function toSessions(rows: SessionRows): SessionFacts[] {
  const people = indexBy(rows.employees, (row) => row.id)
  const [roles, devices, consents] = [rolesOf(rows), devicesOf(rows), consentsOf(rows)]
  return rows.sessions.flatMap((session) => {
    const employee = people.get(session.employeeId)
    if (employee === undefined) return []
    const { id, userId, name, leftAt, departmentName } = employee
    return {
      sessionId: session.id,
      employee: { id, userId, name, department: departmentName, leftAtMs: leftAt?.getTime() ?? null },
      keyThumbprint: session.keyThumbprint,
      loggedInAtMs: session.loggedInAt.getTime(),
      expiresAtMs: session.expiresAt.getTime(),
      revokedAtMs: session.revokedAt?.getTime() ?? null,
      ...devices(id),
      ...roles(id),
      ...consents(id),
    }
  })
}

function rolesOf(rows: SessionRows): OfPerson<'grants' | 'leadsDepartmentIds' | 'hasDirectReports'> {
  const grantsOf = groupBy(rows.grants, (grant) => grant.employeeId)
  const departmentsOf = groupBy(rows.departmentsLed, (row) => row.employeeId)
  const leaders = new Set(rows.leaders.map((row) => row.leaderId))
  return (employeeId) => ({
    grants: (grantsOf.get(employeeId) ?? []).map(({ role, scopeDepartmentId }) => ({
      role: role as GrantableRole,
      scopeDepartmentId,
    })),
    leadsDepartmentIds: (departmentsOf.get(employeeId) ?? []).map((row) => row.departmentId),
    hasDirectReports: leaders.has(employeeId),
  })
}

/** A candidate without a pending rebind is a phone like any other that is not bound. */
function devicesOf(rows: SessionRows): OfPerson<'devices'> {
  const rebindOf = indexBy(rows.openRebinds, (row) => row.subjectId)
  const live = rows.devices.filter(
    (row) => row.state === 'active' || rebindOf.get(row.id)?.requesterId === row.employeeId,
  )
  const ofPerson = groupBy(live, (device) => device.employeeId)
  return (employeeId) => ({
    devices: (ofPerson.get(employeeId) ?? []).map(({ id, keyThumbprint, state }) => ({
      keyThumbprint,
      state: state as LiveDevice['state'],
      untilMs: state === 'active' ? null : (rebindOf.get(id)?.expiresAt.getTime() ?? null),
    })),
  })
}

function consentsOf(rows: SessionRows): OfPerson<'consents' | 'notices'> {
  const ofPerson = groupBy(rows.consents, (row) => row.employeeId)
  const notices = rows.notices.map(({ version, publishedAt }) => ({ version, publishedAtMs: publishedAt.getTime() }))
  return (employeeId) => ({
    consents: (ofPerson.get(employeeId) ?? []).map(({ version, givenAt, withdrawnAt }) => ({
      version,
      givenAtMs: givenAt.getTime(),
      withdrawnAtMs: withdrawnAt?.getTime() ?? null,
    })),
    notices,
  })
}
