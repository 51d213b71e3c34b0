import type { RecordReply } from '#contract/api'
import type { FullRecordRow } from '../../ports/record-store'
import { decisionWords } from '../check-in/check-in-reply.rules'
import { toIsoWithOffset } from '../shifts/zone-time.rules'

export function presentRecord(row: FullRecordRow): RecordReply {
  const { fix, zone } = row
  return {
    ...decisionWords(row),
    attemptId: row.attemptId,
    slot: row.slot,
    capturedAt: toIsoWithOffset(row.capturedAtMs, zone),
    receivedAt: toIsoWithOffset(row.receivedAtMs, zone),
    deferred: row.deferred,
    site: row.siteId === null || row.siteName === null ? null : { id: row.siteId, name: row.siteName },
    presenceBy: row.presenceBy,
    standingAttemptId: row.standingAttemptId,
    lateMinutes: row.lateMinutes,
    evidenceState: row.evidenceState,
    place:
      fix === null ? null : { latitude: fix.latitude, longitude: fix.longitude, accuracyMetres: fix.accuracyMetres },
    wifi: row.wifi,
    networkType: row.networkType,
    rule: row.rule,
    decisions: row.decisions.map(({ decidedAtMs, ...decision }) => ({
      ...decision,
      decidedAt: toIsoWithOffset(decidedAtMs, zone),
    })),
  }
}
