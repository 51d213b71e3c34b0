import { openRendered, type RenderedPhone } from '../rendered'

type Call = (options: unknown) => Promise<unknown>

/** On top of another page, as a refused read opens it. */
async function openPermission(
  what: string,
  permissions: { location: 'granted' | 'denied'; camera: 'granted' | 'denied' },
) {
  const phone: RenderedPhone = await openRendered({
    page: 'packages/help/help/help',
    settings: { permissions, locationService: true },
    wx: {
      openSetting: ({ success }: { success: (reply: object) => void }) => {
        phone.phone.settings.change({ permissions: { location: 'granted', camera: 'granted' } })
        success({ authSetting: {} })
      },
    },
  })
  await phone.until(() => phone.byText('换手机'))
  await (phone.wx['navigateTo'] as Call)({ url: `/pages/permission/permission?what=${what}` })
  return phone
}

describe('the page of a refused permission', () => {
  it.each([
    ['location', '没有定位权限'],
    ['camera', '没有相机权限'],
  ])('opens the settings, and goes back by itself once it is allowed: %s', async (what, title) => {
    const phone = await openPermission(what, { location: 'denied', camera: 'denied' })
    await phone.until(() => phone.byText(title))
    await phone.tap(phone.byText('打开设置'))
    await phone.until(() => expect(phone.page()).toBe('packages/help/help/help'))
  })

  it('goes on without it', async () => {
    const phone = await openPermission('location', { location: 'denied', camera: 'denied' })
    await phone.tap(await phone.until(() => phone.byText('先不打开，回上一页')))
    await phone.until(() => expect(phone.page()).toBe('packages/help/help/help'))
  })

  it('stays where the mini-program was allowed already, and explains the phone’s own settings', async () => {
    const phone = await openPermission('camera', { location: 'granted', camera: 'granted' })
    await phone.until(() => phone.byText('企业微信没有相机权限'))
    expect(phone.page()).toBe('pages/permission/permission')
    expect(phone.text()).not.toContain('打开设置')
  })
})
