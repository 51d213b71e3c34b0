/** What a business transaction leaves behind it: audit lines and outbox events, written with it or not at all. */

export interface Actor {
  readonly kind: 'employee' | 'device' | 'system' | 'operator' | 'anonymous'
  readonly id: string
}

export interface AuditEntry {
  readonly actor: Actor
  /** `<subject>.<verb>`, e.g. `device.bound`, `check_in.refused`. */
  readonly action: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly requestId: string | null
  /** May be erased by retention; only its hash is permanent. No secrets, no exact places. */
  readonly detail: Readonly<Record<string, unknown>>
}

export interface DomainEvent {
  /** UUID v7, also the id under which every subscriber stores it: the key of idempotency. */
  readonly id: string
  /** Events of one key reach each subscriber in order, e.g. `employee:<id>`. */
  readonly aggregateKey: string
  readonly type: DomainEventType
  readonly payload: Readonly<Record<string, unknown>>
}

export type DomainEventType =
  | 'check_in.decided'
  | 'check_in.alerted'
  | 'check_in.redecided'
  | 'photo.verified'
  | 'photo.failed'
  | 'visit_record.changed'
  | 'approval.requested'
  | 'approval.decided'
  | 'approval.withdrawn'
  | 'approval.expired'
  | 'approval.escalated'
  | 'delegation.changed'
  | 'outage.changed'
  | 'audit.sealed'
  | 'device.bound'
  | 'device.revoked'
  | 'session.opened'
  | 'session.revoked'
  | 'consent.given'
  | 'consent.withdrawn'
  | 'role.granted'
  | 'role.revoked'
  | 'site.changed'
  | 'plan.changed'
  | 'rule.changed'
  | 'feedback.created'
  | 'feedback.answered'
  | 'employee.joined'
  | 'employee.changed'
  | 'employee.left'
  | 'organisation.synced'

export interface Trail {
  readonly audit: readonly AuditEntry[]
  readonly events: readonly DomainEvent[]
}
