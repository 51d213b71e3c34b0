import type { TempFolder } from '../temp-folder'
import { openRendered, type RenderedPhone } from './rendered'
import { writeSample } from './sample-app'

type Call = (options?: unknown) => Promise<unknown>

let sample: TempFolder
beforeAll(() => {
  sample = writeSample()
})
afterAll(() => sample.remove())

const tabs = ({ window }: RenderedPhone) => [...window.document.querySelectorAll('.tab')]
const call = (phone: RenderedPhone, name: string, options?: unknown) => (phone.wx[name] as Call)(options)

describe('the tab bar', () => {
  it('shows badges and dots, and takes them away', async () => {
    const phone = await openRendered({ folder: sample.path })
    await call(phone, 'setTabBarBadge', { index: 1, text: '4' })
    expect(tabs(phone)[1]?.querySelector('.tab-badge')?.textContent).toBe('4')
    await call(phone, 'removeTabBarBadge', { index: 1 })
    await call(phone, 'showTabBarRedDot', { index: 0 })
    expect(phone.window.document.querySelectorAll('.tab-badge,.tab-dot')).toHaveLength(1)
    await call(phone, 'hideTabBarRedDot', { index: 0 })
    expect(phone.window.document.querySelectorAll('.tab-badge,.tab-dot')).toHaveLength(0)
  })

  it('changes a tab’s word and icon', async () => {
    const phone = await openRendered({ folder: sample.path })
    await call(phone, 'setTabBarItem', { index: 1, text: '审批', iconPath: '/images/stamp.png' })
    expect(tabs(phone).map(({ textContent }) => textContent)).toEqual(['家', '审批'])
    expect(tabs(phone)[1]?.querySelector('img')?.getAttribute('src')).toContain('images/stamp.png')
  })

  it('refuses where phones do', async () => {
    const phone = await openRendered({ folder: sample.path })
    await expect(call(phone, 'setTabBarBadge', { index: 7, text: '1' })).rejects.toMatchObject({
      errMsg: 'setTabBarBadge:fail tabbar item not found',
    })
    await phone.tap('#go')
    await expect(call(phone, 'setTabBarBadge', { index: 1, text: '1' })).rejects.toMatchObject({
      errMsg: 'setTabBarBadge:fail not TabBar page',
    })
  })
})
