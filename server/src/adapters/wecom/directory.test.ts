import { APP, COMPANY, CONTACTS, CORP_ID, openBench, serveSandbox, type BenchOptions } from '../../../test/wecom-bench'
import { fixedClock } from '../../../test/fakes'
import { AppError } from '../../app-error'
import type { IntegrationToken } from '../../ports/integration-token-store'
import { createDirectory } from './directory'
import { createWecomApi } from './wecom-api'

let closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing) await close()
  closing = []
})

async function open(options: BenchOptions = {}, { pageSize = 2, contacts = true, secret = APP.secret as string } = {}) {
  const bench = openBench(options)
  const server = await serveSandbox(bench.sandbox)
  closing.push(server.close)
  const stored = new Map<string, IntegrationToken>()
  const shared = {
    baseUrl: server.url,
    corpId: CORP_ID,
    clock: fixedClock(bench.clock.nowMs()),
    firstWaitMs: 1,
    tokens: {
      find: (name: string) => Promise.resolve(stored.get(name) ?? null),
      save: (name: string, token: IntegrationToken) => Promise.resolve(void stored.set(name, token)),
    },
  }
  const directory = createDirectory({
    app: createWecomApi({ ...shared, app: String(APP.agentId), secret }),
    contacts: contacts ? createWecomApi({ ...shared, app: 'contacts', secret: CONTACTS.secret }) : null,
    pageSize,
  })
  const listed = async () => {
    const pages: (readonly string[])[] = []
    for await (const page of directory.memberIds()) pages.push(page)
    return pages
  }
  return { ...bench, directory, listed }
}

async function faultOf(work: Promise<unknown>): Promise<Pick<AppError, 'code' | 'internalText'>> {
  const fault = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(fault instanceof AppError)) throw new Error(`no AppError: ${String(fault)}`)
  return fault
}

it('lists everybody once, page by page', async () => {
  const { listed } = await open()
  // One row for each of his two departments.
  expect(await listed()).toEqual([['WangJianGuo'], ['ChenYuTong', 'ZhouLi'], ['WuBing']])
})

it('reads a member; who has not opened WeCom yet is active too', async () => {
  const { directory } = await open()
  expect(await directory.member('wangjianguo')).toEqual({
    ...{ userId: 'WangJianGuo', name: '王建国', position: '', isActive: true },
    ...{ departmentIds: ['21', '20'], mainDepartmentId: '21', leadsDepartmentIds: ['21'], directLeaderUserIds: [] },
  })
  expect(await directory.member('ChenYuTong')).toMatchObject({ directLeaderUserIds: ['WangJianGuo'] })
  expect(await directory.member('WuBing')).toMatchObject({ isActive: true })
})

it('shows a disabled member as such, nobody who left or is unknown, and tells whom it may not show', async () => {
  const { directory, sandbox } = await open({ app: { visibleDepartments: [21] } })
  await sandbox.editMember('ChenYuTong', { status: 2 })
  expect(await directory.member('ChenYuTong')).toMatchObject({ isActive: false })
  for (const userId of ['ZhouQi', 'nobody']) expect(await directory.member(userId)).toBeNull()
  expect(await directory.member('ZhouLi')).toBe('not_visible')
})

it.each([true, false])('reads the tree; WeCom names its leaders: %s', async (departmentLeaders) => {
  const { directory } = await open({ behaviour: { departmentLeaders } })
  expect(await directory.departments()).toEqual(
    COMPANY.departments.map(({ id, name, parentId }) => ({
      ...{ id: String(id), name, parentId: parentId === 0 ? null : String(parentId) },
      leaderUserIds: departmentLeaders && id === 21 ? ['WangJianGuo'] : [],
    })),
  )
})

it('goes on when WeCom is busy once, or ended the token', async () => {
  const { directory, sandbox, listed } = await open()
  sandbox.faults.set({ kind: 'busy', path: '/cgi-bin/user/list_id', times: 1 })
  expect((await listed()).flat()).toHaveLength(4)
  sandbox.endAccessTokens()
  expect(await directory.member('ZhouLi')).not.toBeNull()
})

it.each([
  ['no secret of 通讯录同步', {}, { contacts: false }, 'WECOM_CONTACT_SECRET'],
  ['a wrong secret', {}, { secret: 'wrong-secret' }, '40001'],
  ['an address that is not trusted', { app: { trustedIps: ['203.0.113.1'] } }, {}, '60020'],
])('names what an administrator has to mend: %s', async (_, bench, options, text) => {
  const { directory, listed } = await open(bench, options)
  const work = text === 'WECOM_CONTACT_SECRET' ? listed() : directory.departments()
  const { code, internalText } = await faultOf(work)
  expect(code).toBe('WECOM_REFUSED')
  expect(internalText).toContain(text)
  expect(internalText).not.toContain('secret-of')
})

it('says when WeCom cannot be asked now', async () => {
  const { directory, sandbox } = await open()
  sandbox.faults.set({ kind: 'server-error', path: '/cgi-bin/user/get', times: 3 })
  expect((await faultOf(directory.member('ZhouLi'))).code).toBe('WECOM_UNAVAILABLE')
})
