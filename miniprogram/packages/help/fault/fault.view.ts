/** The fault report as it is being written, and those sent before: pure. */
import type { FaultReportReply } from '../../../contract/api-feedback'
import type { LocationProblem } from '../../../platform/platform'
import type { Facts } from '../../../services/diagnosis-facts'
import type { ApiProblem } from '../../../services/transport'
import { atOffset, dayText, timeOf } from '../../../texts/format'
import { texts } from '../../../texts/texts'
import { factRows, type FactRow } from './fault-facts.view'

/** contract/api-feedback.ts */
const SHORTEST = 5

export type FaultTrouble =
  { readonly kind: 'place'; readonly why: LocationProblem } | { readonly kind: 'send'; readonly problem: ApiProblem }

export interface FaultView {
  /** Null while it is being collected. */
  readonly rows: readonly FactRow[] | null
  readonly diagnosisHint: string
  readonly includesPlace: boolean
  /** A place may not be read without consent. */
  readonly mayAddPlace: boolean
  readonly about: string
  readonly isReady: boolean
  readonly submit: string
  /** What is missing still, said under the button. */
  readonly missing: string
  readonly trouble: string
}

export function faultView(input: {
  readonly text: string
  readonly attemptId: string
  readonly facts: Facts | null
  readonly hasConsent: boolean
  readonly includesPlace: boolean
  readonly isSending: boolean
  readonly trouble: FaultTrouble | null
}): FaultView {
  const words = texts.fault
  const { facts, hasConsent, includesPlace, isSending, trouble } = input
  const shortBy = Math.max(0, SHORTEST - input.text.trim().length)
  const missing = shortBy > 0 ? (input.text === '' ? words.hint : words.shortBy(shortBy)) : ''
  return {
    rows: facts === null ? null : factRows(facts),
    diagnosisHint: hasConsent ? words.diagnosisHint : words.noConsent,
    includesPlace,
    mayAddPlace: hasConsent,
    about: input.attemptId === '' || !hasConsent ? '' : words.about,
    isReady: missing === '' && facts !== null && !isSending,
    submit: isSending ? words.sending : facts === null ? words.collecting : words.send,
    missing,
    trouble: trouble === null ? '' : troubleText(trouble),
  }
}

function troubleText(trouble: FaultTrouble): string {
  const words = texts.fault
  if (trouble.kind === 'place') return words.failedPlace(texts.locationProblem[trouble.why])
  const { problem } = trouble
  if (problem.kind === 'refused') return words.failedRefused(problem.message, problem.hint)
  return problem.kind === 'login' ? texts.loginProblem[problem.why] : words.failedOffline
}

export interface ReportView {
  readonly id: string
  readonly text: string
  readonly when: string
  readonly answer: string
  /** Who answered and when; that it waits, where nobody did. */
  readonly standing: string
  readonly isAnswered: boolean
}

/** @param offsetMinutes east of UTC: the server gives these instants in UTC */
export function reportView(
  { id, text, createdAt, includesPlace, answer }: FaultReportReply,
  offsetMinutes: number,
): ReportView {
  const words = texts.fault
  const whenOf = (iso: string) => {
    const local = atOffset(iso, offsetMinutes)
    return `${dayText(local)} ${timeOf(local)}`
  }
  const when = whenOf(createdAt)
  return {
    id,
    text,
    when: includesPlace ? `${when}，${words.withPlace}` : when,
    answer: answer?.text ?? '',
    standing: answer === null ? words.waiting : words.answeredBy(answer.answeredByName, whenOf(answer.answeredAt)),
    isAnswered: answer !== null,
  }
}
