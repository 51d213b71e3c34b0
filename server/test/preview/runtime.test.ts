import { openRendered } from './rendered'
import { writeSample } from './sample-app'
import type { TempFolder } from '../temp-folder'

describe('the runtime', () => {
  let sample: TempFolder
  beforeAll(() => {
    sample = writeSample()
  })
  afterAll(() => sample.remove())
  const open = (options: Parameters<typeof openRendered>[0] = {}) => openRendered({ folder: sample.path, ...options })

  it('renders, taps, sets data and runs WXS', async () => {
    const phone = await open()
    expect(phone.find('#title').textContent).toBe('合计：¥3')
    expect(phone.findAll('.row').map((row) => row.textContent)).toEqual(['0 甲', '1 乙'])
    await phone.tap('#add')
    expect(phone.find('#title').textContent).toBe('合计：¥4')
    expect(phone.findAll('.big')).toHaveLength(1)
    expect(phone.text()).toContain('包里的')
    expect(phone.phone.errors).toEqual([])
  })

  it('passes events and slots between components', async () => {
    const phone = await open()
    expect(phone.find('#counter').textContent).toContain('插槽')
    await phone.tap('#counter wx-button')
    expect(phone.find('#title').textContent).toBe('数到 1：¥3')
  })

  it('keeps a stack of pages, and tabs alive', async () => {
    const phone = await open()
    await phone.tap('#go')
    expect(phone.page()).toBe('pages/form/form')
    expect(phone.find('#said').textContent).toBe('来自 home')
    phone.phone.stack.back(1)
    await phone.tap('#add')
    phone.phone.stack.switchTab('/pages/list/list')
    expect(phone.text()).toContain('单子')
    phone.phone.stack.switchTab('/pages/home/home')
    expect(phone.find('#title').textContent).toBe('合计：¥4')
    expect(() => phone.phone.stack.open('/pages/gone/gone')).toThrow('not found')
    expect(() => phone.phone.stack.open('/pages/list/list')).toThrow('tabbar')
    phone.phone.stack.relaunch('/more/deep/deep')
    expect(phone.text()).toContain('深处')
  })

  it('has forms, labels, switches and pickers', async () => {
    const phone = await open({ page: 'pages/form/form' })
    await phone.type('#name', '李雷')
    await phone.tap('#agree')
    expect(phone.find('#said').textContent).toBe('同意 yes')
    await phone.tap('#quick')
    expect(phone.find('#said').textContent).toBe('极速 true')
    await phone.tap('#send')
    expect(phone.find('#said').textContent).toBe('发出 李雷')
    await phone.tap('#shift')
    const list = await phone.until(() => phone.find('.phone-cover select') as HTMLSelectElement)
    list.selectedIndex = 1
    await phone.tap(phone.byText('确定'))
    expect(phone.find('#shift').textContent).toBe('班次 晚')
  })

  it('finds the canvas behind a node query', async () => {
    const phone = await open({ page: 'pages/form/form' })
    const query = (phone.wx['createSelectorQuery'] as () => QueryLike)()
    const [found] = await new Promise<{ node: HTMLCanvasElement }[]>((done) =>
      query.select('#drawing').fields({ node: true, size: true }).exec(done),
    )
    expect(found?.node.tagName).toBe('CANVAS')
  })

  it("shows the phone's clock to the app alone", async () => {
    const hour = 3_600_000
    const phone = await open({ settings: { clockOffsetMs: 3 * hour } })
    const ahead = Number(phone.find('#now').textContent) - Date.now()
    expect(ahead).toBeGreaterThan(2.9 * hour)
    expect(ahead).toBeLessThanOrEqual(3 * hour)
  })
})

interface QueryLike {
  select(selector: string): {
    fields(fields: object): { exec(done: (found: { node: HTMLCanvasElement }[]) => void): void }
  }
}
