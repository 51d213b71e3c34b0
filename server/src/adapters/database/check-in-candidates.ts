import type { CheckInWrite } from '../../ports/check-in-store'
import type { Transaction } from './database'

/**
 * Who decides about a candidate settles what is held for it at that moment. A write that changes nothing takes the
 * device's row: either that decision comes later and finds these attempts, or it came first and they are judged again.
 * @returns false when a key that one of them is held for is no candidate any more
 */
export async function takeCandidates(tx: Transaction, writes: readonly CheckInWrite[]): Promise<boolean> {
  const held = writes.filter(
    ({ decision }) =>
      decision.outcome === 'pending' && decision.findings.some(({ code }) => code === 'DEVICE_AWAITING_APPROVAL'),
  )
  if (held.length === 0) return true
  const { count } = await tx.device.updateMany({
    where: {
      state: 'candidate',
      OR: held.map(({ employeeId, keyThumbprint }) => ({ employeeId, keyThumbprint })),
    },
    data: { state: 'candidate' },
  })
  return count === held.length
}
