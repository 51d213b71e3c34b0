import type { Clock } from '../../ports/system'
import { keyOf, type SourceDepartment, type SourceMember, type StoredDepartment } from './organisation.rules'

type Told = readonly SourceDepartment[] | null

/** WeCom's departments as they were told a short while ago, so that a thousand changed members ask for them once. */
export interface RecentDepartments {
  /** Whether the stored ones say of these members what WeCom would; otherwise it has to be asked. */
  explains(members: readonly SourceMember[], stored: readonly StoredDepartment[]): boolean
  /** Once they are stored. @param members those that they were asked for */
  remember(told: Told, members: readonly SourceMember[]): void
}

const RECENT_MS = 60_000

export function createRecentDepartments(clock: Clock): RecentDepartments {
  let last: { readonly told: Told; readonly atMs: number; readonly missing: ReadonlySet<string> } | null = null
  return {
    explains(members, stored) {
      if (last === null || clock.nowMs() - last.atMs >= RECENT_MS) return false
      const { told, missing } = last
      const known = new Set([...stored.map(({ id }) => id), ...missing])
      return members.every(
        (member) =>
          member.departmentIds.every((id) => known.has(id)) &&
          // They may say that he leads what he led until a moment ago.
          ledBy(member, told).every((id) => (member.leadsDepartmentIds ?? []).includes(id)),
      )
    },

    remember(told, members) {
      const ids = new Set((told ?? []).map(({ id }) => id))
      // Not shown to our app: asking again would not show them either.
      const named = [...(last?.missing ?? []), ...members.flatMap(({ departmentIds }) => departmentIds)]
      last = { told, atMs: clock.nowMs(), missing: new Set(named.filter((id) => !ids.has(id))) }
    },
  }
}

function ledBy({ userId }: SourceMember, told: Told): readonly string[] {
  return (told ?? [])
    .filter(({ leaderUserIds }) => leaderUserIds.some((leader) => keyOf(leader) === keyOf(userId)))
    .map(({ id }) => id)
}
