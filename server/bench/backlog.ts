import { bulkWriter } from '../src/adapters/database/sqlite/bulk-writer'
import { writeTrail } from '../src/adapters/database/trail'
import type { DomainEvent } from '../src/ports/trail'
import type { Fleet } from '../test/fleet'
import type { FleetApp } from '../test/fleet-app'

const CHUNK = 1_000

/** Check-ins that were never made, as the events that they would have left, and how far the relay is with them. */
export function backlogOf({ platform, fleet }: Pick<FleetApp, 'platform' | 'fleet'>) {
  const { read, write } = platform.database
  const ofLog = { subscriber: 'event-log' }

  const events = (count: number): DomainEvent[] =>
    Array.from({ length: count }, (_, index) => {
      const phone = fleet.phones[index % fleet.phones.length] as Fleet['phones'][number]
      const { employeeId } = phone
      const payload = {
        ...{ attemptId: platform.random.id(), employeeId, siteId: fleet.siteIds[0], workDay: fleet.workDay },
        ...{ slotKind: 'visit', slotSpan: 0, outcome: 'accepted', code: 'ACCEPTED', findings: ['FIX_REPEATED'] },
        ...{ presenceBy: 'fence', networkType: '5g', deferred: false, lateMinutes: 0, capturedAtMs: Date.now() },
        cell: { latitude: 31.2, longitude: 121.59, mainlandSystem: true },
        ...{ brand: 'HUAWEI', model: phone.model, platform: 'android' },
      }
      return { id: platform.random.id(), aggregateKey: `employee:${employeeId}`, type: 'check_in.decided', payload }
    })

  return {
    events,

    /** @param seeded called with how many are there so far; false stops it */
    seed: async (count: number, seeded: (count: number) => boolean = () => true): Promise<void> => {
      for (let start = 0; start < count && seeded(start); start += CHUNK) {
        const some = { audit: [], events: events(Math.min(CHUNK, count - start)) }
        await write((tx) => writeTrail(tx, some, Date.now(), bulkWriter))
      }
    },

    /** Events that are not in the log yet. */
    openCount: async (): Promise<number> => {
      const unnumbered = await read.outboxEvent.count({ where: { feedSequence: null } })
      return unnumbered + (await read.outboxDelivery.count({ where: { ...ofLog, state: 'waiting' } }))
    },

    deliveredCount: () => read.outboxDelivery.count({ where: { ...ofLog, state: 'delivered' } }),

    lastSequence: async (): Promise<number> => {
      const { _max } = await read.outboxEvent.aggregate({ _max: { feedSequence: true } })
      return _max.feedSequence ?? 0
    },
  }
}
