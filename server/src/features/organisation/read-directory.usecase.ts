import { AppError } from '../../app-error'
import type { Directory, DirectoryMember } from '../../ports/directory'
import { mostLeavers } from './leaver-guard.rules'
import {
  keyOf,
  type AbsentMember,
  type SourceMember,
  type SourceOrganisation,
  type StoredOrganisation,
} from './organisation.rules'

export interface ReadDirectoryPorts {
  readonly directory: Directory
  /** Null: whoever calls tries again himself. */
  readonly pause: ((ms: number) => Promise<void>) | null
  /** Now and then while it reads; throws to stop. */
  readonly hold: () => Promise<void>
}

/** Calls under way at once. */
const CONCURRENCY = 8
/** WeCom's limits count by the minute; this is one call's patience. */
const MOST_WAITS = 10

/**
 * The whole organisation: the departments, everybody's userid, then each member. Whoever is stored as employed and not
 * listed is asked for by name before he counts as gone, as long as those are few: he may have joined while it was read.
 * @throws AppError WECOM_UNAVAILABLE, WECOM_REFUSED
 */
export async function readDirectory(
  ports: ReadDirectoryPorts,
  stored: StoredOrganisation,
): Promise<SourceOrganisation> {
  const { directory, hold } = ports
  const departments = await patiently(ports, () => readDepartments(directory))
  const listed = new Map<string, string>()
  for await (const page of directory.memberIds()) {
    for (const userId of page) if (!listed.has(keyOf(userId))) listed.set(keyOf(userId), userId)
    await hold()
  }
  const employed = stored.people.filter(({ leftAtMs }) => leftAtMs === null)
  const missing = employed.filter(({ userId }) => !listed.has(keyOf(userId))).map(({ userId }) => userId)
  const areFew = missing.length <= mostLeavers(employed.length)
  const read = await readMembers(ports, [...listed.values()])
  const again = areFew ? await readMembers(ports, missing) : { members: [], absent: [] }
  return {
    departments,
    members: [...read.members, ...again.members],
    absent: [
      // Listed, so nobody to be simply gone.
      ...read.absent.map(({ userId, reason }) => ({ userId, reason: reason === 'gone' ? 'unreadable' : reason })),
      // Not listed and not readable: simply gone.
      ...again.absent.filter(({ reason }) => reason === 'disabled'),
    ],
    isWhole: true,
  }
}

/** Null when it shows none: an app whose visible range names members alone sees no departments, and the stored ones stand. */
export async function readDepartments(
  directory: Pick<Directory, 'departments'>,
): Promise<SourceOrganisation['departments']> {
  const departments = await directory.departments()
  return departments.length === 0 ? null : departments
}

/** As they are in WeCom now. Absent are those who are `disabled`, unknown there (`gone`), or not shown (`unreadable`). */
export async function readMembers(
  ports: ReadDirectoryPorts,
  userIds: readonly string[],
): Promise<{ readonly members: readonly SourceMember[]; readonly absent: readonly AbsentMember[] }> {
  const members: SourceMember[] = []
  const absent: AbsentMember[] = []
  const waiting = [...userIds]
  const faults: unknown[] = []
  const hold = async () => {
    // One that fails ends all: none goes on in the background.
    if (faults.length > 0) throw faults[0]
    await ports.hold()
  }
  const readNext = async () => {
    for (let userId = waiting.shift(); userId !== undefined; userId = waiting.shift()) {
      const asked = userId
      await hold()
      const member = await patiently({ ...ports, hold }, () => ports.directory.member(asked))
      if (member === null) absent.push({ userId, reason: 'gone' })
      else if (member === 'not_visible') absent.push({ userId, reason: 'unreadable' })
      else if (member.isActive) members.push(sourceMember(member))
      else absent.push({ userId, reason: 'disabled' })
    }
  }
  const reading = Array.from({ length: CONCURRENCY }, () => readNext().catch((fault: unknown) => faults.push(fault)))
  await Promise.all(reading)
  if (faults.length > 0) throw faults[0]
  return { members, absent }
}

/** WeCom does not know employee numbers. */
function sourceMember({ isActive: _, ...member }: DirectoryMember): SourceMember {
  return { ...member, employeeNumber: null }
}

/** Waits where it is said for how long; whatever else fails fails. */
async function patiently<Result>({ pause, hold }: ReadDirectoryPorts, call: () => Promise<Result>): Promise<Result> {
  for (let waits = 0; ; waits++) {
    try {
      return await call()
    } catch (fault) {
      const seconds = fault instanceof AppError ? fault.retryAfterSeconds : undefined
      if (pause === null || seconds === undefined || waits === MOST_WAITS) throw fault
      // In steps: the lease is kept, and whoever has to stop need not wait.
      for (let second = 0; second < seconds; second++) {
        await pause(1_000)
        await hold()
      }
    }
  }
}
