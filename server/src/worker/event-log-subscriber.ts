import type { EventLog, EventLogDocument } from '../ports/event-log'
import type { OutboxEvent } from '../ports/outbox-store'
import type { Subscriber } from './subscriber'

/** Every event becomes one line of the log, under the event's own id. */
export function eventLogSubscriber({ append, batchSize }: Pick<EventLog, 'append' | 'batchSize'>): Subscriber {
  return {
    name: 'event-log',
    wants: () => true,
    deliver: (events) => append(events.map(toDocument)),
    ...(batchSize === undefined ? {} : { batchSize }),
  }
}

/**
 * What may stand in the log beside the columns: ids, codes, times, figures. A member that is not listed stays out,
 * whoever adds it to an event.
 */
const LOGGED = [
  ...['attemptId', 'employeeId', 'userId', 'deviceId', 'sessionId', 'siteId', 'planId', 'ruleId', 'keyThumbprint'],
  ...['approvalId', 'kind', 'status', 'level', 'decidedBy', 'delegateId', 'leaderId', 'decisionNumber', 'cause'],
  ...['sha256', 'problem', 'outageId', 'sealNumber', 'sealHash', 'by', 'revokedBy', 'reportId', 'answeredBy'],
  ...[
    'workDay',
    'slotKind',
    'slotSpan',
    'outcome',
    'code',
    'findings',
    'presenceBy',
    'networkType',
    'supersedes',
    'reinstates',
  ],
  ...['deferred', 'lateMinutes', 'capturedAtMs', 'receivedAtMs', 'ruleVersion', 'version', 'role', 'first', 'bound'],
  ...['alertKind', 'brand', 'model', 'platform', 'system'],
]

/** What a full-text search finds beside the event's type; texts and lists of texts. */
const SEARCHED = [
  ...['outcome', 'code', 'findings', 'userId', 'kind', 'status', 'cause', 'problem', 'alertKind', 'role', 'workDay'],
  ...['slotKind', 'presenceBy', 'networkType', 'brand', 'model', 'platform', 'system'],
]

const CELLS_PER_DEGREE = 100

/** @internal exported for its tests */
export function toDocument(event: OutboxEvent): EventLogDocument {
  const { payload } = event
  const fields: Record<string, unknown> = { feedSequence: event.feedSequence }
  for (const name of LOGGED) {
    const value = payload[name]
    if (isPlain(value) || (Array.isArray(value) && value.every(isPlain))) fields[name] = value
  }
  const cell = cellOf(payload['cell'])
  if (cell !== null) fields['cell'] = cell
  const outcome = textOf(payload['outcome'])
  const code = textOf(payload['code'])
  return {
    id: event.id,
    atMs: event.createdAtMs,
    action: event.type,
    outcome,
    code,
    employeeId: textOf(payload['employeeId']),
    userId: textOf(payload['userId']),
    siteId: textOf(payload['siteId']),
    text: [...new Set([event.type, ...SEARCHED.flatMap((name) => textsOf(payload[name]))])].join(' '),
    fields,
  }
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function textsOf(value: unknown): readonly string[] {
  return typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.filter((item) => typeof item === 'string')
      : []
}

/** Rounded here once more: whatever an event carried, the log never holds an exact place. */
function cellOf(value: unknown): { latitude: number; longitude: number; mainlandSystem?: boolean } | null {
  if (typeof value !== 'object' || value === null) return null
  const { latitude, longitude, mainlandSystem } = value as Record<string, unknown>
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null
  const cell = { latitude: round(latitude), longitude: round(longitude) }
  // Without it nobody could tell where on a map the cell lies.
  return typeof mainlandSystem === 'boolean' ? { ...cell, mainlandSystem } : cell
}

function round(degrees: number): number {
  return Math.round(degrees * CELLS_PER_DEGREE) / CELLS_PER_DEGREE
}
