/** An attempt with its decisions as rows, for whoever only reads them. */
import type { Finding, Outcome } from '#contract/decision'
import { stableTimeId } from '../../prisma/seed/builders/ids'
import type { Transaction } from '../src/adapters/database/database'
import { workDayToDate } from '../src/adapters/database/work-day'

export interface AttemptSeed {
  readonly employeeId: string
  /** Work day, kind and span, e.g. `2026-11-18 early-1`. */
  readonly slot: string
  readonly outcome: Outcome
  /** When it was captured and received, ISO 8601 with offset. */
  readonly at: string
  readonly siteId?: string
  readonly zone?: string
  /** Who decided last: `rule`, or an employee's id. */
  readonly decidedBy?: string
}

const OUT_OF_RANGE: Omit<Finding, 'severity'> = {
  code: 'OUT_OF_RANGE',
  asked: { siteName: '总部', toleranceMetres: 12 },
  seen: { distanceMetres: 61 },
}

/** @returns the attempt's id */
export async function seedAttempt(tx: Transaction, seed: AttemptSeed): Promise<string> {
  const { employeeId, slot, outcome, siteId = null, zone = 'Asia/Shanghai', decidedBy = 'rule' } = seed
  const [workDay = '', key = ''] = slot.split(' ')
  const [slotKind = '', slotSpan = ''] = key.split('-')
  const at = new Date(seed.at)
  const id = stableTimeId(at.getTime(), 'attempt', employeeId, slot)
  const counts = outcome === 'accepted' || outcome === 'superseded'
  const code = counts ? 'ACCEPTED' : OUT_OF_RANGE.code
  const findings = counts ? [] : [{ ...OUT_OF_RANGE, severity: outcome === 'pending' ? 'pending' : 'refuse' }]
  await tx.attempt.create({
    data: {
      ...{ id, employeeId, slotKind, zone, siteId, outcome, code },
      workDay: workDayToDate(workDay),
      slotSpan: Number(slotSpan),
      slotKey: key,
      keyThumbprint: 'a'.repeat(64),
      bodyHash: 'b'.repeat(64),
      sessionId: id,
      phoneTime: at,
      capturedAt: at,
      receivedAt: at,
      deferred: false,
      networkType: '5g',
      deviceJson: '{}',
      clientVersion: 'test',
      replyJson: '{}',
      evidenceState: 'none',
    },
  })
  await tx.decision.create({
    data: {
      ...{ attemptId: id, number: 1, decidedAt: at, decidedBy, outcome, code },
      findingsJson: JSON.stringify(findings),
      checksJson: JSON.stringify([{ check: 'slot', result: 'passed', asked: {}, seen: {} }]),
    },
  })
  return id
}
