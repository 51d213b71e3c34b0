import type { CheckInRequest, ContextReply } from '../../../../miniprogram/contract/api'
import type { EditVisitRecordRequest, VisitRecordReply } from '../../../../miniprogram/contract/api-visits'
import {
  challengeReply,
  checkInReply,
  contextReply,
  sessionReply,
  siteReply,
  slotReply,
} from '../../../../miniprogram/test/replies'
import { openRendered, type RenderedPhone } from '../rendered'

const CUSTOMER = siteReply({
  id: '019a94f2-0000-7000-8000-0000000000c1',
  name: '嘉澜纸业',
  kind: 'customer',
  address: '新浜路 210 号',
  planned: true,
})
const OTHER = siteReply({
  id: '019a94f2-0000-7000-8000-0000000000c2',
  name: '海川食品',
  kind: 'customer',
  address: '金桥路 77 号',
  fence: { kind: 'circle', centre: { latitude: 31.2479, longitude: 121.6031 }, radiusMetres: 120 },
})
const SLOT = slotReply({
  kind: 'visit',
  span: 0,
  dueAt: null,
  opensAt: '2026-11-18T00:00:00+08:00',
  closesAt: '2099-11-19T00:00:00+08:00',
  uploadUntil: '2099-11-19T00:00:00+08:00',
})
const ATTEMPT_ID = '019a94f2-0000-7000-8000-0000000000a1'
const AT_CUSTOMER = { name: '', latitude: 31.2041, longitude: 121.5906, mainlandChina: true }
const GRANTED = { location: 'granted', camera: 'granted' } as const

type Answer = { readonly status?: number; readonly body: unknown }
interface Asked {
  readonly method: string
  readonly path: string
  readonly body: string
}

/** A server by a function; what it was asked stands in `asked`. */
function createServer(answer: (asked: Asked) => Answer | undefined) {
  const asked: Asked[] = []
  interface Options {
    readonly url: string
    readonly method?: string
    readonly data?: unknown
    success(reply: object): void
  }
  const request = (options: Options) => {
    const { url, method = 'GET', data } = options
    const one = { method, path: url.replace(/^https?:\/\/[^/]+/, ''), body: typeof data === 'string' ? data : '' }
    asked.push(one)
    const { status = 200, body } = answer(one) ?? { status: 404, body: { code: 'NOT_FOUND', message: '', hint: '' } }
    setTimeout(() => options.success({ statusCode: status, data: JSON.stringify(body), header: {} }))
    return { abort: () => undefined }
  }
  return { asked, request, ask: (method: string) => asked.filter((one) => one.method === method) }
}

function context(policy: Partial<ContextReply['policy']> = {}): ContextReply {
  const plain = contextReply({ slots: [SLOT], sites: [CUSTOMER, OTHER] })
  return { ...plain, policy: { ...plain.policy, ...policy } }
}

function storage(known: ContextReply): Record<string, string> {
  const receivedAtMs = Date.now()
  return {
    'plain:device-key': JSON.stringify({ secretSeed: 'A'.repeat(43) }),
    'plain:session': JSON.stringify({ session: sessionReply(), receivedAtMs }),
    'plain:context': JSON.stringify({ context: known, receivedAtMs, clockOffsetMs: 0, employeeId: 'employee-1' }),
    'plain:challenge': JSON.stringify({ challenge: challengeReply(), nextPosition: 0 }),
  }
}

const submitted = ({ asked }: ReturnType<typeof createServer>) =>
  asked
    .filter(({ method, path }) => method === 'POST' && path === '/api/v1/check-ins')
    .map(({ body }) => JSON.parse(body) as CheckInRequest)

function field(phone: RenderedPhone, label: string): HTMLElement {
  const found = phone.findAll('input,textarea').find((input) => (input as HTMLInputElement).placeholder.includes(label))
  if (found === undefined) throw new Error(`no field asks for ${label} in: ${phone.text()}`)
  return found
}

const button = (phone: RenderedPhone) => phone.findAll('.foot wx-button').pop() as HTMLElement

describe('a new visit', () => {
  async function open(policy: Partial<ContextReply['policy']> = {}, place = AT_CUSTOMER) {
    const known = context(policy)
    const server = createServer(({ method, path }) => {
      if (path.startsWith('/api/v1/context')) return { body: known }
      if (method === 'POST' && path === '/api/v1/check-ins') {
        return {
          body: checkInReply({ attemptId: ATTEMPT_ID, slot: { workDay: '2026-11-18', kind: 'visit', span: 0 } }),
        }
      }
      return undefined
    })
    const phone = await openRendered({
      page: `pages/visit/visit?slot=${encodeURIComponent('2026-11-18/visit-0')}&siteId=`,
      settings: { place, permissions: GRANTED },
      storage: storage(known),
      wx: { request: server.request },
    })
    return { phone, server }
  }

  it('is chosen, filled and submitted as it was written, once, also by a double tap', async () => {
    const { phone, server } = await open({ visitRecordRequired: true })
    await phone.until(() => phone.byText('在「嘉澜纸业」范围内'))
    expect(phone.text()).toContain('选一个目的')

    await phone.tap(phone.byText('客户'))
    await phone.until(() => phone.byText('金桥路 77 号'))
    await phone.type(field(phone, '搜名称'), '新浜路')
    await phone.until(() => expect(phone.text()).not.toContain('金桥路 77 号'))
    await phone.tap(phone.findAll('.sites .cell')[0] as HTMLElement)
    await phone.type(field(phone, '姓名'), ' 周敏 设备科长 ')
    await phone.type(field(phone, '号码'), '0512-5555')
    await phone.tap(phone.byText('维修'))
    await phone.tap(phone.byText('待跟进'))
    await phone.type(field(phone, '下次跟进'), '更换密封圈，下周三复查。')
    await phone.until(() => expect(phone.text()).toContain('12 / 500'))

    void phone.tap(button(phone))
    await phone.tap(button(phone))
    await phone.until(() => expect(phone.page()).toBe('pages/result/result'))
    expect(submitted(server)).toEqual([
      expect.objectContaining({
        slot: { workDay: '2026-11-18', kind: 'visit', span: 0 },
        siteId: CUSTOMER.id,
        photos: [],
        visit: {
          customer: '嘉澜纸业',
          contact: '周敏 设备科长',
          contactPhone: '0512-5555',
          purpose: '维修',
          outcome: '待跟进',
          notes: '更换密封圈，下周三复查。',
        },
      }),
    ])
    expect(submitted(server)[0]).not.toHaveProperty('note')
    expect(Object.keys(phone.window.localStorage).filter((key) => key.includes('draft:'))).toEqual([])
  })

  it('sends no record where none is asked for and none is begun, and no site for a customer off the list', async () => {
    const plain = await open()
    await plain.phone.until(() => plain.phone.byText('在「嘉澜纸业」范围内'))
    await plain.phone.tap(button(plain.phone))
    await plain.phone.until(() => expect(submitted(plain.server)).toHaveLength(1))
    expect(submitted(plain.server)[0]).toMatchObject({ siteId: CUSTOMER.id })
    expect(submitted(plain.server)[0]).not.toHaveProperty('visit')
    await plain.phone.until(() => expect(plain.phone.page()).toBe('pages/result/result'))

    const { phone, server } = await open({ noteFor: ['visit'] })
    await phone.until(() => phone.byText('在「嘉澜纸业」范围内'))
    await phone.tap(phone.byText('客户'))
    await phone.until(() => phone.byText('客户不在名单里'))
    await phone.tap(phone.byText('客户不在名单里'))
    await phone.type(field(phone, '单位全称'), '昆山新客户')
    await phone.tap(phone.byText('回访'))
    await phone.type(field(phone, '下次跟进'), '初次拜访')
    await phone.tap(button(phone))
    await phone.until(() => expect(submitted(server)).toHaveLength(1))
    expect(submitted(server)[0]).toMatchObject({
      note: '初次拜访',
      visit: { customer: '昆山新客户', purpose: '回访', notes: '初次拜访' },
    })
    expect(submitted(server)[0]).not.toHaveProperty('siteId')
    await phone.until(() => expect(phone.page()).toBe('pages/result/result'))
  })

  it('shows the ways out where presence does not hold, and lets the server judge all the same', async () => {
    const { phone, server } = await open({}, { ...AT_CUSTOMER, latitude: 31.2341 })
    await phone.until(() => phone.byText('选择客户或地点'))
    await phone.tap(phone.byText('客户'))
    await phone.until(() => phone.byText('新浜路 210 号'))
    await phone.tap(phone.byText('新浜路 210 号'))
    await phone.until(() => phone.byText('还不能签，看怎么办'))
    await phone.tap(button(phone))
    await phone.until(() => phone.byText('仍然提交，由服务器判定'))
    expect(submitted(server)).toEqual([])
    await phone.tap(phone.byText('仍然提交，由服务器判定'))
    await phone.until(() => expect(submitted(server)).toHaveLength(1))
    expect(submitted(server)[0]).not.toHaveProperty('application')
    await phone.until(() => expect(phone.page()).toBe('pages/result/result'))
  })
})

describe('the record of a visit', () => {
  const record = (version: number, notes: string): VisitRecordReply => ({
    attemptId: ATTEMPT_ID,
    version,
    customer: '嘉澜纸业',
    purpose: '维修',
    notes,
    updatedAt: `2026-11-18T1${version}:00:00+08:00`,
    editableUntil: '2099-11-19T00:00:00+08:00',
    edits: [],
  })
  const attempt = {
    ...checkInReply({ attemptId: ATTEMPT_ID, slot: { workDay: '2026-11-18', kind: 'visit', span: 0 } }),
    evidenceState: 'none',
    place: null,
    wifi: null,
    networkType: '4g',
    rule: null,
    decisions: [],
  }

  async function open(stands: { value: VisitRecordReply | null }, save: (request: EditVisitRecordRequest) => Answer) {
    const server = createServer(({ method, path, body }) => {
      if (path.startsWith('/api/v1/context')) return { body: context() }
      if (path === `/api/v1/records/${ATTEMPT_ID}`) return { body: attempt }
      if (path.endsWith('/photos')) return { body: { items: [], deadline: null } }
      if (!path.endsWith('/visit-record')) return undefined
      if (method === 'PUT') return save(JSON.parse(body) as EditVisitRecordRequest)
      return stands.value === null ? undefined : { body: stands.value }
    })
    const phone = await openRendered({
      page: `pages/visit/visit?attemptId=${ATTEMPT_ID}`,
      settings: { place: AT_CUSTOMER, permissions: GRANTED },
      storage: storage(context()),
      wx: { request: server.request },
    })
    return { phone, server }
  }
  const sent = (server: ReturnType<typeof createServer>) =>
    server.ask('PUT').map(({ body }) => JSON.parse(body) as EditVisitRecordRequest)

  it('keeps what was typed when it changed elsewhere, shows what stands, and saves over it when asked again', async () => {
    const stands: { value: VisitRecordReply | null } = { value: record(1, '先写的') }
    const { phone, server } = await open(stands, ({ version, ...details }) => {
      const current = stands.value as VisitRecordReply
      if (version !== current.version) {
        return { status: 409, body: { code: 'VERSION_CONFLICT', message: '内容已有变化', hint: '' } }
      }
      stands.value = { ...current, ...details, version: version + 1 }
      return { body: stands.value }
    })
    await phone.until(() => phone.byText('没有改动'))
    await phone.type(field(phone, '下次跟进'), '我写的')
    stands.value = record(2, '别处写的')
    await phone.until(() => expect(phone.text()).not.toContain('没有改动'))
    await phone.tap(button(phone))
    await phone.until(() => phone.byText('这份记录在别处改过'))
    expect(phone.text()).toContain('别处写的')
    expect((field(phone, '下次跟进') as HTMLTextAreaElement).value).toBe('我写的')
    await phone.tap(button(phone))
    await phone.until(() => expect(stands.value).toMatchObject({ version: 3, notes: '我写的' }))
    await phone.until(() => phone.byText('没有改动'))
    expect(sent(server).map(({ version }) => version)).toEqual([1, 2])
  })

  it('is written for the first time as version 0', async () => {
    const stands: { value: VisitRecordReply | null } = { value: null }
    const { phone, server } = await open(stands, (request) => ({ body: { ...record(1, ''), ...request, version: 1 } }))
    await phone.until(() => phone.byText('安装'))
    await phone.tap(phone.byText('安装'))
    await phone.until(() => expect(phone.find('.foot wx-button').hasAttribute('disabled')).toBe(false))
    await phone.tap(button(phone))
    await phone.until(() => expect(sent(server)).toEqual([{ customer: '张江总部', purpose: '安装', version: 0 }]))
    await phone.until(() => phone.byText('没有改动'))
  })

  it('says when it can no longer be edited', async () => {
    const { phone, server } = await open({ value: { ...record(1, '写过的'), editableUntil: null } }, () => ({
      body: {},
    }))
    await phone.until(() => phone.byText('这份记录不能再改'))
    await phone.tap(phone.byText('安装'))
    await phone.tap(button(phone))
    expect(sent(server)).toEqual([])
  })
})
