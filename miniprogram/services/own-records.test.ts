import { createFakePlatform, json } from '../test/fake-platform'
import { createBoundPhone } from '../test/phone'
import { recordItem, recordMonth } from '../test/record-replies'
import { sessionReply } from '../test/replies'
import { listeners } from './memory'
import { createOwnRecords } from './own-records'
import type { QueueEntry } from './queue-entry'
import { createServices } from './services'

async function phoneWithMonths() {
  const phone = await createBoundPhone()
  phone.controls.answer(({ url }) => {
    const month = /months\/(\d{4}-\d{2})$/.exec(url)?.[1]
    return month === undefined ? json(200, { items: [recordItem()], nextCursor: null }) : json(200, recordMonth(month))
  })
  return phone
}

describe('own records', () => {
  it('are known once they were asked for, and nothing is asked for that', async () => {
    const { services, controls } = await phoneWithMonths()
    expect(await services.ownRecords.month('2026-11')).toBeNull()
    await services.ownRecords.loadMonth('2026-11')
    const asked = controls.sent.length
    expect((await services.ownRecords.month('2026-11'))?.reply.month).toBe('2026-11')
    expect(controls.sent).toHaveLength(asked)
  })

  it('survive a kill: this month and the one before, whatever was looked at last', async () => {
    const { services, controls } = await phoneWithMonths()
    for (const month of ['2026-11', '2026-10', '2026-12', '2026-07']) await services.ownRecords.loadMonth(month)
    const after = createServices(createFakePlatform(controls.disk))
    const known = await Promise.all(
      ['2026-12', '2026-11', '2026-10', '2026-07'].map((month) => after.ownRecords.month(month)),
    )
    expect(known.map((month) => month?.reply.month)).toEqual([undefined, '2026-11', '2026-10', undefined])
  })

  it('are of nobody else', async () => {
    const { services, controls } = await phoneWithMonths()
    await services.ownRecords.loadMonth('2026-11')
    await services.ownRecords.loadDay('2026-11-18')
    const other = { ...sessionReply().employee, id: 'employee-2' }
    await services.session.adopt(sessionReply({ employee: other }))
    expect(await services.ownRecords.month('2026-11')).toBeNull()
    expect(await services.ownRecords.day('2026-11-18')).toBeNull()
    const after = createServices(createFakePlatform(controls.disk))
    expect(await after.ownRecords.month('2026-11')).toBeNull()
  })

  it('that were asked for by one are not kept for the next', async () => {
    const { services, controls } = await phoneWithMonths()
    let answer = (): void => {}
    const held = new Promise<void>((done) => (answer = done))
    controls.answer(async () => {
      await held
      return json(200, recordMonth('2026-11'))
    })
    const loading = services.ownRecords.loadMonth('2026-11')
    await services.session.adopt(sessionReply({ employee: { ...sessionReply().employee, id: 'employee-2' } }))
    answer()
    await loading
    expect(await services.ownRecords.month('2026-11')).toBeNull()
  })

  it('of a day are read to the last page', async () => {
    const { services, controls } = await phoneWithMonths()
    controls.answer(({ url }) =>
      url.includes('cursor=next')
        ? json(200, { items: [recordItem({ attemptId: 'b' })], nextCursor: null })
        : json(200, { items: [recordItem({ attemptId: 'a' })], nextCursor: 'next' }),
    )
    const loaded = await services.ownRecords.loadDay('2026-11-18')
    expect(loaded.ok && loaded.value.items.map(({ attemptId }) => attemptId)).toEqual(['a', 'b'])
    expect(controls.sent.every(({ url }) => url.includes('day=2026-11-18'))).toBe(true)
  })

  it('stay as they were when asking fails', async () => {
    const { services, controls } = await phoneWithMonths()
    await services.ownRecords.loadMonth('2026-11')
    controls.answer(() => json(503, { code: 'UNAVAILABLE' }))
    expect(await services.ownRecords.loadMonth('2026-11')).toMatchObject({ ok: false })
    expect(await services.ownRecords.month('2026-11')).not.toBeNull()
  })

  it('are fresh for a minute, and not after a check-in was judged', async () => {
    const { platform, services, controls } = await phoneWithMonths()
    const judgements = listeners<QueueEntry>()
    const ownRecords = createOwnRecords(platform, services.api, services.session, { onJudged: judgements.add })
    const isFresh = async () => ownRecords.isFresh(await ownRecords.month('2026-11'))
    expect(await isFresh()).toBe(false)
    await ownRecords.loadMonth('2026-11')
    expect(await isFresh()).toBe(true)
    await controls.advance(60_000)
    expect(await isFresh()).toBe(false)
    await ownRecords.loadMonth('2026-11')
    expect(await isFresh()).toBe(true)
    judgements.tell({} as QueueEntry)
    expect(await isFresh()).toBe(false)
    await controls.advance(1)
    await ownRecords.loadMonth('2026-11')
    expect(await isFresh()).toBe(true)
  })
})
