import type { RebindEnd } from '../features/devices/settle-held.usecase'
import type { OutboxEvent } from '../ports/outbox-store'
import { rebindsSubscriber } from './rebinds-subscriber'

const KEY = { employeeId: 'zhang', keyThumbprint: 'f'.repeat(64) }

const event = (type: string, payload: Record<string, unknown>): OutboxEvent => ({
  ...{ id: 'event', type, payload: { ...KEY, deviceId: 'device', ...payload } },
  aggregateKey: 'employee:zhang',
  createdAtMs: 0,
  feedSequence: 1,
})

async function endsOf(...events: OutboxEvent[]): Promise<RebindEnd[]> {
  const ends: RebindEnd[] = []
  const subscriber = rebindsSubscriber((end) => {
    ends.push(end)
    return Promise.resolve()
  })
  await subscriber.deliver(events)
  return ends
}

it('wants what ends or binds a phone, and nothing else', () => {
  const { wants, name } = rebindsSubscriber(() => Promise.resolve())
  expect(name).toBe('rebinds')
  const types = ['device.bound', 'device.revoked', 'approval.decided', 'check_in.decided']
  expect(types.map(wants)).toEqual([true, true, false, false])
})

it.each<[string, OutboxEvent, Omit<RebindEnd, keyof typeof KEY> | null]>([
  [
    'a candidate that was approved',
    event('device.bound', { by: 'rebind', status: 'approved', approvedBy: 'wang' }),
    { approved: true, by: 'wang' },
  ],
  [
    'one that was rejected',
    event('device.revoked', { by: 'rebind', status: 'rejected', revokedBy: 'wang' }),
    { approved: false, by: 'wang' },
  ],
  [
    'one that nobody decided about',
    event('device.revoked', { by: 'rebind', status: 'expired', revokedBy: null }),
    { approved: false, by: null },
  ],
  [
    'the phone that was replaced',
    event('device.revoked', { by: 'rebind', status: 'approved', revokedBy: 'wang' }),
    null,
  ],
  ['a phone bound unaided', event('device.bound', { first: true }), null],
  ['a phone that HR unbound', event('device.revoked', { revokedBy: 'li' }), null],
  ['one without a key', event('device.bound', { by: 'rebind', status: 'approved', keyThumbprint: null }), null],
])('%s', async (_name, one, end) => {
  expect(await endsOf(one)).toEqual(end === null ? [] : [{ ...KEY, ...end }])
})

it('fails where settling does', async () => {
  const failing = rebindsSubscriber(() => Promise.reject(new Error('no database')))
  const one = event('device.bound', { by: 'rebind', status: 'approved', approvedBy: 'wang' })
  await expect(failing.deliver([one])).rejects.toThrow('no database')
})
