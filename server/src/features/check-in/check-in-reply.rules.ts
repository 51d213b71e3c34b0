/** A decision in words, as the phone shows it. Pure, because the reply is stored with the decision and replayed. */
import type { ChallengeReply, CheckInReply } from '#contract/api'
import { checkRowText, decisionText, findingText } from '#contract/finding-texts'
import { POSITIONS_PER_CHALLENGE } from '#contract/signing'
import type { NewChallenge } from '../context/challenge.rules'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import type { Attempt, Decision } from './check-in-facts.rules'

export interface ReplyInput {
  readonly attemptId: string
  readonly attempt: Pick<Attempt, 'slot'>
  readonly decision: Decision
  readonly zone: string
  readonly siteName: string | null
  readonly receivedAtMs: number
  readonly challenge: NewChallenge | null
}

export function checkInReply(input: ReplyInput): CheckInReply {
  const { decision, zone, siteName } = input
  return {
    ...decisionWords(decision),
    attemptId: input.attemptId,
    slot: input.attempt.slot,
    capturedAt: toIsoWithOffset(decision.capturedAtMs, zone),
    receivedAt: toIsoWithOffset(input.receivedAtMs, zone),
    deferred: decision.deferred,
    site: decision.siteId === null || siteName === null ? null : { id: decision.siteId, name: siteName },
    presenceBy: decision.presenceBy,
    standingAttemptId: decision.standingAttemptId,
    lateMinutes: decision.lateMinutes,
    challenge: challengeReply(input.challenge, zone),
  }
}

export type DecidedWords = Pick<CheckInReply, 'outcome' | 'code' | 'sentence' | 'next' | 'findings' | 'checks'>

/** The language of the stored reply: a repeat must be the same bytes for whoever reads it. */
const LANGUAGE = 'zh'

/** One plain sentence, what to do next, and the "why" with both sides of every comparison. */
export function decisionWords(decision: Pick<Decision, 'outcome' | 'code' | 'findings' | 'checks'>): DecidedWords {
  const { outcome, code, findings, checks } = decision
  return {
    outcome,
    code,
    ...decisionText(decision, LANGUAGE),
    findings: findings.map((finding) => ({ ...finding, ...findingText(finding, LANGUAGE) })),
    checks: checks.map((row) => ({ ...row, ...checkRowText(row, LANGUAGE) })),
  }
}

export function challengeReply(challenge: NewChallenge | null, zone: string): ChallengeReply | null {
  if (challenge === null) return null
  return {
    id: challenge.id,
    issuedAt: toIsoWithOffset(challenge.issuedAtMs, zone),
    positions: POSITIONS_PER_CHALLENGE,
  }
}
