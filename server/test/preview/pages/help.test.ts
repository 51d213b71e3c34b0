import { readFileSync } from 'node:fs'
import { HELP_ADDRESSES } from '../../../../miniprogram/packages/help/topic/help-addresses'
import { openRendered } from '../rendered'

interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly requiredPrivateInfos: readonly string[]
  readonly requiredBackgroundModes?: readonly string[]
}

const app = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as AppJson
const pages = [...app.pages, ...app.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]

describe('the package', () => {
  it.each(Object.entries(HELP_ADDRESSES))('has the page that the help calls %s', (_, address) => {
    expect(pages).toContain(address.slice(1).split('?')[0])
  })

  it('may ask for the place in the foreground alone', () => {
    expect(app.requiredBackgroundModes).toBeUndefined()
    expect(app.requiredPrivateInfos).toEqual(['getLocation'])
  })
})

describe('the help', () => {
  it('finds an article, and leads on to its page', async () => {
    const phone = await openRendered({ page: 'packages/help/help/help' })
    await phone.until(() => phone.byText('换手机'))
    await phone.type('.t-search', '没有绑定')
    await phone.until(() => phone.byText('找到 1 条'))
    await phone.tap(phone.byText('手机没有绑定'))
    await phone.until(() => phone.byText('现在怎么办'))
    expect(phone.page()).toBe('packages/help/topic/topic')
    await phone.tap(phone.byText('申请换机'))
    await phone.until(() => expect(phone.page()).toBe('pages/rebind/rebind'))
  })

  it('leads back to all of the help that it was opened from', async () => {
    const phone = await openRendered({ page: 'packages/help/help/help' })
    await phone.tap(await phone.until(() => phone.byText('没有信号')))
    await phone.tap(await phone.until(() => phone.byText('看全部帮助')))
    await phone.until(() => expect(phone.page()).toBe('packages/help/help/help'))
    expect(phone.window.document.querySelectorAll('.page-view')).toHaveLength(1)
  })

  it('of a code that this version does not know leads to all of it', async () => {
    const phone = await openRendered({ page: 'packages/help/topic/topic?topic=NEW_CODE' })
    await phone.tap(await phone.until(() => phone.byText('看全部帮助')))
    await phone.until(() => expect(phone.page()).toBe('packages/help/help/help'))
  })
})
