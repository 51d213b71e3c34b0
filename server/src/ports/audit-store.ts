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
  newestSeal(): Promise<NewestSeal | null>
  findSeal(number: number): Promise<NewestSeal | null>
  /** Writes the trail that makes a seal known, under the lease. @returns false: the lease is another's */
  publish(request: { readonly lease: Lease; readonly trail: Trail }, nowMs: number): Promise<boolean>
}

/** Everything that verification reads, in pages: no more than one page is in memory. */
export interface AuditReader {
  newestSealNumber(): Promise<number>
  findSeal(number: number): Promise<NewestSeal | null>
  /** Seals with `afterNumber < number <= untilNumber`, in order, each with its line and detail. */
  sealedLines(afterNumber: number, untilNumber: number, limit: number): Promise<readonly SealedLine[]>
  /** Lines that wait for the sealer. */
  unsealed(): Promise<{ readonly count: number; readonly oldestAtMs: number | null }>
  /** Ids of lines that neither have a seal nor wait for the sealer, in order. */
  leftOut(): AsyncIterable<string>
  /** Lines that say how many details an erasure took; without those that are left out. */
  erasures(): AsyncIterable<AuditStatement>
  /** Lines that say which seal was published for the day that is their subject. */
  publications(): AsyncIterable<AuditStatement>
}

/** A line with a detail that the verification reads; as it is stored, which may be anything. */
export interface AuditStatement {
  readonly auditId: string
  readonly subjectId: string
  readonly detailJson: string
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

/** Seals outside the database: one small file per day (`YYYY-MM-DD`, UTC), written once. */
export interface SealFiles {
  find(day: string): Promise<SealFile | null>
  /** Puts down what is to become the day's file, so that it is finished even by another process on another day. */
  draft(day: string, seal: KeptSeal): Promise<void>
  /** In order of the days; one whose writer died over it was never used, and is removed. */
  drafts(): Promise<readonly SealDraft[]>
  /** Makes the draft the day's file; a file that is there stays as it is. */
  finish(day: string): Promise<void>
  /** All finished ones by name. */
  list(): Promise<readonly SealFile[]>
}

export interface SealDraft {
  readonly day: string
  readonly seal: KeptSeal
}

export interface SealFile {
  readonly name: string
  /** Null: the file does not say. */
  readonly day: string | null
  /** Null: it cannot be read. */
  readonly seal: KeptSeal | null
}

export type { AuditDetailText, AuditLine, KeptSeal, Seal, SealedLine }
