import { jest } from '@jest/globals'
import { PEOPLE, appErrorOf, bindPhone, callerFor } from '../../../test/identity'
import { openRebinds, type Rebinds } from '../../../test/rebinds'
import { presentDevices } from './device.present'
import { createListMyDevices } from './my-devices.usecase'

jest.setTimeout(60_000)

const { zhang, wang } = PEOPLE
const HOUR_MS = 3_600_000

let app: Rebinds
beforeEach(async () => {
  app = await openRebinds()
})
afterEach(() => app.close())

it('lets a person ask five times a day, whatever became of it', async () => {
  await bindPhone(app, zhang)
  for (let count = 0; count < 5; count++) {
    const { approval } = await app.ask(zhang)
    await app.withdraw(zhang, approval.id)
    app.clock.advance(HOUR_MS)
  }
  const refused = await appErrorOf(app.ask(zhang))
  expect([refused?.code, refused?.retryAfterSeconds]).toEqual(['TOO_MANY_REQUESTS', 19 * 3_600])
  expect(await app.database.read.approvalRequest.count()).toBe(5)

  app.clock.advance(19 * HOUR_MS)
  const last = await app.ask(zhang)
  const again = await app.requestRebind(await app.inputOf(zhang, { key: last.key }))
  expect(again.approval.id).toBe(last.approval.id)
})

it('lists phones, not the keys that never became one; what waits has no time of binding', async () => {
  const { device } = await bindPhone(app, zhang)
  const rejected = await app.ask(zhang)
  await app.decide(wang, rejected.approval.id, 'reject')
  app.clock.advance(HOUR_MS)
  const waiting = await app.ask(zhang)
  const listed = presentDevices(await createListMyDevices(app.devices)(await callerFor(app, zhang)))
  expect(listed.items.map(({ id, state, boundAt }) => [id, state, boundAt])).toEqual([
    [waiting.approval.id, 'candidate', null],
    [device.id, 'active', '2026-11-18T00:52:09.000Z'],
  ])
})
