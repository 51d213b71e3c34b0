import type { StepBack } from './published-seals.rules'
import { NO_PREVIOUS_HASH, sealText, type AuditLine, type HashText, type Seal } from './seal-chain.rules'

/** What shows that something was changed from outside; each is one line of `audit:verify`. */
export type SealProblem =
  /** The line, or the seal itself, is not what was sealed. */
  | { readonly kind: 'line_changed'; readonly number: number; readonly auditId: string }
  | { readonly kind: 'line_removed'; readonly number: number; readonly auditId: string }
  | { readonly kind: 'detail_changed'; readonly number: number; readonly auditId: string }
  /** It does not continue the seal before it. */
  | { readonly kind: 'chain_broken'; readonly number: number }
  | { readonly kind: 'seals_missing'; readonly from: number; readonly to: number }
  /** Does not wait for the sealer, and no seal has it. */
  | { readonly kind: 'left_out'; readonly auditId: string }
  /** More details are gone than audited erasures account for. */
  | { readonly kind: 'details_missing'; readonly missing: number; readonly recorded: number }
  /** What an erasure or a publication says cannot be read; an erasure then accounts for nothing. */
  | { readonly kind: 'statement_unreadable'; readonly auditId: string }
  /** A line says that another seal had this number. */
  | { readonly kind: 'publication_differs'; readonly auditId: string; readonly number: number }
  /** A day's newest seal is older than that of a day before. */
  | { readonly kind: 'published_backwards'; readonly stepBack: StepBack }
  | { readonly kind: 'seal_file_differs'; readonly file: string; readonly number: number }
  | { readonly kind: 'tail_missing'; readonly file: string; readonly number: number; readonly newest: number }
  | { readonly kind: 'seal_file_unreadable'; readonly file: string }

export interface AuditDetailText {
  readonly salt: string
  readonly detailJson: string
}

/** A seal beside what it seals. */
export interface SealedLine {
  readonly seal: Seal
  /** Null: there is no such row. */
  readonly line: AuditLine | null
  /** Null: erased. */
  readonly detail: AuditDetailText | null
}

export interface CheckHashes {
  readonly hashText: HashText
  readonly hashDetail: (saltHex: string, detailJson: string) => string
}

/** What a seal has to continue. */
export interface ChainEnd {
  readonly number: number
  /** Null: not known, and not held against the next seal. */
  readonly hash: string | null
}

export const CHAIN_START: ChainEnd = { number: 0, hash: NO_PREVIOUS_HASH }

/** @param end of the chain so far; a seal of a number that was already passed has no place in it */
export function checkSeal(
  end: ChainEnd,
  { seal, line, detail }: SealedLine,
  { hashText, hashDetail }: CheckHashes,
): SealProblem[] {
  const problems: SealProblem[] = []
  const { number, auditId, previousHash } = seal
  if (number > end.number + 1) problems.push({ kind: 'seals_missing', from: end.number + 1, to: number - 1 })
  else if (number <= end.number || (end.hash !== null && previousHash !== end.hash)) {
    problems.push({ kind: 'chain_broken', number })
  }
  if (line === null) return [...problems, { kind: 'line_removed', number, auditId }]
  if (hashText(sealText(seal, line)) !== seal.hash) problems.push({ kind: 'line_changed', number, auditId })
  if (detail !== null && !isDetailOf(line, detail, hashDetail)) {
    problems.push({ kind: 'detail_changed', number, auditId })
  }
  return problems
}

/** The hash covers salt and detail in one: only a salt of its length says where the detail begins. */
const SALT = /^[0-9a-f]{32}$/

function isDetailOf(
  { detailHash }: AuditLine,
  { salt, detailJson }: AuditDetailText,
  hashDetail: CheckHashes['hashDetail'],
): boolean {
  return SALT.test(salt) && hashDetail(salt, detailJson) === detailHash
}

/** A seal that was put away outside the database. */
export interface KeptSeal {
  readonly number: number
  readonly hash: string
}

/**
 * Holds a kept seal against the database.
 * @param stored hash of the database's seal of that number; null: there is none
 */
export function checkKeptSeal(
  file: string,
  kept: KeptSeal | null,
  stored: string | null,
  newest: number,
): SealProblem | null {
  if (kept === null) return { kind: 'seal_file_unreadable', file }
  if (stored === kept.hash) return null
  if (kept.number > newest) return { kind: 'tail_missing', file, number: kept.number, newest }
  return { kind: 'seal_file_differs', file, number: kept.number }
}
