import type { DonePersonWrite, OrganisationStore, PersonWrite } from '../../ports/organisation-store'
import type { Clock, Random } from '../../ports/system'
import type { Trail } from '../../ports/trail'
import { EMPLOYEE_LEFT } from '../devices/binding.rules'
import type { OrganisationDiff, PersonChange } from './organisation-diff.rules'
import { keyOf, type StoredOrganisation } from './organisation.rules'
import {
  departmentRemovedTrail,
  departmentsTrail,
  leaverTrail,
  personTrail,
  type ChangeCause,
} from './organisation-trail.rules'

export interface ApplyPorts {
  readonly store: Pick<OrganisationStore, 'saveDepartments' | 'removeDepartment' | 'write'>
  readonly clock: Clock
  readonly random: Random
}

export interface AppliedCounts {
  readonly departmentsAdded: number
  readonly departmentsChanged: number
  readonly departmentsRemoved: number
  /** Not in the source any more, but still named by something. */
  readonly departmentsKept: number
  readonly joined: number
  readonly returned: number
  readonly changed: number
  readonly left: number
  /** Somebody else wrote them meanwhile; the next run sees them anew. */
  readonly skipped: number
}

export interface ApplyOptions {
  readonly cause: ChangeCause
  /** Between transactions; throws to stop. What was written until then stays, and is right. */
  readonly hold: () => Promise<void>
}

/** A change with the id that its person has, or gets. */
interface Addressed {
  readonly employeeId: string
  readonly change: PersonChange
}

interface Tagged {
  readonly write: PersonWrite
  readonly trailOf: (done: DonePersonWrite) => Trail
}

/** So many people share a transaction. */
const TOGETHER = 20

/** Writes a diff, a few people at a time: leavers first, as it is about their access. */
export async function applyOrganisation(
  ports: ApplyPorts,
  diff: OrganisationDiff,
  stored: StoredOrganisation,
  options: ApplyOptions,
): Promise<AppliedCounts> {
  const { random } = ports
  const left = await writeAll(ports, diff.left.map(leaving), options)
  await saveDepartments(ports, diff, options)
  const people = diff.people.map((change) => ({ employeeId: change.from?.employeeId ?? random.id(), change }))
  const done = await writeAll(ports, people.filter(hasRowChange).map(rowWrite), options)
  const lost = new Set(people.filter(hasRowChange).map(({ employeeId }) => employeeId))
  done.forEach(({ write }) => lost.delete(write.employeeId))
  const related = people.filter((person) => hasRelationChange(person) && !lost.has(person.employeeId))
  const kept = people.filter(({ employeeId }) => !lost.has(employeeId))
  await writeAll(ports, related.map(relationWrite(idsByKey(kept, stored), options.cause)), options)
  const removed = await removeGone(ports, diff, options)
  const countOf = (kind: PersonChange['kind']) => kept.filter(({ change }) => change.kind === kind).length
  return {
    departmentsAdded: diff.departments.added.length,
    departmentsChanged: diff.departments.changed.length,
    departmentsRemoved: removed,
    departmentsKept: diff.departments.gone.length - removed,
    joined: countOf('joined'),
    returned: countOf('returned'),
    changed: countOf('changed'),
    left: left.length,
    skipped: lost.size + diff.left.length - left.length,
  }

  function leaving(leaver: OrganisationDiff['left'][number]): Tagged {
    const { employeeId, userId: loadedUserId } = leaver.person
    return {
      write: { kind: 'leave', employeeId, loadedUserId, deviceReason: EMPLOYEE_LEFT },
      trailOf: ({ ended }) => leaverTrail(() => random.id(), leaver, ended, EMPLOYEE_LEFT, options.cause),
    }
  }

  function rowWrite({ employeeId, change }: Addressed): Tagged {
    const { kind, row, from } = change
    return {
      write:
        from === null
          ? { kind: 'join', employeeId, row }
          : { kind: 'change', employeeId, loadedUserId: from.userId, row, returns: kind === 'returned' },
      trailOf: () => personTrail(random.id(), employeeId, change, options.cause),
    }
  }

  /** Whose row changed has told of it already. */
  function relationWrite(ids: ReadonlyMap<string, string>, cause: ChangeCause) {
    return ({ employeeId, change }: Addressed): Tagged => ({
      write: {
        kind: 'relate',
        employeeId,
        // Its key is the one loaded: people are compared by it.
        loadedUserId: change.row.userId,
        leaderIds: change.leaderKeys.flatMap((key) => ids.get(key) ?? []),
        leadsDepartmentIds: change.leadsDepartmentIds,
      },
      trailOf: () =>
        hasRowChange({ change }) ? { audit: [], events: [] } : personTrail(random.id(), employeeId, change, cause),
    })
  }
}

const ROW_FIELDS: ReadonlySet<string> = new Set(['userId', 'name', 'position', 'employeeNumber', 'departmentId'])

function hasRowChange({ change }: Pick<Addressed, 'change'>): boolean {
  return change.kind !== 'changed' || change.fields.some((field) => ROW_FIELDS.has(field))
}

function hasRelationChange({ change }: Addressed): boolean {
  if (change.kind === 'joined') return change.leaderKeys.length + change.leadsDepartmentIds.length > 0
  return change.fields.some((field) => !ROW_FIELDS.has(field))
}

function idsByKey(people: readonly Addressed[], stored: StoredOrganisation): ReadonlyMap<string, string> {
  return new Map([
    ...stored.people.map(({ userId, employeeId }) => [keyOf(userId), employeeId] as const),
    ...people.map(({ change, employeeId }) => [keyOf(change.row.userId), employeeId] as const),
  ])
}

async function writeAll(
  { store, clock }: ApplyPorts,
  tagged: readonly Tagged[],
  { hold }: ApplyOptions,
): Promise<readonly DonePersonWrite[]> {
  const byWrite = new Map(tagged.map(({ write, trailOf }) => [write, trailOf]))
  const trailOf = (done: readonly DonePersonWrite[]): Trail => {
    const trails = done.map((one) => byWrite.get(one.write)?.(one) ?? { audit: [], events: [] })
    return { audit: trails.flatMap(({ audit }) => audit), events: trails.flatMap(({ events }) => events) }
  }
  const all: DonePersonWrite[] = []
  for (const writes of inParts(tagged.map(({ write }) => write))) {
    await hold()
    const done = await store.write(writes, trailOf, clock.nowMs())
    if (done !== null) {
      all.push(...done)
      continue
    }
    // One of them collides with what was written meanwhile: the others shall not wait for it.
    for (const write of writes) all.push(...((await store.write([write], trailOf, clock.nowMs())) ?? []))
  }
  return all
}

/** New ones first: a department may move below one of them. */
async function saveDepartments(
  { store, clock }: ApplyPorts,
  { departments: { added, changed } }: OrganisationDiff,
  { cause, hold }: ApplyOptions,
): Promise<void> {
  const parts = [
    ...inParts(added).map((part) => ({ added: part, changed: [] })),
    ...inParts(changed).map((part) => ({ added: [], changed: part })),
  ]
  for (const part of parts) {
    await hold()
    await store.saveDepartments(part, departmentsTrail(part, cause), clock.nowMs())
  }
}

function inParts<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / TOGETHER)
  return Array.from({ length: count }, (_, part) => items.slice(part * TOGETHER, (part + 1) * TOGETHER))
}

async function removeGone(
  { store, clock }: ApplyPorts,
  { departments: { gone } }: OrganisationDiff,
  { cause, hold }: ApplyOptions,
): Promise<number> {
  let removed = 0
  for (const department of gone) {
    await hold()
    if (await store.removeDepartment(department, departmentRemovedTrail(department, cause), clock.nowMs())) removed++
  }
  return removed
}
