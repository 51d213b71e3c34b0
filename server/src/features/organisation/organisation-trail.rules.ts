/** What changes of the organisation leave behind. Names stand in audit details alone, which can be erased. */
import { delegationTrail } from '../approvals/delegation-trail.rules'
import { rebindRevokedTrail } from '../devices/rebind-trail.rules'
import { roleTrail } from '../people/role-trail.rules'
import type { DepartmentDiff } from './department-diff.rules'
import type { Leaver, PersonChange } from './organisation-diff.rules'
import type { OrganisationSource, StoredDepartment } from './organisation.rules'

/** Who changes: WeCom by itself, or whoever ran a command. */
export interface OrganisationAuthor {
  readonly kind: 'system' | 'operator'
  readonly id: string
}

/** Behind every change: the run, or null for a single callback. */
export interface ChangeCause {
  readonly author: OrganisationAuthor
  readonly source: OrganisationSource
  readonly syncId: string | null
}

interface EndedDevice {
  readonly id: string
  readonly keyThumbprint: string
  readonly wasCandidate: boolean
}

/** What ended with somebody's leaving. */
interface Ended {
  readonly devices: readonly EndedDevice[]
  readonly grants: readonly { readonly id: string; readonly role: string; readonly scopeDepartmentId: string | null }[]
  readonly delegations: readonly Parameters<typeof delegationTrail>[3][]
}

export function personTrail(eventId: string, employeeId: string, change: PersonChange, cause: ChangeCause) {
  const type = change.kind === 'joined' ? 'employee.joined' : 'employee.changed'
  const { from, row, fields, leaderKeys, leadsDepartmentIds } = change
  const before = from === null ? {} : Object.fromEntries(fields.map((field) => [field, valueOf(from, field)]))
  const told = { employeeId, returned: change.kind === 'returned', fields, ...behind(cause) }
  const detail = { ...told, before, after: { ...row, leaderKeys, leadsDepartmentIds } }
  return lines(type, eventId, employeeId, cause, told, detail)
}

/**
 * Phones, roles and delegations end with their owner; whatever a candidate held is settled as after a request that nobody
 * decided.
 */
export function leaverTrail(
  newId: () => string,
  { person, reason }: Leaver,
  ended: Ended,
  deviceReason: string,
  cause: ChangeCause,
) {
  const { employeeId, userId } = person
  const told = { employeeId, reason, deviceIds: ended.devices.map(({ id }) => id), ...behind(cause) }
  const left = lines('employee.left', newId(), employeeId, cause, told, { ...told, userId })
  const devices = ended.devices.map((device) =>
    device.wasCandidate
      ? candidateTrail(newId(), employeeId, device, deviceReason)
      : phoneTrail(newId(), employeeId, device, deviceReason, cause),
  )
  const grants = ended.grants.map((grant) =>
    roleTrail('role.revoked', newId(), cause.author, { ...grant, employeeId }, null),
  )
  const delegations = ended.delegations.map((delegation) =>
    delegationTrail('revoked', newId(), cause.author, delegation, null),
  )
  const all = [left, ...devices, ...grants, ...delegations]
  return { audit: all.flatMap(({ audit }) => [...audit]), events: all.flatMap(({ events }) => [...events]) }
}

export function renameTrail(
  eventId: string,
  { employeeId, fromUserId, toUserId }: { employeeId: string; fromUserId: string; toUserId: string },
  cause: ChangeCause,
) {
  const told = { employeeId, returned: false, fields: ['userId'], ...behind(cause) }
  const detail = { ...told, before: { userId: fromUserId }, after: { userId: toUserId } }
  return lines('employee.changed', eventId, employeeId, cause, told, detail)
}

/** Departments have no event: what rests on the tree reads it. */
export function departmentsTrail({ added, changed }: Pick<DepartmentDiff, 'added' | 'changed'>, cause: ChangeCause) {
  return {
    audit: [
      ...added.map((to) => departmentLine('department.added', to.id, { after: to }, cause)),
      ...changed.map(({ from, to }) => departmentLine('department.changed', to.id, { before: from, after: to }, cause)),
    ],
    events: [],
  }
}

export function departmentRemovedTrail(department: StoredDepartment, cause: ChangeCause) {
  return { audit: [departmentLine('department.removed', department.id, { before: department }, cause)], events: [] }
}

export function syncedTrail(
  eventId: string,
  cause: ChangeCause & { readonly syncId: string },
  summary: Readonly<Record<string, number>>,
  problem: string | null,
) {
  const detail = { ...behind(cause), ...summary, problem }
  const subject = { kind: 'organisation', id: cause.syncId }
  return {
    audit: [{ actor: cause.author, action: 'organisation.synced', subject, requestId: null, detail }],
    events: [{ id: eventId, aggregateKey: 'organisation', type: 'organisation.synced', payload: detail } as const],
  }
}

function candidateTrail(eventId: string, employeeId: string, { id, keyThumbprint }: EndedDevice, reason: string) {
  const decision = { approvalId: id, status: 'expired', decidedBy: null, requestId: null } as const
  return rebindRevokedTrail(eventId, { id, employeeId, keyThumbprint }, reason, decision)
}

function phoneTrail(
  eventId: string,
  employeeId: string,
  { id: deviceId, keyThumbprint }: EndedDevice,
  reason: string,
  { author }: ChangeCause,
) {
  const detail = { deviceId, employeeId, keyThumbprint, revokedBy: author.id, reason }
  const subject = { kind: 'device', id: deviceId }
  return {
    audit: [{ actor: author, action: 'device.revoked', subject, requestId: null, detail }],
    events: [{ id: eventId, aggregateKey: `employee:${employeeId}`, type: 'device.revoked', payload: detail } as const],
  }
}

function lines<Type extends string>(
  type: Type,
  eventId: string,
  employeeId: string,
  { author }: ChangeCause,
  payload: Readonly<Record<string, unknown>>,
  detail: Readonly<Record<string, unknown>>,
) {
  const subject = { kind: 'employee', id: employeeId }
  return {
    audit: [{ actor: author, action: type, subject, requestId: null, detail }],
    events: [{ id: eventId, aggregateKey: `employee:${employeeId}`, type, payload }],
  }
}

function departmentLine(action: string, id: string, detail: Readonly<Record<string, unknown>>, cause: ChangeCause) {
  return {
    actor: cause.author,
    action,
    subject: { kind: 'department', id },
    requestId: null,
    detail: { ...behind(cause), ...detail },
  }
}

const behind = ({ source, syncId }: ChangeCause) => ({ source, syncId })

function valueOf(from: NonNullable<PersonChange['from']>, field: PersonChange['fields'][number]): unknown {
  if (field === 'leaders') return from.leaderIds
  return field === 'leadsDepartments' ? from.leadsDepartmentIds : from[field]
}
