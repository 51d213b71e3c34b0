import type { Directory } from '../../ports/directory'
import type { Log } from '../../ports/log'
import type { OrganisationStore } from '../../ports/organisation-store'
import type { ContactChange, HandleContactChange } from '../../ports/wecom-events'
import { applyOrganisation, type ApplyPorts } from './apply-organisation.usecase'
import { diffOrganisation } from './organisation-diff.rules'
import { renameTrail, type ChangeCause } from './organisation-trail.rules'
import { keyOf, type AbsentMember, type SourceOrganisation, type StoredOrganisation } from './organisation.rules'
import { readDepartments, readMembers } from './read-directory.usecase'
import { createRecentDepartments, type RecentDepartments } from './recent-departments.usecase'
import { judgeRename, retiredUserId } from './rename.rules'

export interface ContactChangePorts extends ApplyPorts {
  readonly store: OrganisationStore
  readonly directory: Directory
  readonly log: Log
}

type MemberChange = Exclude<ContactChange, { readonly kind: 'departments_changed' }>

const CAUSE: ChangeCause = { author: { kind: 'system', id: 'organisation' }, source: 'wecom', syncId: null }
const hold = () => Promise.resolve()

/**
 * Follows a change of WeCom's contacts. The callback says only who: what holds is what WeCom answers now, so late,
 * repeated and swapped callbacks end the same. Where the people come from a file, only leavers are followed. Whom WeCom
 * does not show has left only when it says so: renamed or moved out of sight, he waits for the guarded synchronisation.
 */
export function createHandleContactChange(ports: ContactChangePorts): HandleContactChange {
  const { store, directory, log } = ports
  const recentDepartments = createRecentDepartments(ports.clock)
  return async (change) => {
    const isFollowed = (await store.sourceInUse()) !== 'csv'
    if (change.kind === 'departments_changed') {
      if (!isFollowed) return
      const departments = await readDepartments(directory)
      await follow(ports, await store.loadDepartments(), { departments })
      recentDepartments.remember(departments, [])
      return
    }
    const newUserId = change.kind === 'member_changed' ? change.newUserId : null
    if (newUserId !== null && (await rename(ports, change.userId, newUserId))) {
      log.info({ fromUserId: change.userId, toUserId: newUserId }, 'a userid was changed')
    }
    const userIds = [change.userId, ...(newUserId === null ? [] : [newUserId])]
    const read = await readMembers({ ...ports, pause: null, hold }, userIds)
    const absent = read.absent.filter((one) => isLeaver(one, change))
    const members = isFollowed ? read.members : []
    if (members.length > 0) await followMembers(ports, recentDepartments, members, absent)
    else if (absent.length > 0) await follow(ports, await store.loadUpFrom(userIds), { departments: null, absent })
  }
}

function isLeaver({ reason }: AbsentMember, { kind }: MemberChange): boolean {
  return reason === 'disabled' || (reason === 'gone' && kind === 'member_removed')
}

async function followMembers(
  ports: ContactChangePorts,
  recentDepartments: RecentDepartments,
  members: SourceOrganisation['members'],
  absent: readonly AbsentMember[],
): Promise<void> {
  const named = members.flatMap(({ userId, directLeaderUserIds }) => [userId, ...(directLeaderUserIds ?? [])])
  const stored = await ports.store.loadUpFrom([...named, ...absent.map(({ userId }) => userId)])
  if (recentDepartments.explains(members, stored.departments)) {
    await follow(ports, stored, { departments: null, members, absent })
    return
  }
  const departments = await readDepartments(ports.directory)
  await follow(ports, stored, { departments, members, absent })
  recentDepartments.remember(departments, members)
}

async function follow(
  ports: ContactChangePorts,
  stored: StoredOrganisation,
  told: Pick<SourceOrganisation, 'departments'> & Partial<SourceOrganisation>,
): Promise<void> {
  const diff = diffOrganisation({ members: [], absent: [], ...told, isWhole: false }, stored)
  for (const { kind, id, other } of diff.issues)
    ports.log.warn({ kind, id, other }, 'WeCom’s contacts are not followed')
  await applyOrganisation(ports, diff, stored, { cause: CAUSE, hold })
}

/** @returns whether a row has a new userid now */
async function rename(ports: ContactChangePorts, fromUserId: string, toUserId: string): Promise<boolean> {
  const { store, directory, random, clock } = ports
  const stored = await store.loadUpFrom([fromUserId, toUserId])
  const rowOf = (userId: string) => stored.people.find((person) => keyOf(person.userId) === keyOf(userId)) ?? null
  const [old, taken] = [rowOf(fromUserId), rowOf(toUserId)]
  if (old === null) return false
  const verdict = judgeRename({
    old,
    taken:
      taken === null
        ? null
        : {
            employeeId: taken.employeeId,
            isEmployed: taken.leftAtMs === null,
            isInUse: await store.isInUse(taken.employeeId),
          },
    oldExists: (await directory.member(fromUserId)) !== null,
    newExists: (await directory.member(toUserId)) !== null,
  })
  if (verdict === 'as_they_are') return false
  if (taken !== null && taken.leftAtMs === null) await leave(ports, stored, toUserId)
  const { employeeId } = old
  const retire = taken === null ? null : { employeeId: taken.employeeId, toUserId: retiredUserId(taken.employeeId) }
  const renamed = { employeeId, fromUserId, toUserId }
  return store.rename({ ...renamed, retire }, renameTrail(random.id(), renamed, CAUSE), clock.nowMs())
}

/** The row that a synchronisation made for the new userid, before its callback came. */
function leave(ports: ContactChangePorts, stored: StoredOrganisation, userId: string): Promise<void> {
  return follow(ports, stored, { departments: null, absent: [{ userId, reason: 'gone' }] })
}
