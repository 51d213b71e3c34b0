/** What has to change so that the stored organisation is the one that the source tells. */
import { diffDepartments, resolveDepartments, type DepartmentDiff } from './department-diff.rules'
import {
  cut,
  inRings,
  keyOf,
  type LeaveReason,
  type PersonRow,
  type SourceIssue,
  type SourceMember,
  type SourceOrganisation,
  type StoredDepartment,
  type StoredOrganisation,
  type StoredPerson,
} from './organisation.rules'

export type ChangedField = keyof PersonRow | 'leaders' | 'leadsDepartments'

/** Somebody who joins, comes back or changes. */
export interface PersonChange {
  readonly kind: 'joined' | 'returned' | 'changed'
  /** As stored before; null for who joins. */
  readonly from: StoredPerson | null
  readonly row: PersonRow
  /** Keys of userids. */
  readonly leaderKeys: readonly string[]
  readonly leadsDepartmentIds: readonly string[]
  readonly fields: readonly ChangedField[]
}

export interface Leaver {
  readonly person: StoredPerson
  readonly reason: LeaveReason
}

export interface OrganisationDiff {
  readonly departments: DepartmentDiff
  readonly people: readonly PersonChange[]
  readonly left: readonly Leaver[]
  /** Employed before, and as they were. */
  readonly unchangedCount: number
  /** Employed before. */
  readonly employedCount: number
  /** Active in the source. */
  readonly seenCount: number
  readonly issues: readonly SourceIssue[]
}

interface Known {
  readonly departmentIds: ReadonlySet<string>
  /** Who may lead, by key. */
  readonly presentKeys: ReadonlySet<string>
  readonly ledByKey: ReadonlyMap<string, readonly string[]>
  readonly keyById: ReadonlyMap<string, string>
  readonly report: (issue: SourceIssue) => void
}

interface Placed {
  readonly leaderKeys: readonly string[]
  readonly change: Omit<PersonChange, 'kind' | 'fields' | 'leaderKeys'>
}

const LONGEST_NAME = 100
const LONGEST_POSITION = 100
const LONGEST_NUMBER = 64
const NO_CHANGE: DepartmentDiff = { added: [], changed: [], gone: [] }

export function diffOrganisation(source: SourceOrganisation, stored: StoredOrganisation): OrganisationDiff {
  const issues: SourceIssue[] = []
  const report = (issue: SourceIssue) => void issues.push(issue)
  const told = source.departments === null ? null : resolveDepartments(source.departments, stored.departments)
  told?.issues.forEach(report)
  const departments: readonly StoredDepartment[] = told?.departments ?? stored.departments
  const storedByKey = new Map(stored.people.map((person) => [keyOf(person.userId), person]))
  const members = withoutTwins(source.members, report)
  const absent = new Map(source.absent.map(({ userId, reason }) => [keyOf(userId), reason]))

  const left = stored.people.flatMap((person): Leaver[] => {
    const key = keyOf(person.userId)
    if (person.leftAtMs !== null || members.has(key)) return []
    const reason = absent.get(key) ?? (source.isWhole ? 'gone' : null)
    return reason === null ? [] : [{ person, reason }]
  })
  for (const { userId, reason } of source.absent) {
    const isNew = !storedByKey.has(keyOf(userId))
    if (reason === 'unreadable' && isNew) report({ kind: 'unreadable_member', id: userId, other: null })
  }
  const leaving = new Set(left.map(({ person }) => keyOf(person.userId)))
  const employed = stored.people.filter(({ leftAtMs }) => leftAtMs === null)
  const staying = employed.filter(({ userId }) => !leaving.has(keyOf(userId)))
  const known: Known = {
    departmentIds: new Set(departments.map(({ id }) => id)),
    presentKeys: new Set([...members.keys(), ...staying.map(({ userId }) => keyOf(userId))]),
    ledByKey: ledDepartments(source),
    keyById: new Map(stored.people.map(({ employeeId, userId }) => [employeeId, keyOf(userId)])),
    report,
  }
  const placed = new Map([...members].map(([key, member]) => [key, place(member, storedByKey.get(key) ?? null, known)]))
  const rings = inRings(
    new Map([
      ...staying.map(({ userId, leaderIds }) => [keyOf(userId), keysOf(leaderIds, known)] as const),
      ...[...placed].map(([key, { leaderKeys }]) => [key, leaderKeys] as const),
    ]),
  )
  const people = [...placed].flatMap(([key, { leaderKeys, change }]) => {
    const inside = rings.has(key) ? leaderKeys.filter((leader) => rings.has(leader)) : []
    if (inside.length > 0) report({ kind: 'leader_ring', id: change.row.userId, other: inside.join() })
    const outside = leaderKeys.filter((leader) => !inside.includes(leader))
    return changeOf({ ...change, leaderKeys: outside }, known)
  })
  return {
    departments: told === null ? NO_CHANGE : diffDepartments(departments, stored.departments),
    people,
    left,
    unchangedCount: staying.length - people.filter(({ kind }) => kind === 'changed').length,
    employedCount: employed.length,
    seenCount: members.size,
    issues,
  }
}

function withoutTwins(members: readonly SourceMember[], report: Known['report']): ReadonlyMap<string, SourceMember> {
  const byKey = new Map<string, SourceMember>()
  for (const member of members) {
    const twin = byKey.get(keyOf(member.userId))
    if (twin === undefined) byKey.set(keyOf(member.userId), member)
    else report({ kind: 'member_twice', id: twin.userId, other: member.userId })
  }
  return byKey
}

/** As the departments name those who lead them; members name it themselves too. */
function ledDepartments({ departments }: SourceOrganisation): ReadonlyMap<string, readonly string[]> {
  const led = new Map<string, string[]>()
  for (const { id, leaderUserIds } of departments ?? []) {
    for (const userId of leaderUserIds) led.set(keyOf(userId), [...(led.get(keyOf(userId)) ?? []), id])
  }
  return led
}

function place(member: SourceMember, from: StoredPerson | null, known: Known): Placed {
  const { userId, name, position, employeeNumber } = member
  return {
    leaderKeys: leadersOf(member, from, known),
    change: {
      from,
      row: {
        userId,
        name: cut((name ?? '').trim() || (from?.name ?? userId), LONGEST_NAME),
        position: position === null ? (from?.position ?? null) : cut(position.trim(), LONGEST_POSITION) || null,
        employeeNumber:
          employeeNumber === null ? (from?.employeeNumber ?? null) : cut(employeeNumber.trim(), LONGEST_NUMBER) || null,
        departmentId: departmentOf(member, from, known),
      },
      leadsDepartmentIds: ledBy(member, from, known),
    },
  }
}

function departmentOf(member: SourceMember, from: StoredPerson | null, known: Known): string | null {
  const { mainDepartmentId, departmentIds, userId } = member
  const told = [...new Set([...(mainDepartmentId === null ? [] : [mainDepartmentId]), ...departmentIds])]
  for (const id of told) {
    if (!known.departmentIds.has(id)) known.report({ kind: 'unknown_department', id: userId, other: id })
  }
  return told.find((id) => known.departmentIds.has(id)) ?? from?.departmentId ?? null
}

function leadersOf(member: SourceMember, from: StoredPerson | null, known: Known): readonly string[] {
  const { userId, directLeaderUserIds } = member
  if (directLeaderUserIds === null) return keysOf(from?.leaderIds ?? [], known)
  const keys = directLeaderUserIds.filter((leader) => {
    const isSelf = keyOf(leader) === keyOf(userId)
    if (isSelf) known.report({ kind: 'self_leader', id: userId, other: null })
    else if (!known.presentKeys.has(keyOf(leader))) known.report({ kind: 'unknown_leader', id: userId, other: leader })
    return !isSelf && known.presentKeys.has(keyOf(leader))
  })
  return [...new Set(keys.map(keyOf))]
}

function ledBy({ userId, leadsDepartmentIds }: SourceMember, from: StoredPerson | null, known: Known) {
  const own = leadsDepartmentIds ?? from?.leadsDepartmentIds ?? []
  const told = [...own, ...(known.ledByKey.get(keyOf(userId)) ?? [])]
  return [...new Set(told)].filter((id) => known.departmentIds.has(id))
}

function keysOf(employeeIds: readonly string[], { keyById }: Known): readonly string[] {
  return employeeIds.flatMap((id) => keyById.get(id) ?? [])
}

/** Empty: everything is as it was. */
function changeOf(change: Omit<PersonChange, 'kind' | 'fields'>, known: Known): readonly PersonChange[] {
  const { from, row, leaderKeys, leadsDepartmentIds } = change
  if (from === null) return [{ ...change, kind: 'joined', fields: [] }]
  const columns = ['userId', 'name', 'position', 'employeeNumber', 'departmentId'] as const
  const fields: ChangedField[] = columns.filter((column) => row[column] !== from[column])
  if (!isSameSet(leaderKeys, keysOf(from.leaderIds, known))) fields.push('leaders')
  if (!isSameSet(leadsDepartmentIds, from.leadsDepartmentIds)) fields.push('leadsDepartments')
  if (from.leftAtMs !== null) return [{ ...change, kind: 'returned', fields }]
  return fields.length === 0 ? [] : [{ ...change, kind: 'changed', fields }]
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const set = new Set(other)
  return one.length === set.size && one.every((item) => set.has(item))
}
