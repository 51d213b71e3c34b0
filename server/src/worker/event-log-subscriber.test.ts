import { rebindRevokedTrail } from '../features/devices/rebind-trail.rules'
import type { DeviceRecord } from '../features/devices/binding.rules'
import { eventLogSubscriber, toDocument } from './event-log-subscriber'

const DEVICE: DeviceRecord = {
  ...{ id: 'device', employeeId: 'zhang', keyThumbprint: 'key', publicKey: 'key', state: 'active' },
  facts: { brand: 'HUAWEI', model: 'NOH-AN00', platform: 'android', system: 'Android 12' },
  ...{ createdAtMs: 0, boundAtMs: 0, revokedAtMs: null, revokedReason: null },
}

it('says of a phone that a change of phones ended it', () => {
  const decision = { approvalId: 'approval', status: 'approved', decidedBy: 'wang', requestId: null } as const
  const [event] = rebindRevokedTrail('event', DEVICE, 'replaced', decision).events
  const { fields } = toDocument({ ...event, createdAtMs: 0, feedSequence: 1 })
  expect(fields).toMatchObject({ by: 'rebind', approvalId: 'approval', status: 'approved', revokedBy: 'wang' })
  expect(fields).not.toHaveProperty('reason')
})

it.each([undefined, 7])('takes as many at once as its log is best at: %s', (batchSize) => {
  const eventLog = { append: () => Promise.resolve(), ...(batchSize === undefined ? {} : { batchSize }) }
  expect(eventLogSubscriber(eventLog).batchSize).toBe(batchSize)
})
