/** What findings, rows of the "why" table and decisions say to people: short, concrete, numbers with units, no codes. */
import type { CheckRow, CheckRowName, DecisionCode, Figures, Finding, Outcome } from './decision'
import { FINDINGS, SEVERITIES, type FindingCode, type Severity } from './finding-codes'
import { renderText, type Language } from './finding-texts-format'
import { TEXTS_EN } from './finding-texts-en'
import { TEXTS_ZH } from './finding-texts-zh'

/** Templates over the figures of a finding. Sentence and next together make the line that staff read. */
export interface Words {
  readonly title: string
  /** What is the matter, without a full stop. */
  readonly sentence: string
  readonly asked: string
  readonly seen: string
  /** What to do when it refuses; a code that never refuses needs none. */
  readonly next?: string
  /** What to do while it is pending, where that differs from waiting for approval. */
  readonly nextPending?: string
}

export interface CasedWords extends Words {
  /** By the figure `case`: what reads differently then. */
  readonly cases?: Readonly<Record<string, Partial<Words>>>
}

export type RowWords = Pick<CasedWords, 'title' | 'asked' | 'seen' | 'cases'>

export interface Texts {
  readonly findings: Readonly<Record<FindingCode, CasedWords>>
  /** Over the figures of the slot's row. */
  readonly accepted: CasedWords
  /** Likewise: accepted, and another attempt stands for the slot. */
  readonly superseded: CasedWords
  /** Rows that passed; a row that failed says what its finding says. */
  readonly rows: Readonly<Record<CheckRowName, RowWords>>
  readonly notNeeded: { readonly presence: string; readonly other: string }
  readonly notRun: string
  readonly nextBySeverity: Readonly<Record<Severity, string>>
  /** By the figure `approval`: what approval made of a finding that was pending. */
  readonly nextByApproval: Readonly<Record<ApprovalEnd, string>>
}

/** `lapsed`: nobody decided, the request expired or was withdrawn. */
export type ApprovalEnd = 'approved' | 'rejected' | 'lapsed'

export const TEXTS: Readonly<Record<Language, Texts>> = { zh: TEXTS_ZH, en: TEXTS_EN }

const NOTHING = '—'

export interface FindingText {
  readonly title: string
  readonly sentence: string
  readonly askedText: string
  readonly seenText: string
  readonly next: string
}

export function findingText(finding: Finding, language: Language = 'zh'): FindingText {
  const { findings, nextBySeverity, nextByApproval } = TEXTS[language]
  const approval = approvalOf(finding.seen)
  const words = wordsOf(findings[finding.code], finding.seen)
  const fill = (template: string) => renderText(template, { ...finding.asked, ...finding.seen }, language)
  return {
    title: fill(words.title),
    sentence: fill(words.sentence),
    askedText: fill(words.asked),
    seenText: fill(words.seen),
    next: fill(
      approval === null
        ? (nextOf(words, finding.severity) ?? nextBySeverity[finding.severity])
        : nextByApproval[approval],
    ),
  }
}

export type CheckRowText = Pick<FindingText, 'title' | 'askedText' | 'seenText'>

/** A row that failed carries its worst finding in `seen.finding` and speaks with its words. */
export function checkRowText(row: CheckRow, language: Language = 'zh'): CheckRowText {
  const { rows, findings, notNeeded, notRun } = TEXTS[language]
  const { title } = rows[row.check]
  if (row.result === 'not_run') return { title, askedText: notRun, seenText: NOTHING }
  if (row.result === 'not_needed') {
    const isSide = row.check === 'fence' || row.check === 'wifi'
    return { title, askedText: isSide ? notNeeded.presence : notNeeded.other, seenText: NOTHING }
  }
  const code = row.seen['finding']
  const words = wordsOf(isFindingCode(code) ? findings[code] : rows[row.check], row.seen)
  const fill = (template: string) => renderText(template, { ...row.asked, ...row.seen }, language)
  return { title, askedText: fill(words.asked), seenText: fill(words.seen) }
}

/** The one sentence of a decision and what to do next: its leading finding's, or that it was accepted or replaced. */
export function decisionText(
  decision: {
    readonly outcome: Outcome
    readonly code: DecisionCode
    readonly findings: readonly Finding[]
    readonly checks: readonly CheckRow[]
  },
  language: Language = 'zh',
): Pick<FindingText, 'sentence' | 'next'> {
  const leading = worstOf(decision.findings.filter(({ code }) => code === decision.code))
  if (leading !== null) {
    const { sentence, next } = findingText(leading, language)
    return { sentence, next }
  }
  const { accepted, superseded, nextBySeverity } = TEXTS[language]
  const slot = decision.checks.find(({ check }) => check === 'slot')
  const figures: Figures = { ...slot?.asked, ...slot?.seen }
  const words = wordsOf(decision.outcome === 'superseded' ? superseded : accepted, figures)
  const fill = (template: string) => renderText(template, figures, language)
  return { sentence: fill(words.sentence), next: fill(words.next ?? nextBySeverity.note) }
}

/** The leading one: the first of the worst severity; null when there is none. */
export function worstOf(findings: readonly Finding[]): Finding | null {
  for (const severity of SEVERITIES) {
    const found = findings.find((entry) => entry.severity === severity)
    if (found !== undefined) return found
  }
  return null
}

function isFindingCode(code: Figures[string] | undefined): code is FindingCode {
  return typeof code === 'string' && Object.prototype.hasOwnProperty.call(FINDINGS, code)
}

function approvalOf({ approval }: Figures): ApprovalEnd | null {
  return approval === 'approved' || approval === 'rejected' || approval === 'lapsed' ? approval : null
}

function wordsOf<Kind extends { readonly cases?: Readonly<Record<string, Partial<Words>>> }>(
  cased: Kind,
  figures: Figures,
): Kind {
  const own = cased.cases?.[String(figures['case'])]
  return own === undefined ? cased : { ...cased, ...own }
}

function nextOf(words: Words, severity: Severity): string | undefined {
  if (severity === 'refuse') return words.next
  return severity === 'pending' ? words.nextPending : undefined
}
