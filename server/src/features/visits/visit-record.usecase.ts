import type { VisitDetails } from '#contract/api'
import { AppError } from '../../app-error'
import type { RuleStore } from '../../ports/rule-store'
import type { Clock, Random } from '../../ports/system'
import type { Trail } from '../../ports/trail'
import type { StoredVisitRecord, VisitAttempt, VisitRecordStore } from '../../ports/visit-record-store'
import { rulesFor } from '../shifts/resolve-rules.rules'
import { changedFields, editableUntilMs, isFull } from './visit-record.rules'

export interface VisitRecordPorts {
  readonly visitRecords: VisitRecordStore
  readonly rules: Pick<RuleStore, 'loadRuleBook' | 'loadPersonSchedules'>
  readonly clock: Clock
  readonly random: Pick<Random, 'id'>
}

export interface VisitRecordView {
  readonly attemptId: string
  /** IANA name: in it instants are told. */
  readonly zone: string
  readonly record: StoredVisitRecord
  readonly editableUntilMs: number | null
}

/** The record of one's own visit. @throws AppError NOT_FOUND, also while none was written */
export async function readVisitRecord(
  ports: VisitRecordPorts,
  employeeId: string,
  attemptId: string,
): Promise<VisitRecordView> {
  const { attempt, untilMs } = await loadVisit(ports, employeeId, attemptId)
  const { zone, record } = attempt
  if (record === null) throw new AppError('NOT_FOUND')
  return { attemptId, zone, record, editableUntilMs: untilMs }
}

export interface VisitRecordEditing {
  readonly employeeId: string
  readonly attemptId: string
  /** That was read; 0: there was none yet. */
  readonly version: number
  readonly details: VisitDetails
  readonly requestId: string
}

/**
 * Writes one's own visit record, on its day; what stood before is kept. The words that stand already change nothing and
 * are no conflict, whatever the version: the reply to the first sending may have been lost.
 * @throws AppError NOT_FOUND, VISIT_RECORD_CLOSED, VISIT_RECORD_FULL, VERSION_CONFLICT
 */
export async function editVisitRecord(ports: VisitRecordPorts, editing: VisitRecordEditing): Promise<VisitRecordView> {
  const { employeeId, attemptId, version, details } = editing
  const { attempt, untilMs } = await loadVisit(ports, employeeId, attemptId)
  const { zone, record } = attempt
  const changed = changedFields(record?.details ?? null, details)
  if (record !== null && changed.length === 0) return { attemptId, zone, record, editableUntilMs: untilMs }
  if (record !== null && isFull(record)) throw new AppError('VISIT_RECORD_FULL')
  if (untilMs === null) throw new AppError('VISIT_RECORD_CLOSED')
  if ((record?.version ?? 0) !== version) throw new AppError('VERSION_CONFLICT')
  const trail = changedTrail(ports, editing, changed)
  const saved = await ports.visitRecords.save(attemptId, version, details, trail, ports.clock.nowMs())
  if (!saved) throw new AppError('VERSION_CONFLICT')
  return readVisitRecord(ports, employeeId, attemptId)
}

async function loadVisit(ports: VisitRecordPorts, employeeId: string, attemptId: string) {
  const attempt = await ports.visitRecords.findOwn(employeeId, attemptId)
  if (attempt === null) throw new AppError('NOT_FOUND')
  return { attempt, untilMs: await editableUntil(ports, attempt) }
}

async function editableUntil(ports: VisitRecordPorts, attempt: VisitAttempt): Promise<number | null> {
  if (attempt.record !== null && isFull(attempt.record)) return null
  const { workDay } = attempt.slot
  const [book, schedules] = await Promise.all([
    ports.rules.loadRuleBook(),
    ports.rules.loadPersonSchedules([attempt.employeeId], workDay, workDay),
  ])
  const person = schedules.get(attempt.employeeId)
  if (person === undefined) return null
  const slots = rulesFor(book, person, workDay).slots(attempt.zone)
  return editableUntilMs(attempt, slots, ports.clock.nowMs())
}

function changedTrail({ random }: VisitRecordPorts, editing: VisitRecordEditing, changed: readonly string[]): Trail {
  const { employeeId, attemptId, requestId } = editing
  const version = editing.version + 1
  return {
    audit: [
      {
        actor: { kind: 'employee', id: employeeId },
        action: 'visit_record.changed',
        subject: { kind: 'attempt', id: attemptId },
        requestId,
        detail: { version, changed },
      },
    ],
    events: [
      {
        id: random.id(),
        aggregateKey: `employee:${employeeId}`,
        type: 'visit_record.changed',
        payload: { attemptId, employeeId, version },
      },
    ],
  }
}
