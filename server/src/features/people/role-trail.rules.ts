interface Granted {
  readonly id: string
  readonly employeeId: string
  readonly role: string
  readonly scopeDepartmentId: string | null
}

/** What a change of roles leaves behind. */
export function roleTrail<Actor>(
  type: 'role.granted' | 'role.revoked',
  eventId: string,
  actor: Actor,
  { id: grantId, employeeId, role, scopeDepartmentId }: Granted,
  requestId: string | null,
) {
  const detail = { grantId, employeeId, role, scopeDepartmentId }
  return {
    audit: [{ actor, action: type, subject: { kind: 'employee', id: employeeId }, requestId, detail }],
    events: [{ id: eventId, aggregateKey: `employee:${employeeId}`, type, payload: detail }],
  }
}
