/** What became of a day's check-ins: how many of each outcome, and why. */
import type { CheckInReply } from '#contract/api'
import type { DecisionCode, Finding, FindingCode, Outcome } from '#contract/decision'
import { TEXTS } from '#contract/finding-texts'

export interface Tally {
  /** The newest decision about an attempt counts. */
  count(decided: Decided): void
  /** Ids of the attempts that were counted. */
  attemptIds(): string[]
  /** How many of the accepted carry this sign. */
  reviewed(code: FindingCode): number
  ofCode(outcome: Outcome, code: DecisionCode): number
  total(outcome?: Outcome): number
  /** Lines of a table, the commonest reason first. */
  lines(): string[]
}

export interface Decided extends Pick<CheckInReply, 'attemptId' | 'outcome' | 'code'> {
  readonly findings: readonly Finding[]
}

const OUTCOMES: readonly (readonly [Outcome, string])[] = [
  ['accepted', '通过'],
  ['superseded', '已被替代'],
  ['pending', '待定'],
  ['refused', '未通过'],
]

export function createTally(): Tally {
  const decided = new Map<string, Decided>()
  const all = () => [...decided.values()]
  const reviewsOf = ({ outcome, findings }: Decided) =>
    outcome === 'accepted' ? findings.filter(({ severity }) => severity === 'review').map(({ code }) => code) : []
  const reviewed = (code: FindingCode) => all().filter((one) => reviewsOf(one).includes(code)).length
  const ofCode = (outcome: Outcome, code: DecisionCode) =>
    all().filter((one) => one.outcome === outcome && one.code === code).length
  const total = (outcome?: Outcome) => all().filter((one) => outcome === undefined || one.outcome === outcome).length
  return {
    count: (one) => decided.set(one.attemptId, one),
    attemptIds: () => [...decided.keys()],
    reviewed,
    ofCode,
    total,
    lines: () => {
      const signs = [...new Set(all().flatMap(reviewsOf))]
      return [
        ...outcomeLines(ofCode, total, all()),
        ...(signs.length === 0 ? [] : ['其中通过但请人事看一眼的']),
        ...signs.map((code) => row(`  ${titleOf(code)}`, reviewed(code), code)),
      ]
    },
  }
}

function outcomeLines(ofCode: Tally['ofCode'], total: Tally['total'], all: readonly Decided[]): string[] {
  return OUTCOMES.flatMap(([outcome, name]) => {
    const codes = [...new Set(all.flatMap((one) => (one.outcome === outcome ? [one.code] : [])))]
    if (codes.length === 0) return []
    const rows = codes
      .map((code) => ({ code, count: ofCode(outcome, code) }))
      .sort((left, right) => right.count - left.count)
    return [row(name, total(outcome)), ...rows.map(({ code, count }) => row(`  ${titleOf(code)}`, count, code))]
  })
}

function titleOf(code: DecisionCode): string {
  return code === 'ACCEPTED' ? '没有问题' : TEXTS.zh.findings[code].title
}

const NAME_COLUMNS = 30

function row(name: string, count: number, code = ''): string {
  // A Chinese character takes two columns of a terminal.
  const columns = [...name].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 2 : 1), 0)
  return `${name}${' '.repeat(Math.max(1, NAME_COLUMNS - columns))}${String(count).padStart(6)}  ${code}`.trimEnd()
}
