import type { Sha256Hex } from '#contract/api'
import type { Transaction } from './database'
import { indexBy } from './index-by'

/** An attempt that named a photo. */
export interface PhotoUse {
  readonly sha256: string
  readonly attemptId: string
  readonly attempt: { readonly employeeId: string; readonly outcome: string; readonly receivedAt: Date }
}

/** Every attempt that named one of these photos, the newest first. */
export async function loadPhotoUses(
  tx: Pick<Transaction, 'attemptPhoto'>,
  sha256s: readonly Sha256Hex[],
): Promise<readonly PhotoUse[]> {
  return tx.attemptPhoto.findMany({
    where: { sha256: { in: [...sha256s] } },
    select: {
      sha256: true,
      attemptId: true,
      attempt: { select: { employeeId: true, outcome: true, receivedAt: true } },
    },
    // UUID v7: the order of ids is the order of receipt.
    orderBy: { attemptId: 'desc' },
  })
}

/**
 * When each photo was used first. An own attempt that was refused does not use its picture up: it may be tried again
 * with the same one. Somebody else's does.
 * @param uses as loaded
 * @param beforeAttemptId only attempts received before this one count; null for one that is not stored yet
 */
export function firstUses(
  uses: readonly PhotoUse[],
  employeeId: string,
  beforeAttemptId: string | null,
): (sha256: Sha256Hex) => number | null {
  const counting = uses.filter(
    ({ attemptId, attempt }) =>
      (beforeAttemptId === null || attemptId < beforeAttemptId) &&
      (attempt.employeeId !== employeeId || attempt.outcome !== 'refused'),
  )
  // The oldest comes last and wins.
  const first = indexBy(counting, (use) => use.sha256)
  return (sha256) => first.get(sha256)?.attempt.receivedAt.getTime() ?? null
}
