import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addPerson, send, startApp, type App } from '../../test/start-app'
import { sandboxMount } from './wecom-sandbox'

let app: App
beforeAll(async () => {
  app = await startApp({
    seed: async (tx) => {
      await tx.department.create({ data: { id: '20', name: '服务中心' } })
      await tx.department.create({ data: { id: 'kunshan', name: '昆山组', parentId: '20' } })
    },
  })
  const leader = await addPerson(app, { userId: 'WangJianGuo', name: '王建国' })
  const member = await addPerson(app, { userId: 'ChenYuTong', name: '陈雨桐' })
  const leaver = await addPerson(app, { userId: 'ZhouQi', name: '周琪' })
  await app.seed(async (tx) => {
    await tx.employee.update({ where: { id: leader.id }, data: { departmentId: '20' } })
    await tx.employee.update({ where: { id: member.id }, data: { departmentId: 'kunshan' } })
    await tx.employee.update({ where: { id: leaver.id }, data: { leftAt: new Date(app.platform.clock.nowMs()) } })
    await tx.departmentLeader.create({ data: { departmentId: 'kunshan', employeeId: leader.id } })
    await tx.employeeLeader.create({ data: { employeeId: member.id, leaderId: leader.id } })
  })
})
afterAll(() => app.close())

const get = async (path: string) => {
  const { text } = await send(app, { path: `/sandbox/wecom${path}` })
  return JSON.parse(text) as Record<string, unknown>
}

it("has the database's company in WeCom's shape", async () => {
  const { corpId, secret } = app.config.wecom
  const { access_token: token } = await get(
    `/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${encodeURIComponent(secret)}`,
  )
  const { department } = await get(`/cgi-bin/department/list?access_token=${String(token)}`)
  expect(department).toMatchObject([
    { id: 1, parentid: 0 },
    { id: 20, name: '服务中心', parentid: 1, department_leader: [] },
    { name: '昆山组', parentid: 20, department_leader: ['WangJianGuo'] },
  ])
  const [, , { id: kunshan }] = department as [unknown, unknown, { id: number }]
  const user = (userId: string) => get(`/cgi-bin/user/get?access_token=${String(token)}&userid=${userId}`)
  expect(await user('ChenYuTong')).toMatchObject({ department: [kunshan], direct_leader: ['WangJianGuo'], status: 1 })
  expect(await user('WangJianGuo')).toMatchObject({ department: [20, kunshan], is_leader_in_dept: [0, 1] })
  expect(await user('ZhouQi')).toMatchObject({ errcode: 60111 })
})

it('trusts the address that it is reached at', async () => {
  const query = new URLSearchParams({
    appid: app.config.wecom.corpId,
    redirect_uri: `${app.url}/console/`,
    response_type: 'code',
    scope: 'snsapi_base',
    state: 'x',
  })
  const page = await send(app, { path: `/sandbox/wecom/connect/oauth2/authorize?${query.toString()}` })
  expect(page.status).toBe(200)
  expect(page.text).toContain('陈雨桐')
})

it('has its pages outside production alone', async () => {
  expect((await send(app, { path: '/sandbox/wecom/chats' })).text).toContain('陈雨桐')
  const config = { ...app.config, environment: 'production' as const }
  const { handle } = sandboxMount({ ...app.platform, config }, () => 0)
  const server = createServer((request, response) => handle(request, response, null))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const path of ['/chats', '/faults', '/members', '/connect/oauth2/authorize']) {
    expect((await fetch(`${url}${path}`)).status).toBe(404)
  }
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
