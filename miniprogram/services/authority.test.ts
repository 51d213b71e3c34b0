import { approvalReply, meReply } from '../test/approvals'
import { emptyDisk, json, refusal, settle } from '../test/fake-platform'
import { createBoundPhone } from '../test/phone'
import { contextReply, sessionReply } from '../test/replies'
import { createServices } from './services'

const STAFF = { permissions: ['self.use' as const], roles: [{ role: 'staff' as const, scopeDepartmentId: null }] }
const waiting = (count: number, mayDecide = true) =>
  Array.from({ length: count }, (_, index) => approvalReply({ id: `approval-${index}`, mayDecide }))

async function phoneOf(me: Parameters<typeof meReply>[0], pages: readonly (readonly unknown[])[], disk = emptyDisk()) {
  const phone = await createBoundPhone(disk)
  phone.controls.answer(({ url }) => {
    if (url.endsWith('/me')) return json(200, meReply(me))
    if (url.includes('/context')) return json(200, contextReply())
    const at = Number(/cursor=(\d+)/.exec(url)?.[1] ?? 0)
    return json(200, { items: pages[at] ?? [], nextCursor: at + 1 < pages.length ? String(at + 1) : null })
  })
  return phone
}

describe('authority', () => {
  it.each([
    ['staff', STAFF, 0, { decides: false, readsTeam: false, waiting: 0 }],
    ['a delegate', STAFF, 2, { decides: true, readsTeam: false, waiting: 2 }],
    ['a leader', {}, 0, { decides: true, readsTeam: true, isCompanyWide: false, waiting: 0 }],
    [
      'HR',
      {
        roles: [{ role: 'hr' as const, scopeDepartmentId: null }],
        permissions: ['team.read' as const, 'records.read_place' as const],
      },
      1,
      { decides: true, isCompanyWide: true, waiting: 1 },
    ],
  ])('of %s', async (_, me, count, expected) => {
    const { services } = await phoneOf(me, [waiting(count)])
    expect(await services.authority.refresh()).toMatchObject({ ok: true, value: expected })
    expect(await services.authority.current()).toMatchObject(expected)
  })

  it('counts over pages, to 99, and only what one may decide', async () => {
    const { services, controls } = await phoneOf({}, [waiting(50), waiting(50), waiting(50)])
    expect(await services.authority.refresh()).toMatchObject({ value: { waiting: 99 } })
    expect(controls.sent.filter(({ url }) => url.includes('/approvals'))).toHaveLength(2)
    const other = await phoneOf({}, [waiting(3, false)])
    expect(await other.services.authority.refresh()).toMatchObject({ value: { waiting: 0 } })
  })

  it('survives a kill, and is nobody else’s', async () => {
    const { services, platform, controls } = await phoneOf({}, [waiting(2)])
    await services.authority.refresh()
    const again = createServices(platform)
    expect(await again.authority.current()).toMatchObject({ waiting: 2 })
    await again.session.adopt(sessionReply({ employee: { ...sessionReply().employee, id: 'employee-9' } }))
    expect(await again.authority.current()).toBeNull()
    expect(controls.disk.storage.has('authority')).toBe(true)
  })

  it('stays as it was when it cannot be asked for', async () => {
    const { services, controls } = await phoneOf({}, [waiting(2)])
    await services.authority.refresh()
    controls.answer(({ url }) => (url.endsWith('/me') ? json(200, meReply()) : refusal(500, 'INTERNAL')))
    expect((await services.authority.refresh()).ok).toBe(false)
    expect(await services.authority.current()).toMatchObject({ waiting: 2 })
  })

  it('is told at the start and with each first page, and asked for anew after a minute', async () => {
    const { services, controls } = await phoneOf({}, [waiting(2)])
    const told: number[] = []
    services.authority.onChange((authority) => told.push(authority.waiting))
    const stop = services.authority.start()
    await settle()
    expect(told).toEqual([2])
    const asked = () => controls.sent.filter(({ url }) => url.endsWith('/me')).length
    await services.contexts.load()
    await settle()
    expect([told, asked()]).toEqual([[2, 2], 1])
    await controls.advance(60_000)
    controls.show()
    await settle()
    expect([told, asked()]).toEqual([[2, 2, 2, 2], 2])
    stop()
    controls.show()
    await settle()
    expect(asked()).toBe(2)
  })

  it('is not asked for again and again where there is none', async () => {
    const { services, controls } = await phoneOf(STAFF, [[]])
    services.authority.start()
    await settle()
    await controls.advance(10 * 60_000)
    controls.show()
    await settle()
    expect(controls.sent.filter(({ url }) => url.endsWith('/me'))).toHaveLength(1)
  })

  it('asks nobody before anybody logged in', async () => {
    const { services, controls } = await createBoundPhone({ storage: new Map([['x', 'y']]), files: new Map() })
    services.authority.start()
    await settle()
    expect(controls.sent).toEqual([])
  })
})
