import type { EvidenceState, RecordItem } from '#contract/api'
import type { CheckRow, DecisionCode, Finding, Outcome } from '#contract/decision'
import type { SlotName } from '#contract/work-day'
import { decisionWords } from '../check-in/check-in-reply.rules'
import { toIsoWithOffset } from '../shifts/zone-time.rules'

/** One attempt as it stands now. */
export interface RecordRow {
  readonly attemptId: string
  readonly slot: SlotName
  readonly zone: string
  readonly outcome: Outcome
  readonly code: DecisionCode
  readonly capturedAtMs: number
  readonly receivedAtMs: number
  readonly deferred: boolean
  readonly siteId: string | null
  readonly siteName: string | null
  readonly evidenceState: EvidenceState
  /** Of the newest decision that judged it. */
  readonly findings: readonly Finding[]
  readonly checks: readonly CheckRow[]
}

/** As lists show it; times in the offset of its work day. */
export function presentRecordItem(row: RecordRow): RecordItem {
  return {
    attemptId: row.attemptId,
    slot: row.slot,
    outcome: row.outcome,
    code: row.code,
    sentence: decisionWords(row).sentence,
    capturedAt: toIsoWithOffset(row.capturedAtMs, row.zone),
    receivedAt: toIsoWithOffset(row.receivedAtMs, row.zone),
    deferred: row.deferred,
    siteName: row.siteName,
    evidenceState: row.evidenceState,
  }
}
