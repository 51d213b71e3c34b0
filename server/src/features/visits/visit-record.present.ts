import type { VisitRecordReply } from '#contract/api-visits'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import type { VisitRecordView } from './visit-record.usecase'

export function presentVisitRecord({ attemptId, zone, record, editableUntilMs }: VisitRecordView): VisitRecordReply {
  return {
    attemptId,
    version: record.version,
    ...record.details,
    updatedAt: toIsoWithOffset(record.updatedAtMs, zone),
    editableUntil: editableUntilMs === null ? null : toIsoWithOffset(editableUntilMs, zone),
    edits: record.edits.map(({ version, details, writtenAtMs }) => ({
      version,
      ...details,
      writtenAt: toIsoWithOffset(writtenAtMs, zone),
    })),
  }
}
