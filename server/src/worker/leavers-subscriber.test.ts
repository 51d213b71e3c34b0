import type { OutboxEvent } from '../ports/outbox-store'
import { leaversSubscriber } from './leavers-subscriber'

const event = (payload: Record<string, unknown>): OutboxEvent => ({
  ...{ id: 'event', type: 'employee.left', payload },
  aggregateKey: 'employee:zhang',
  createdAtMs: 0,
  feedSequence: 1,
})

it('closes what each leaver asked for, and wants nothing else', async () => {
  const closed: string[] = []
  const { wants, deliver, name } = leaversSubscriber((employeeId) => {
    closed.push(employeeId)
    return Promise.resolve()
  })
  expect(name).toBe('leavers')
  expect(['employee.left', 'employee.changed', 'device.revoked'].map(wants)).toEqual([true, false, false])
  await deliver([event({ employeeId: 'zhang' }), event({ employeeId: 'li' })])
  expect(closed).toEqual(['zhang', 'li'])
})

it('fails where closing does', async () => {
  const { deliver } = leaversSubscriber(() => Promise.reject(new Error('no database')))
  await expect(deliver([event({ employeeId: 'zhang' })])).rejects.toThrow('no database')
})
