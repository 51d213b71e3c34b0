import { memberFrom, type Department, type DirectorySource, type Member } from './directory-types'
import { Refusal } from './errors'
import type { SandboxApp } from './options'

export interface Directory {
  /** Null: there is none, or who it was has left. Upper and lower case are one. */
  member(userId: string): Promise<Member | null>
  /** Who may still hold a login code: also who has left. */
  hasAccount(userId: string): Promise<boolean>
  members(): Promise<readonly Member[]>
  departments(): Promise<readonly Department[]>
  /** A department's id and those of all below it; empty when there is none. */
  below(id: number): Promise<ReadonlySet<number>>
  isVisible(member: Member, app: SandboxApp): boolean
  /** Puts a member in the place of the one of that userid; null: takes that one away. */
  put(userId: string, member: Member | null): void
  putDepartment(id: number, department: Department | null): void
}

const MOST_MEMBERS = 100_000

/**
 * What the source told is taken over once: from then on the sandbox is where the company is kept, and later edits of the
 * source do not undo its own. Whom the source names for the first time joins.
 */
export function createDirectory(source: DirectorySource): Directory {
  const members = new Map<string, Member>()
  const departments = new Map<number, Department>()
  /** Told by the source before, here or gone since. */
  const seenMembers = new Set<string>()
  const seenDepartments = new Set<number>()
  const keyOf = (userId: string) => userId.toLowerCase()
  const isHere = ({ status }: Member) => status !== 5

  async function refresh(): Promise<void> {
    const told = await source.read()
    for (const department of told.departments) {
      if (seenDepartments.has(department.id)) continue
      seenDepartments.add(department.id)
      departments.set(department.id, department)
    }
    for (const member of told.members) {
      const key = keyOf(member.userId)
      if (seenMembers.has(key) || members.size >= MOST_MEMBERS) continue
      seenMembers.add(key)
      members.set(key, memberFrom(member))
    }
  }

  async function find(userId: string): Promise<Member | undefined> {
    const key = keyOf(userId)
    if (!seenMembers.has(key)) await refresh()
    return members.get(key)
  }

  function below(id: number): Set<number> {
    const found = new Set(departments.has(id) ? [id] : [])
    for (const parent of found) {
      for (const { id: child, parentId } of departments.values()) if (parentId === parent) found.add(child)
    }
    return found
  }

  return {
    async member(userId) {
      const member = await find(userId)
      return member !== undefined && isHere(member) ? member : null
    },
    hasAccount: async (userId) => (await find(userId)) !== undefined,
    async members() {
      await refresh()
      return [...members.values()].filter(isHere)
    },
    async departments() {
      await refresh()
      return [...departments.values()]
    },
    async below(id) {
      await refresh()
      return below(id)
    },
    isVisible(member, { visibleDepartments }) {
      if (visibleDepartments === undefined) return true
      return visibleDepartments.map(below).some((seen) => member.departments.some(({ id }) => seen.has(id)))
    },
    put(userId, member) {
      members.delete(keyOf(userId))
      seenMembers.add(keyOf(userId))
      if (member === null) return
      seenMembers.add(keyOf(member.userId))
      members.set(keyOf(member.userId), member)
    },
    putDepartment(id, department) {
      seenDepartments.add(id)
      if (department === null) departments.delete(id)
      else departments.set(id, department)
    },
  }
}

/** @throws Refusal 60111 unknown, 60011 out of the app's visible range */
export async function requireVisible(directory: Directory, app: SandboxApp, userId: string): Promise<Member> {
  const member = await directory.member(userId)
  if (member === null) throw new Refusal(60111, userId)
  if (!directory.isVisible(member, app)) throw new Refusal(60011, userId)
  return member
}
