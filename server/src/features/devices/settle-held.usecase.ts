import type { Settle } from '../../ports/settle'
import type { SettlementStore } from '../../ports/settlement-store'
import type { Clock } from '../../ports/system'
import type { StoreTransaction, Transactions } from '../../ports/transaction'
import { untilNoConflict } from '../../until-no-conflict'

/** In one transaction: a candidate may have held thousands by the time somebody decides. */
export const MOST_HELD_AT_ONCE = 50

export interface SettleHeldPorts {
  readonly settlements: Pick<SettlementStore, 'heldOfKey'>
  readonly settle: Settle
}

/** How the change of phones to this key ended; `by` is null when nobody decided. */
export interface RebindEnd {
  readonly employeeId: string
  readonly keyThumbprint: string
  readonly approved: boolean
  readonly by: string | null
}

export interface SettledHeld {
  readonly effect: string | null
  readonly isMore: boolean
}

/**
 * Settles the first of what was held for a change of phones. In the order of capture, so that a later one is judged
 * beside those that stand by then.
 * @param requestId of the HTTP request behind it; null for jobs
 */
export async function settleFirstHeld(
  { settlements, settle }: SettleHeldPorts,
  tx: StoreTransaction,
  { employeeId, keyThumbprint, approved, by }: RebindEnd,
  { requestId, atMs }: { readonly requestId: string | null; readonly atMs: number },
): Promise<SettledHeld | 'conflict'> {
  const cause = { kind: 'rebind', approved, by } as const
  const held = await settlements.heldOfKey(tx, employeeId, keyThumbprint, MOST_HELD_AT_ONCE)
  let effect: string | null = null
  let isAnyChanged = false
  for (const attemptId of held) {
    const settled = await settle(tx, { attemptId, cause, requestId }, atMs)
    if (settled === 'conflict') return 'conflict'
    effect ??= settled.effect
    isAnyChanged ||= settled.changed
  }
  return { effect, isMore: isAnyChanged && held.length === MOST_HELD_AT_ONCE }
}

export type SettleHeld = (end: RebindEnd) => Promise<void>

/**
 * Settles whatever is still held for a change of phones that was decided, part by part, each in a transaction of its
 * own. Stopped halfway, it is called again and goes on; once nothing is held it changes nothing.
 */
export function createSettleHeld(
  ports: SettleHeldPorts & { readonly transactions: Transactions; readonly clock: Clock },
): SettleHeld {
  const { transactions, clock } = ports
  return async (end) => {
    for (;;) {
      const settled = await untilNoConflict(transactions, (tx) =>
        settleFirstHeld(ports, tx, end, { requestId: null, atMs: clock.nowMs() }),
      )
      if (!settled.isMore) return
    }
  }
}
