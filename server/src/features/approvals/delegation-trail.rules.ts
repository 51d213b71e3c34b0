interface Delegated {
  readonly id: string
  readonly leaderId: string
  readonly delegateId: string
  readonly startsAtMs: number
  readonly endsAtMs: number
}

/** What a change of delegations leaves behind. */
export function delegationTrail<Actor>(
  change: 'created' | 'revoked',
  eventId: string,
  actor: Actor,
  { id, leaderId, delegateId, startsAtMs, endsAtMs }: Delegated,
  requestId: string | null,
) {
  return {
    audit: [
      {
        actor,
        action: `delegation.${change}`,
        subject: { kind: 'delegation', id },
        requestId,
        detail: { delegateId, startsAtMs, endsAtMs },
      },
    ],
    events: [
      {
        id: eventId,
        aggregateKey: `employee:${leaderId}`,
        type: 'delegation.changed',
        payload: { delegationId: id, change, employeeId: leaderId, leaderId, delegateId, startsAtMs, endsAtMs },
      } as const,
    ],
  }
}
