import { CONTACTS, openBench, type Bench } from '../../test/wecom-bench'

let bench: Bench
beforeEach(() => {
  bench = openBench()
})

it('user/get gives a member, without what new apps do not get', async () => {
  const member = await bench.get('user/get', { userid: 'wangjianguo' })
  expect(member).toMatchObject({
    errcode: 0,
    userid: 'WangJianGuo',
    name: '王建国',
    department: [21, 20],
    is_leader_in_dept: [1, 0],
    main_department: 21,
    direct_leader: [],
    status: 1,
  })
  expect(Object.keys(member)).not.toEqual(expect.arrayContaining(['mobile']))
  const old = openBench({ app: { readsPrivateFields: true } })
  expect(await old.get('user/get', { userid: 'WangJianGuo' })).toMatchObject({ mobile: '13800000001', gender: '0' })
})

it.each([
  ['nobody', {}, 60111],
  ['', {}, 60111],
  ['ZhouQi', {}, 60111],
  ['ZhouLi', { visibleDepartments: [20] }, 60011],
])('user/get refuses %j', async (userid, app, errcode) => {
  bench = openBench({ app })
  expect(await bench.get('user/get', { userid })).toMatchObject({ errcode })
})

it('user/list and user/simplelist give a department, alone or with those below', async () => {
  const names = ({ userlist }: Record<string, unknown>) =>
    (userlist as { userid: string }[]).map(({ userid }) => userid)
  expect(names(await bench.get('user/list', { department_id: '20' }))).toEqual(['WangJianGuo'])
  expect(names(await bench.get('user/list', { department_id: '20', fetch_child: '1' }))).toEqual([
    'WangJianGuo',
    'ChenYuTong',
  ])
  const all = await bench.get('user/simplelist', { department_id: '1', fetch_child: '1' })
  expect(names(all)).toEqual(['WangJianGuo', 'ChenYuTong', 'ZhouLi', 'WuBing'])
  expect(await bench.get('user/list', { department_id: '99' })).toMatchObject({ errcode: 40058 })
  expect(await bench.get('user/list')).toMatchObject({ errcode: 40058 })
  const narrow = openBench({ app: { visibleDepartments: [30] } })
  expect(names(await narrow.get('user/list', { department_id: '1', fetch_child: '1' }))).toEqual(['ZhouLi', 'WuBing'])
})

describe('user/list_id', () => {
  const rows = async (body: unknown) => bench.post('user/list_id', body, CONTACTS)

  it('pages through one row per member and department', async () => {
    const first = await rows({ limit: 2 })
    expect(first['dept_user']).toEqual([
      { userid: 'WangJianGuo', department: 21 },
      { userid: 'WangJianGuo', department: 20 },
    ])
    const second = await rows({ limit: 2, cursor: first['next_cursor'] })
    const third = await rows({ limit: 2, cursor: second['next_cursor'] })
    expect(third).toMatchObject({ dept_user: [{ userid: 'WuBing', department: 30 }], next_cursor: '' })
    expect((await rows({}))['dept_user']).toHaveLength(5)
  })

  it.each([{ limit: 0 }, { limit: 10_001 }, { limit: '5' }, { cursor: 'x' }])('refuses %j', async (body) => {
    expect(await rows(body)).toMatchObject({ errcode: 40058 })
  })
})

it('department/list and department/simplelist give the tree, or a branch', async () => {
  expect(await bench.get('department/list')).toMatchObject({
    department: [
      { id: 1, name: '澄江仪表', parentid: 0, department_leader: [] },
      { id: 20, parentid: 1 },
      { id: 21, parentid: 20, department_leader: ['WangJianGuo'] },
      { id: 30 },
    ],
  })
  const ids = (list: unknown) => (list as { id: number }[]).map(({ id }) => id)
  expect(ids((await bench.get('department/list', { id: '20' }))['department'])).toEqual([20, 21])
  expect(ids((await bench.get('department/simplelist', { id: '20' }, CONTACTS))['department_id'])).toEqual([20, 21])
  expect(await bench.get('department/list', { id: '99' })).toMatchObject({ errcode: 40058 })
  const narrow = openBench({ app: { visibleDepartments: [21] }, behaviour: { departmentLeaders: false } })
  const { department } = await narrow.get('department/list')
  expect(ids(department)).toEqual([21])
  expect(department).not.toEqual([expect.objectContaining({ department_leader: expect.anything() as unknown })])
})

describe('edits', () => {
  const status = async (userid: string) => bench.get('user/get', { userid })

  it('add, move, disable, rename and delete a member', async () => {
    const { sandbox } = bench
    await sandbox.addMember({ userId: 'LiNa', name: '李娜', departments: [{ id: 30, isLeader: false }] })
    await sandbox.editMember('lina', { departments: [{ id: 21, isLeader: true }], mainDepartment: 21, status: 2 })
    expect(await status('LiNa')).toMatchObject({ department: [21], is_leader_in_dept: [1], status: 2 })
    await sandbox.renameMember('WangJianGuo', 'wjg')
    expect(await status('WangJianGuo')).toMatchObject({ errcode: 60111 })
    expect(await status('ChenYuTong')).toMatchObject({ direct_leader: ['wjg'] })
    await sandbox.deleteMember('LiNa')
    expect(await status('LiNa')).toMatchObject({ errcode: 60111 })
  })

  it('change departments', async () => {
    const { sandbox } = bench
    await sandbox.addDepartment({ id: 40, name: '质检', parentId: 30, order: 0 })
    await sandbox.editDepartment(40, { name: '质量', parentId: 20 })
    expect((await bench.get('department/list', { id: '40' }))['department']).toMatchObject([
      { name: '质量', parentid: 20 },
    ])
    await sandbox.deleteDepartment(40)
    expect(await bench.get('department/list', { id: '40' })).toMatchObject({ errcode: 40058 })
  })

  it.each([
    [
      'a taken userid',
      () => bench.sandbox.addMember({ userId: 'ZHOULI', name: 'x', departments: [{ id: 1, isLeader: false }] }),
    ],
    [
      'a bad userid',
      () => bench.sandbox.addMember({ userId: 'a b', name: 'x', departments: [{ id: 1, isLeader: false }] }),
    ],
    ['no department', () => bench.sandbox.addMember({ userId: 'x', name: 'x', departments: [] })],
    ['an unknown department', () => bench.sandbox.editMember('ZhouLi', { departments: [{ id: 99, isLeader: false }] })],
    ['an unknown member', () => bench.sandbox.deleteMember('nobody')],
    ['a taken new userid', () => bench.sandbox.renameMember('ZhouLi', 'WuBing')],
    ['a department that is not empty', () => bench.sandbox.deleteDepartment(20)],
    ['a department below itself', () => bench.sandbox.editDepartment(20, { parentId: 21 })],
  ])('refuse %s', async (_what, edit) => {
    await expect(edit()).rejects.toThrow()
  })

  it('are not undone by what the source says later', async () => {
    await bench.sandbox.deleteMember('ChenYuTong')
    await bench.get('user/list', { department_id: '1', fetch_child: '1' })
    expect(await status('ChenYuTong')).toMatchObject({ errcode: 60111 })
  })
})

it('edits the company by its own ways too', async () => {
  const member = { userId: 'LiNa', name: '李娜', departments: [{ id: 30, isLeader: false }] }
  expect(await bench.ask('POST', '/members', member)).toMatchObject({ status: 200 })
  const edit = { userId: 'LiNa', changes: { position: '会计' } }
  expect(await bench.ask('POST', '/members/edit', edit)).toMatchObject({ status: 200 })
  expect(await bench.ask('POST', '/members/rename', { userId: 'LiNa', newUserId: 'LiNa2' })).toMatchObject({
    status: 200,
  })
  const { members } = await bench.ask('GET', '/members')
  expect(members).toContainEqual(expect.objectContaining({ userId: 'LiNa2', position: '会计' }))
  expect(await bench.ask('POST', '/members/delete', { userId: 'LiNa2' })).toMatchObject({ status: 200 })
  expect(await bench.ask('POST', '/members/delete', { userId: 'LiNa2' })).toMatchObject({ status: 400 })
  const department = { id: 50, name: '财务', parentId: 1 }
  expect(await bench.ask('POST', '/departments', department)).toMatchObject({ status: 200 })
  const rename = { id: 50, changes: { name: '财务部' } }
  expect(await bench.ask('POST', '/departments/edit', rename)).toMatchObject({ status: 200 })
  expect(await bench.ask('POST', '/departments/delete', { id: 50 })).toMatchObject({ status: 200 })
  expect((await bench.ask('GET', '/departments'))['departments']).toHaveLength(4)
})
