/** The organisation as a source tells it and as it is stored; what both sides are compared by. */

/** WeCom, or a file. */
export type OrganisationSource = 'wecom' | 'csv'

export interface SourceDepartment {
  readonly id: string
  readonly name: string
  /** Null: the company itself. */
  readonly parentId: string | null
  readonly leaderUserIds: readonly string[]
}

/** Somebody who is employed. Null: the source does not tell; what is known stays. */
export interface SourceMember {
  readonly userId: string
  readonly name: string | null
  /** Empty: none. */
  readonly position: string | null
  readonly employeeNumber: string | null
  /** Empty: the source does not tell. */
  readonly departmentIds: readonly string[]
  readonly mainDepartmentId: string | null
  readonly leadsDepartmentIds: readonly string[] | null
  readonly directLeaderUserIds: readonly string[] | null
}

/** `gone`: the source has no such person; `unreadable`: it lists one but shows nothing; `disabled`: it says so. */
export type LeaveReason = 'gone' | 'disabled' | 'unreadable'

export interface AbsentMember {
  readonly userId: string
  readonly reason: LeaveReason
}

export interface SourceOrganisation {
  /** All of them; null: not asked for, the stored ones stand. */
  readonly departments: readonly SourceDepartment[] | null
  readonly members: readonly SourceMember[]
  readonly absent: readonly AbsentMember[]
  /** Whether everybody stands in `members`: whoever does not is gone. */
  readonly isWhole: boolean
}

export interface StoredDepartment {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
}

export interface PersonRow {
  readonly userId: string
  readonly name: string
  readonly position: string | null
  readonly employeeNumber: string | null
  readonly departmentId: string | null
}

export interface StoredPerson extends PersonRow {
  readonly employeeId: string
  /** Ids of employees. */
  readonly leaderIds: readonly string[]
  readonly leadsDepartmentIds: readonly string[]
  /** Null while employed. */
  readonly leftAtMs: number | null
}

export interface StoredOrganisation {
  readonly departments: readonly StoredDepartment[]
  readonly people: readonly StoredPerson[]
}

/** What the source says that cannot be followed. */
export interface SourceIssue {
  readonly kind:
    | 'department_ring'
    | 'department_twice'
    | 'unknown_parent'
    | 'member_twice'
    | 'unreadable_member'
    | 'unknown_department'
    | 'unknown_leader'
    | 'self_leader'
    | 'leader_ring'
  /** The department or member that it is about. */
  readonly id: string
  /** What it names. */
  readonly other: string | null
}

/** WeCom's userids are the same in either case. */
export function keyOf(userId: string): string {
  return userId.toLowerCase()
}

/** At most so many characters, none of them cut in two. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most
  return text.slice(0, end)
}

/**
 * Those who stand in a ring of "is below", and those between two rings: who has nobody above, or nobody below, is taken
 * away until none such is left.
 * @param above each one → those directly above; names that are no key count for nothing
 */
export function inRings(above: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const below = new Map<string, string[]>()
  for (const [id, others] of above) {
    for (const other of others) if (above.has(other)) below.set(other, [...(below.get(other) ?? []), id])
  }
  const aboveCount = new Map([...above].map(([id, others]) => [id, others.filter((other) => above.has(other)).length]))
  const belowCount = new Map([...above.keys()].map((id) => [id, below.get(id)?.length ?? 0]))
  const left = new Set(above.keys())
  const open = [...left].filter((id) => aboveCount.get(id) === 0 || belowCount.get(id) === 0)
  const lower = (counts: Map<string, number>, id: string) => {
    const count = (counts.get(id) ?? 0) - 1
    counts.set(id, count)
    if (count === 0) open.push(id)
  }
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (!left.delete(id)) continue
    for (const other of below.get(id) ?? []) lower(aboveCount, other)
    for (const other of above.get(id) ?? []) if (above.has(other)) lower(belowCount, other)
  }
  return left
}
