import type { OutboxEvent } from '../ports/outbox-store'
import { approvalsSubscriber } from './approvals-subscriber'

const event = (type: string, payload: Record<string, unknown>, id = 'event'): OutboxEvent => ({
  ...{ id, type, payload },
  aggregateKey: 'employee:zhang',
  createdAtMs: 0,
  feedSequence: 1,
})
const decided = (outcome: string) => event('check_in.decided', { attemptId: 'attempt', outcome })
const redecided = (outcome: string) => event('check_in.redecided', { attemptId: 'attempt', outcome })

async function asked(...events: OutboxEvent[]): Promise<string[]> {
  const calls: string[] = []
  const subscriber = approvalsSubscriber(({ id, attemptId }) => {
    calls.push(`${id} ${attemptId}`)
    return Promise.resolve()
  })
  await subscriber.deliver(events)
  return calls
}

it('wants what may open or close a request, and nothing else', () => {
  const { wants, name } = approvalsSubscriber(() => Promise.resolve())
  expect(name).toBe('approvals')
  const types = ['check_in.decided', 'check_in.redecided', 'check_in.alerted', 'approval.requested', 'photo.failed']
  expect(types.map(wants)).toEqual([true, true, false, false, false])
})

it.each<[string, OutboxEvent, number]>([
  ['a pending decision', decided('pending'), 1],
  ['an accepted one', decided('accepted'), 0],
  ['a refused one', decided('refused'), 0],
  ['a later one, pending', redecided('pending'), 1],
  ['a later one, refused', redecided('refused'), 1],
  ['a later one, accepted', redecided('accepted'), 1],
  ['one without an attempt', event('check_in.redecided', {}), 0],
])('%s', async (_name, one, count) => {
  expect(await asked(one)).toEqual(Array<string>(count).fill('event attempt'))
})

it('keeps the order, and an error ends the batch', async () => {
  expect(await asked({ ...redecided('pending'), id: 'a' }, { ...redecided('pending'), id: 'b' })).toEqual([
    'a attempt',
    'b attempt',
  ])
  const failing = approvalsSubscriber(() => Promise.reject(new Error('no database')))
  await expect(failing.deliver([redecided('pending')])).rejects.toThrow('no database')
})
