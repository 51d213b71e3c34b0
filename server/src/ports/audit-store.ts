import type { AuditDetailText, KeptSeal, SealedLine } from '../features/audit/check-seal.rules'
import type { AuditLine, Seal } from '../features/audit/seal-chain.rules'
import type { Lease } from './outbox-store'
import type { Trail } from './trail'

export type NewestSeal = Pick<Seal, 'number' | 'hash'>

/** Chaining audit lines and making the newest seal known. */
export interface AuditSealStore {
  hasUnsealed(): Promise<boolean>
  /**
   * Seals lines that have no seal yet, in id order, and marks them; one transaction, which also renews the lease and
   * writes nothing without it. Not audited: a seal is the audit's own book-keeping.
   * @param request.chain computes the seals; may run again when the transaction does
   * @returns how many lines were taken; null when the lease is another's, or another sealer was quicker
   */
  sealNext(
    request: {
      readonly lease: Lease
      readonly limit: number
      readonly chain: (newest: NewestSeal | null, lines: readonly AuditLine[]) => readonly Seal[]
    },
    nowMs: number,
  ): Promise<number | null>
  /** What was published for this day (`YYYY-MM-DD`, UTC); null: nothing yet. */
  publishedOn(day: string): Promise<KeptSeal | null>
  /**
   * Writes the trail that makes the newest seal this day's; once per day, under the lease.
   * @returns what now stands for the day; null when there is no seal, or the lease is another's
   */
  publish(
    request: { readonly lease: Lease; readonly day: string; readonly trailOf: (newest: NewestSeal) => Trail },
    nowMs: number,
  ): Promise<KeptSeal | null>
}

/** Everything that verification reads, in pages: no more than one page is in memory. */
export interface AuditReader {
  newestSealNumber(): Promise<number>
  findSeal(number: number): Promise<NewestSeal | null>
  /** Seals with `afterNumber < number <= untilNumber`, in order, each with its line and detail. */
  sealedLines(afterNumber: number, untilNumber: number, limit: number): Promise<readonly SealedLine[]>
  /** Lines that wait for the sealer. */
  unsealed(): Promise<{ readonly count: number; readonly oldestAtMs: number | null }>
  /** Ids of lines marked as sealed that no seal has, in order. */
  leftOut(): AsyncIterable<string>
  /** How many details audited erasures say that they erased. */
  recordedErasures(): Promise<number>
}

/** Whose or which details: those about a subject, those by an actor, or all older than an instant. */
export type DetailSelection =
  | { readonly subject: { readonly kind: string; readonly id: string } }
  | { readonly actor: { readonly kind: string; readonly id: string } }
  | { readonly beforeMs: number }

export interface AuditDetailStore {
  /** Audit ids after this one whose detail is there, in order; never the lines of erasures themselves, or of seals. */
  erasableDetails(selection: DetailSelection, afterId: string, limit: number): Promise<readonly string[]>
  /**
   * Deletes details; line, hash and seal stay.
   * @param trailOf gets how many were really there; written only when there was one
   * @returns that number
   */
  eraseDetails(auditIds: readonly string[], trailOf: (count: number) => Trail, nowMs: number): Promise<number>
}

/** Seals outside the database: one small file per day, written once. */
export interface SealFiles {
  /** `differs`: the day's file says another seal; it stays as it is. */
  write(day: string, seal: KeptSeal): Promise<'written' | 'there' | 'differs'>
  /** All of them by name; null for one that cannot be read. */
  list(): Promise<readonly SealFile[]>
}

export interface SealFile {
  readonly name: string
  readonly seal: KeptSeal | null
}

export type { AuditDetailText, AuditLine, KeptSeal, Seal, SealedLine }
