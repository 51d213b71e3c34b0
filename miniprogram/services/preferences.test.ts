import { createFakePlatform } from '../test/fake-platform'
import { createBoundPhone } from '../test/phone'
import { sessionReply } from '../test/replies'
import { createServices, type Services } from './services'

const asOther = (services: Services) =>
  services.session.adopt(
    sessionReply({ employee: { id: 'employee-2', userId: 'LiLei', name: '李雷', department: null } }),
  )

describe('choices for this phone', () => {
  it('are off until somebody chooses, and survive a kill', async () => {
    const { services, platform } = await createBoundPhone()
    expect(await services.preferences.read()).toEqual({ quickCheckIn: false })
    expect(await services.preferences.write({ quickCheckIn: true })).toBe(true)
    const later = await createBoundPhone(platform.controls.disk)
    expect(await later.services.preferences.read()).toEqual({ quickCheckIn: true })
  })

  it('are each person’s own', async () => {
    const { services } = await createBoundPhone()
    await services.preferences.write({ quickCheckIn: true })
    await asOther(services)
    expect(await services.preferences.read()).toEqual({ quickCheckIn: false })
  })

  it('are told to who listens, once they are kept', async () => {
    const { services, controls } = await createBoundPhone()
    const told: boolean[] = []
    const stop = services.preferences.onChange(({ quickCheckIn }) => told.push(quickCheckIn))
    await services.preferences.write({ quickCheckIn: true })
    controls.storageWorks = false
    expect(await services.preferences.write({ quickCheckIn: false })).toBe(false)
    expect(told).toEqual([true])
    expect(await services.preferences.read()).toEqual({ quickCheckIn: true })
    stop()
    controls.storageWorks = true
    await services.preferences.write({ quickCheckIn: false })
    expect(told).toEqual([true])
  })

  it('are nobody’s before somebody logged in', async () => {
    const services = createServices(createFakePlatform())
    expect(await services.preferences.write({ quickCheckIn: true })).toBe(false)
    expect(await services.preferences.read()).toEqual({ quickCheckIn: false })
  })
})
