import { failure, success } from '../result'
import { json, reading, settle, START_MS } from '../test/fake-platform'
import { createBoundPhone } from '../test/phone'
import { challengeReply, contextReply, sessionReply } from '../test/replies'

async function phoneWithContext() {
  const phone = await createBoundPhone()
  phone.controls.answer(() => json(200, contextReply()))
  phone.controls.location = success(reading())
  await phone.services.contexts.load()
  await phone.services.placeWatch.refresh()
  const contextCount = () => phone.controls.sent.filter(({ url }) => url.includes('/context')).length
  return { ...phone, contextCount }
}

describe('the last look before sending', () => {
  it('asks nobody for what is fresh', async () => {
    const { services, controls, contextCount } = await phoneWithContext()
    let reads = 0
    controls.location = () => {
      reads++
      return Promise.resolve(failure('timeout'))
    }
    await controls.advance(30_000)
    expect((await services.freshen()).location).toEqual(success(reading()))
    expect([reads, contextCount()]).toEqual([0, 1])
  })

  it.each([
    ['is old', 151_000],
    ['is of a clock that was set back', -3_600_000],
  ])('renews a challenge that %s, near the place', async (_, byMs) => {
    const { services, controls, contextCount } = await phoneWithContext()
    const nowMs = START_MS + byMs
    controls.setClock(nowMs)
    controls.location = success(reading({ askedAtMs: nowMs, sameSinceMs: nowMs }))
    await services.placeWatch.refresh()
    const challenge = challengeReply({ id: 'fresh', issuedAt: '2026-11-18T08:55:00+08:00' })
    controls.answer(({ url }) => json(200, url.includes('/sessions') ? sessionReply() : contextReply({ challenge })))
    await services.freshen()
    expect(contextCount()).toBe(2)
    expect(controls.sent[controls.sent.length - 1]?.url).toContain('nearLatitude')
    expect(await services.challenges.next()).toMatchObject({ id: 'fresh' })
  })

  it('waits for nobody longer than a person does', async () => {
    const { services, controls } = await phoneWithContext()
    await controls.advance(200_000)
    controls.location = () => new Promise(() => {})
    controls.answer(() => new Promise(() => {}))
    let isDone = false
    void services.freshen().then(() => (isDone = true))
    await controls.advance(8_100)
    await settle()
    expect(isDone).toBe(true)
  })

  it('does not ask for a challenge without a network', async () => {
    const { services, controls, contextCount } = await phoneWithContext()
    await controls.advance(200_000)
    controls.network = 'none'
    await services.placeWatch.refresh()
    await services.freshen()
    expect(contextCount()).toBe(1)
  })
})
