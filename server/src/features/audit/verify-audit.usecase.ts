import type { AuditReader, SealFile } from '../../ports/audit-store'
import type { Clock } from '../../ports/system'
import {
  CHAIN_START,
  checkKeptSeal,
  checkSeal,
  type ChainEnd,
  type CheckHashes,
  type SealProblem,
} from './check-seal.rules'
import { readErasedCount, readPublication, stepsBack, type PublishedSeal } from './published-seals.rules'

const PAGE_SIZE = 500
/** Of a 32-bit column. */
const BELOW_ALL_NUMBERS = -2_147_483_648

export interface VerifyAuditPorts {
  readonly audit: AuditReader
  readonly hashes: CheckHashes
  readonly clock: Clock
}

export interface VerifyAuditRequest {
  /** The first seal to recompute; 1 for all. */
  readonly fromNumber: number
  /** Seals that were put away, to hold against the database. */
  readonly sealFiles: readonly SealFile[]
  /** Called for each problem as it is found: there may be many. */
  readonly onProblem: (problem: SealProblem) => void
  readonly onProgress: (checkedCount: number, totalCount: number) => void
  readonly isCancelled: () => boolean
}

export interface AuditVerification {
  readonly checkedCount: number
  readonly newestNumber: number
  readonly problemCount: number
  readonly erasedDetailCount: number
  readonly unsealedCount: number
  /** How long the oldest line without a seal has been waiting; null: none waits. */
  readonly oldestUnsealedMs: number | null
  /** Days whose seal an audit line says was published, without one among the files, in order. */
  readonly unfiledDays: readonly string[]
  readonly cancelled: boolean
}

/**
 * Recomputes the chain of seals from the audit lines up to the seal that is newest now, page by page, and looks for
 * lines and details that are missing. Reads only; may run beside everything else.
 */
export async function verifyAudit(
  { audit, hashes, clock }: VerifyAuditPorts,
  { fromNumber, sealFiles, onProblem, onProgress, isCancelled }: VerifyAuditRequest,
): Promise<AuditVerification> {
  let problemCount = 0
  const report = (problem: SealProblem) => {
    problemCount++
    onProblem(problem)
  }
  const newestNumber = await audit.newestSealNumber()
  const totalCount = Math.max(0, newestNumber - fromNumber + 1)
  let end = await startOfChain()
  // From the start: a seal numbered 0 or less would be one beside the chain.
  let afterNumber = fromNumber === 1 ? BELOW_ALL_NUMBERS : fromNumber - 1
  let checkedCount = 0
  let erasedDetailCount = 0
  let unfiledDays: readonly string[] = []
  while (!isCancelled()) {
    const page = await audit.sealedLines(afterNumber, newestNumber, PAGE_SIZE)
    for (const one of page) {
      for (const problem of checkSeal(end, one, hashes)) report(problem)
      if (one.line !== null && one.detail === null) erasedDetailCount++
      afterNumber = one.seal.number
      if (afterNumber > end.number) end = one.seal
    }
    checkedCount += page.length
    if (page.length > 0) onProgress(Math.min(checkedCount, totalCount), totalCount)
    if (page.length < PAGE_SIZE) break
  }
  if (!isCancelled()) await lookOutside()
  const { count, oldestAtMs } = await audit.unsealed()
  return {
    checkedCount,
    newestNumber,
    problemCount,
    erasedDetailCount,
    unsealedCount: count,
    oldestUnsealedMs: oldestAtMs === null ? null : clock.nowMs() - oldestAtMs,
    unfiledDays,
    cancelled: isCancelled(),
  }

  async function startOfChain(): Promise<ChainEnd> {
    if (fromNumber === 1) return CHAIN_START
    const seal = await audit.findSeal(fromNumber - 1)
    if (seal !== null) return seal
    if (newestNumber >= fromNumber) report({ kind: 'seals_missing', from: fromNumber - 1, to: fromNumber - 1 })
    return { number: fromNumber - 1, hash: null }
  }

  /** What the chain itself cannot show. */
  async function lookOutside(): Promise<void> {
    for await (const auditId of audit.leftOut()) report({ kind: 'left_out', auditId })
    // Read last: an erasure accounts for its details in the transaction that deletes them.
    if (fromNumber === 1) await holdAgainstErasures()
    const filed: PublishedSeal[] = []
    for (const { name, day, seal } of sealFiles) {
      const stored = seal === null ? null : ((await audit.findSeal(seal.number))?.hash ?? null)
      const problem = checkKeptSeal(name, seal, stored, newestNumber)
      if (problem !== null) report(problem)
      else if (seal !== null && day !== null) filed.push({ day, number: seal.number, source: name })
    }
    const said = await readPublications()
    const backwards = stepsBack([...filed, ...said])
    for (const stepBack of backwards) report({ kind: 'published_backwards', stepBack })
    const filedDays = new Set(sealFiles.map(({ day }) => day))
    const wrong = new Set(backwards.map(({ source }) => source))
    const days = said.filter(({ day, source }) => !filedDays.has(day) && !wrong.has(source)).map(({ day }) => day)
    unfiledDays = [...new Set(days)].sort()
  }

  async function holdAgainstErasures(): Promise<void> {
    let recorded = 0
    for await (const { auditId, detailJson } of audit.erasures()) {
      const count = readErasedCount(detailJson)
      if (count === null) report({ kind: 'statement_unreadable', auditId })
      recorded += count ?? 0
    }
    if (erasedDetailCount > recorded) report({ kind: 'details_missing', missing: erasedDetailCount, recorded })
  }

  /** Those that the chain bears out; the others are reported. */
  async function readPublications(): Promise<PublishedSeal[]> {
    const published: PublishedSeal[] = []
    for await (const { auditId, subjectId, detailJson } of audit.publications()) {
      const seal = readPublication(detailJson)
      if (seal === null) report({ kind: 'statement_unreadable', auditId })
      else if ((await audit.findSeal(seal.number))?.hash !== seal.hash) {
        report({ kind: 'publication_differs', auditId, number: seal.number })
      } else published.push({ day: subjectId, number: seal.number, source: auditId })
    }
    return published
  }
}
