import type { RebindEnd, SettleHeld } from '../features/devices/settle-held.usecase'
import type { OutboxEvent } from '../ports/outbox-store'
import type { Subscriber } from './subscriber'

const WANTED: ReadonlySet<string> = new Set(['device.bound', 'device.revoked'])

/** Settles what a decision about a change of phones left held, because it was too much for one transaction. */
export function rebindsSubscriber(settleHeld: SettleHeld): Subscriber {
  return {
    name: 'rebinds',
    wants: (type) => WANTED.has(type),
    deliver: async (events) => {
      for (const event of events) {
        const end = endOf(event)
        if (end !== null) await settleHeld(end)
      }
    },
  }
}

/** Null where it is not about a candidate: bound unaided, unbound by HR, or the phone that was replaced. */
function endOf({ type, payload }: OutboxEvent): RebindEnd | null {
  const { by, status, employeeId, keyThumbprint } = payload
  if (by !== 'rebind' || typeof employeeId !== 'string' || typeof keyThumbprint !== 'string') return null
  const approved = status === 'approved'
  if (approved !== (type === 'device.bound')) return null
  const decidedBy = approved ? payload['approvedBy'] : payload['revokedBy']
  return { employeeId, keyThumbprint, approved, by: typeof decidedBy === 'string' ? decidedBy : null }
}
