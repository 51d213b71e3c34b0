/** How an entry of the event log stands in Elasticsearch, and back: ECS where ECS has a name, `attendance.*` else. */
import gcoord from 'gcoord'
import type { EventLogDocument } from '../../ports/event-log'

export const EVENTS_DATASET = 'attendance.events'
const ECS_VERSION = '8.17.0'

/** As in the database's table: a longer text would not be found whole. */
const TEXT_MAX_LENGTH = 1_000
/** About 100 m. */
const PLACES_PER_DEGREE = 1_000

/** Where a member of `fields` is searchable; what stands in no list is only given back. */
const ECS_PATHS: Readonly<Record<string, string>> = {
  feedSequence: 'event.sequence',
  deviceId: 'device.id',
  brand: 'device.manufacturer',
  model: 'device.model.identifier',
}
const INSTANTS: Readonly<Record<string, string>> = {
  capturedAtMs: 'attendance.captured_at',
  receivedAtMs: 'attendance.received_at',
}
/** Stand under `attendance.` in snake case. */
const OWN = [
  ...['attemptId', 'sessionId', 'planId', 'ruleId', 'keyThumbprint', 'approvalId', 'kind', 'status', 'level'],
  ...['decidedBy', 'delegateId', 'leaderId', 'decisionNumber', 'cause', 'sha256', 'problem', 'outageId'],
  ...['sealNumber', 'sealHash', 'by', 'revokedBy', 'reportId', 'answeredBy', 'workDay', 'slotKind', 'slotSpan'],
  ...['findings', 'presenceBy', 'networkType', 'supersedes', 'reinstates', 'deferred', 'lateMinutes'],
  ...['ruleVersion', 'version', 'role', 'first', 'bound', 'alertKind', 'platform', 'system'],
]

/** Where each member of `fields` goes, cut once: an event has some of many. */
const PATHS: readonly (readonly [name: string, path: readonly string[]])[] = [
  ...Object.entries({ ...ECS_PATHS, ...INSTANTS }),
  ...OWN.map((name): [string, string] => [name, `attendance.${snakeCase(name)}`]),
].map(([name, path]) => [name, path.split('.')])

const ECS_OUTCOMES: Readonly<Record<string, string>> = { accepted: 'success', refused: 'failure' }
/** By the first part of the event's type; ECS has no category for attendance itself. */
const CATEGORIES: Readonly<Record<string, string>> = {
  ...{ session: 'session', device: 'iam', role: 'iam', employee: 'iam', delegation: 'iam', organisation: 'iam' },
  ...{ site: 'configuration', plan: 'configuration', rule: 'configuration', outage: 'configuration' },
}
/** By its last part, for events that have a category. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ opened: 'start', joined: 'creation', bound: 'creation', granted: 'creation', left: 'deletion' },
  ...{ revoked: 'deletion', changed: 'change', synced: 'info' },
}

export interface StoredEvent {
  readonly '@timestamp': string
  readonly message: string
  readonly event: {
    readonly id: string
    readonly action: string
    readonly code?: string
    readonly [name: string]: unknown
  }
  readonly user?: { readonly id?: string; readonly name?: string }
  readonly attendance: {
    readonly outcome?: string
    readonly site_id?: string
    /** `fields` as they were: kept, not indexed. */
    readonly fields: Readonly<Record<string, unknown>>
    readonly [name: string]: unknown
  }
  readonly [name: string]: unknown
}

export function toStored(document: EventLogDocument, namespace: string): StoredEvent {
  const { id, atMs, action, outcome, code, employeeId, userId, siteId, text, fields } = document
  const stored: Record<string, unknown> = {}
  const put = (path: string, value: unknown) => {
    if (value !== null && value !== undefined) setPath(stored, path.split('.'), value)
  }
  put('@timestamp', new Date(atMs).toISOString())
  put('message', text.slice(0, TEXT_MAX_LENGTH))
  put('ecs.version', ECS_VERSION)
  put('service.name', 'waiqin')
  put('data_stream', { type: 'logs', dataset: EVENTS_DATASET, namespace })
  put('event', { id, kind: action.endsWith('.alerted') ? 'alert' : 'event', action, dataset: EVENTS_DATASET })
  const [subject = '', verb = ''] = action.split('.')
  const category = CATEGORIES[subject]
  if (category !== undefined) {
    put('event.category', [category])
    put('event.type', [subject === 'session' && verb === 'revoked' ? 'end' : (TYPES[verb] ?? 'info')])
  }
  put('event.outcome', outcome === null ? null : (ECS_OUTCOMES[outcome] ?? 'unknown'))
  put('event.code', code)
  put('user.id', employeeId)
  put('user.name', userId)
  put('attendance.outcome', outcome)
  put('attendance.site_id', siteId)
  for (const [name, path] of PATHS) {
    const value = fields[name]
    if (value !== null && value !== undefined) setPath(stored, path, value)
  }
  put('client.geo.location', locationOf(fields['cell']))
  put('attendance.fields', fields)
  return stored as unknown as StoredEvent
}

export function fromStored({ '@timestamp': at, message, event, user, attendance }: StoredEvent): EventLogDocument {
  return {
    id: event.id,
    atMs: Date.parse(at),
    action: event.action,
    outcome: attendance.outcome ?? null,
    code: event.code ?? null,
    employeeId: user?.id ?? null,
    userId: user?.name ?? null,
    siteId: attendance.site_id ?? null,
    text: message,
    fields: attendance.fields,
  }
}

/**
 * A cell as maps take it: WGS-84, at most three decimals. Only a cell that says that it is in the mainland's system is
 * shifted (GCJ-02 to WGS-84 by gcoord): others are WGS-84 already.
 */
function locationOf(cell: unknown): { readonly lat: number; readonly lon: number } | null {
  if (typeof cell !== 'object' || cell === null) return null
  const { latitude, longitude, mainlandSystem } = cell as Record<string, unknown>
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null
  const given: [number, number] = [longitude, latitude]
  const [lon, lat] = mainlandSystem === true ? gcoord.transform(given, gcoord.GCJ02, gcoord.WGS84) : given
  return { lat: round(lat), lon: round(lon) }
}

function round(degrees: number): number {
  return Math.round(degrees * PLACES_PER_DEGREE) / PLACES_PER_DEGREE
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function setPath(target: Record<string, unknown>, [head = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    target[head] = value
    return
  }
  const inner = (target[head] ??= {}) as Record<string, unknown>
  setPath(inner, rest, value)
}
