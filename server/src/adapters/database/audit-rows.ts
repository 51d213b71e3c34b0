import { createHash } from 'node:crypto'
import type { AuditLine } from '../../ports/audit-store'
import { auditDetailHash } from './trail'

interface AuditRow extends Omit<AuditLine, 'atMs'> {
  readonly at: Date
}

/** A row as it is sealed: nothing but its permanent columns. */
export function toAuditLine(row: AuditRow): AuditLine {
  const { id, at, actorKind, actorId, action, subjectKind, subjectId, requestId, detailHash } = row
  return { id, atMs: at.getTime(), actorKind, actorId, action, subjectKind, subjectId, requestId, detailHash }
}

/** The hashes of the audit trail, for sealing and for verifying. */
export const auditHashes = {
  /** SHA-256 over the text's UTF-8 bytes, lower-case hex. */
  hashText: (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex'),
  hashDetail: auditDetailHash,
}
