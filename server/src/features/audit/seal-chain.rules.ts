/** The format of seals; docs/security.md specifies it for programs of others. A change needs a new tag. */
export const SEAL_FORMAT = 'waiqin-audit-seal-v1'

/** What stands in the first seal for the hash of the one before. */
export const NO_PREVIOUS_HASH = '0'.repeat(64)

/** An audit line as it is sealed: all that is permanent. */
export interface AuditLine {
  readonly id: string
  readonly atMs: number
  readonly actorKind: string
  readonly actorId: string
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly requestId: string | null
  /** SHA-256 over salt and detail, hex; the detail itself may be erased. */
  readonly detailHash: string
}

export interface Seal {
  /** From 1, without gaps. */
  readonly number: number
  readonly auditId: string
  /** Hash of the seal before; {@link NO_PREVIOUS_HASH} in the first. */
  readonly previousHash: string
  /** SHA-256 over the UTF-8 bytes of {@link sealText}, lower-case hex. */
  readonly hash: string
  readonly sealedAtMs: number
}

/** SHA-256 over the text's UTF-8 bytes, lower-case hex. */
export type HashText = (text: string) => string

/**
 * What a seal is the hash of: a JSON array of fixed order without white space (RFC 8785 of strings, whole numbers and
 * null), so that no two different lines have the same bytes.
 */
export function sealText(seal: Pick<Seal, 'number' | 'previousHash' | 'sealedAtMs'>, line: AuditLine): string {
  return JSON.stringify([
    SEAL_FORMAT,
    seal.number,
    seal.previousHash,
    seal.sealedAtMs,
    line.id,
    line.atMs,
    line.actorKind,
    line.actorId,
    line.action,
    line.subjectKind,
    line.subjectId,
    line.requestId,
    line.detailHash,
  ])
}

/** The seals that continue the chain over these lines, in their order. @param newest null: the chain begins here */
export function continueChain(
  newest: Pick<Seal, 'number' | 'hash'> | null,
  lines: readonly AuditLine[],
  sealedAtMs: number,
  hashText: HashText,
): Seal[] {
  const seals: Seal[] = []
  let before = newest
  for (const line of lines) {
    const link = { number: (before?.number ?? 0) + 1, previousHash: before?.hash ?? NO_PREVIOUS_HASH, sealedAtMs }
    const seal = { ...link, auditId: line.id, hash: hashText(sealText(link, line)) }
    seals.push(seal)
    before = seal
  }
  return seals
}

/** The day, in UTC, whose seal is published. */
export function utcDay(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10)
}
