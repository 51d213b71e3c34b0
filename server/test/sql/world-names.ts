/** Names, ids and keys of the small company of world.ts; the same in every run. */
import { sha256, stableId } from '../../../prisma/seed/builders'
import { createFieldCipher } from '../../src/adapters/system/field-cipher'
import type { Trail } from '../../src/ports/trail'
import { NOW, WORK_DAY } from '../check-in-builders'
import { PEOPLE } from '../people'

export { NOW, WORK_DAY, PEOPLE }
export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** A month of work days around {@link WORK_DAY}. */
export const MONTH = { from: '2026-11-01', to: '2026-11-30' } as const
export const FREE_DAY = '2026-11-20'

/** With the keys of server/test/stored-attempts.ts. */
export const cipher = createFieldCipher({
  keys: [{ id: 'test', key: new Uint8Array(32).fill(1) }],
  currentKeyId: 'test',
  hashKey: new Uint8Array(32).fill(2),
})

/** An id of its own for each name. */
export const idOf = (name: string): string => stableId('recorded', name)
/** A hash of its own for each name, as keys and photos have them. */
export const hashOf = (name: string): string => sha256(['hash', name])

/** More than one statement takes, on either engine. */
export const MANY_IDS: readonly string[] = Array.from({ length: 2_100 }, (_, number) => idOf(`nobody ${number}`))
/** People who check in together. */
export const CROWD: readonly string[] = Array.from({ length: 64 }, (_, number) => idOf(`crowd ${number}`))

export const OFFICE = idOf('office')
export const CUSTOMER = idOf('customer')
export const NETWORK_ADDRESS = '203.0.113.7'
export const RULE = idOf('rule')
export const TEAM = idOf('team')
export const SHIFT = idOf('shift')
/** `candidate` waits for 李婷's request. */
export const DEVICES = { zhang: idOf('phone of zhang'), li: idOf('phone of li'), candidate: idOf('new phone of li') }
export const SESSIONS = { zhang: idOf('session of zhang'), li: idOf('session of li') }
export const CHALLENGE = idOf('challenge of zhang')
/** All of 张敏's work day, but for the one that 李婷's new phone sent. */
export const ATTEMPTS = {
  early: idOf('early'),
  firstLate: idOf('first late'),
  late: idOf('late'),
  visit: idOf('visit'),
  application: idOf('application'),
  refused: idOf('refused'),
  held: idOf('held'),
}
export const PHOTOS = { early: hashOf('photo of early'), application: hashOf('photo of application') }
export const REQUESTS = { attempt: idOf('about an attempt'), rebind: idOf('about a phone'), overdue: idOf('overdue') }
/** Of 王建国, who lets 陈磊 decide. */
export const DELEGATION = idOf('delegation')
export const LEASE = { name: 'recorded', owner: 'recorder', untilMs: NOW + HOUR } as const
/** Deliveries of each state exist for it. */
export const SUBSCRIBER = 'event-log'
/** In the order of the feed; `last` has no place in it yet. */
export const EVENTS = { delivered: idOf('delivered'), dead: idOf('dead'), waiting: idOf('waiting'), last: idOf('last') }

/** One audit line and one event, as most writes leave them. */
export function trail(name: string): Trail {
  return {
    audit: [
      {
        actor: { kind: 'employee', id: PEOPLE.li.id },
        action: `thing.${name}`,
        subject: { kind: 'thing', id: name },
        requestId: null,
        detail: { name },
      },
    ],
    events: [{ id: idOf(`event ${name}`), aggregateKey: `thing:${name}`, type: 'site.changed', payload: { name } }],
  }
}
