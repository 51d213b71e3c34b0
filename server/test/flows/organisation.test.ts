/** The organisation over the sandbox: synchronised whole, followed by callbacks, imported from a file. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPhoneKey } from '../../demo/phone-key'
import { createLog } from '../../src/adapters/system/log'
import { judgeBinding } from '../../src/features/devices/binding.rules'
import { readCsvLines } from '../../src/adapters/csv/csv-lines'
import type { SyncOptions } from '../../src/features/organisation/run-sync.usecase'
import { createLeaseStore } from '../../src/adapters/database/lease-store'
import { createOrganisationStore } from '../../src/adapters/database/organisation-store'
import { createDirectory } from '../../src/adapters/wecom/directory'
import { createSyncOrganisation } from '../../src/features/organisation/sync-organisation.usecase'
import type { OutboxEvent } from '../../src/ports/outbox-store'
import { SYSTEM_SOURCES } from '../../src/wiring'
import { createApprovals } from '../../src/wiring/approvals'
import { leaversSubscriber } from '../../src/worker/leavers-subscriber'
import { startSyncingOrganisation } from '../../src/worker/sync-organisation'
import { createOrganisation } from '../../src/wiring/organisation'
import { openWecomApps } from '../../src/wiring/wecom'
import { startScript } from '../start-child'
import { expectRefusal, phoneOf, refresh, send, startApp, type App, type Person } from '../start-app'
import { makeTempFolder } from '../temp-folder'
import { APP, CONTACTS, CORP_ID, openBench, serveSandbox, type Bench, type BenchOptions } from '../wecom-bench'

const OPERATOR = { kind: 'operator', id: 'operator' } as const
const RUN: SyncOptions = { author: OPERATOR, dryRun: false, force: false }
const PATIENCE_MS = 120_000

let bench: Bench
let app: App
let organisation: ReturnType<typeof createOrganisation>
let closeSandbox: () => Promise<void>

async function open(options: BenchOptions = {}): Promise<void> {
  bench = openBench(options)
  const server = await serveSandbox(bench.sandbox)
  closeSandbox = server.close
  app = await startApp({
    environment: {
      WECOM_BASE_URL: server.url,
      WECOM_CORP_ID: CORP_ID,
      WECOM_AGENT_ID: String(APP.agentId),
      WECOM_SECRET: APP.secret,
      WECOM_CONTACT_SECRET: CONTACTS.secret,
      LOG_LEVEL: 'silent',
    },
  })
  organisation = openOrganisation()
}
function openOrganisation() {
  const { cipher, database } = app.platform
  const parts = { ...SYSTEM_SOURCES, database, cipher, log: createLog(app.config, 'test') }
  return createOrganisation(database, { ...parts, apps: openWecomApps(app.config, parts, () => 0) })
}
afterEach(async () => {
  await app.close()
  await closeSandbox()
})

const sync = (changes: Partial<SyncOptions> = {}) => organisation.syncOrganisation({ ...RUN, ...changes })
const follow = (userId: string, newUserId: string | null = null) =>
  organisation.handleContactChange({ kind: 'member_changed', userId, newUserId })

/** A synchronisation of its own, that has read everybody and has not yet written. */
function slowSync(beforeWriting: () => Promise<void>) {
  const { database } = app.platform
  const store = createOrganisationStore(database)
  const write: typeof store.write = async (...args) => {
    await beforeWriting()
    return store.write(...args)
  }
  const { cipher } = app.platform
  const log = createLog(app.config, 'test')
  const directory = createDirectory(openWecomApps(app.config, { ...SYSTEM_SOURCES, database, cipher, log }, () => 0))
  const syncFrom = createSyncOrganisation({
    ...{ store: { ...store, write }, leases: createLeaseStore(database), ...SYSTEM_SOURCES },
    ...{ ownerId: 'slow', directory, pause: () => Promise.resolve() },
  })
  return { store, syncFrom: () => syncFrom(RUN) }
}

/** What the worker's job does at that time. */
async function nightlyLook(nowMs: number): Promise<void> {
  const rounds: (() => void)[] = []
  const clock = { ...SYSTEM_SOURCES.clock, nowMs: () => nowMs }
  const repeating = startSyncingOrganisation({ ...organisation, clock, log: createLog(app.config, 'test') }, (work) => {
    rounds.push(work)
    return () => {}
  })
  rounds[0]?.()
  while (rounds.length < 2) await new Promise<void>((resolve) => setImmediate(resolve))
  await repeating.stop()
}

/** Everybody, as the store has them, by userid. */
async function people() {
  const { people: stored } = await organisation.store.load()
  const userIds = new Map(stored.map(({ employeeId, userId }) => [employeeId, userId]))
  return Object.fromEntries(
    stored.map(({ userId, name, departmentId, leaderIds, leadsDepartmentIds, leftAtMs }) => [
      userId,
      {
        ...{ name, departmentId, leadsDepartmentIds },
        leaders: leaderIds.map((id) => userIds.get(id)),
        isEmployed: leftAtMs === null,
      },
    ]),
  )
}

async function personOf(userId: string): Promise<Person> {
  const { id, userId: stored } = await app.database.read.employee.findUniqueOrThrow({
    where: { userIdKey: userId.toLowerCase() },
  })
  return { id, userId: stored }
}

/** From the login to a bound phone; the first time with the consent. */
async function bind(userId: string) {
  const person = await personOf(userId)
  const phone = phoneOf(app, person)
  const console = await phone.login(bench.sandbox.loginCode(userId))
  await phone.agree((await phone.notice()).version)
  const enrolment = await phone.enrol()
  const key = createPhoneKey(enrolment.seed)
  const { session } = await phone.bind(key, enrolment.enrolmentToken)
  return {
    person,
    key,
    token: session.accessToken,
    refreshToken: session.refreshToken ?? '',
    webToken: console.accessToken,
  }
}

const ask = (token: string) => send(app, { path: `/api/v1/context?phoneTime=${Date.now()}`, token })
const eventsOf = async (type: string) =>
  (await app.database.read.outboxEvent.findMany({ where: { type } })).map(
    ({ payloadJson }) => JSON.parse(payloadJson) as Record<string, unknown>,
  )

/** As the relay delivers them. */
const leftEvents = async (): Promise<OutboxEvent[]> =>
  (await eventsOf('employee.left')).map((payload, index) => ({
    ...{ id: `left-${index}`, aggregateKey: 'employee', type: 'employee.left', payload },
    ...{ createdAtMs: 0, feedSequence: index },
  }))

describe('a whole synchronisation', () => {
  it('brings the company in, and changes nothing the second time', async () => {
    await open()
    const first = await sync()
    expect(first).toMatchObject({ outcome: 'applied', counts: { departmentsAdded: 4, joined: 4, left: 0 } })
    expect(await people()).toEqual({
      WangJianGuo: {
        ...{ name: '王建国', departmentId: '21', leadsDepartmentIds: ['21'], leaders: [], isEmployed: true },
      },
      ChenYuTong: {
        ...{ name: '陈雨桐', departmentId: '21', leadsDepartmentIds: [], leaders: ['WangJianGuo'], isEmployed: true },
      },
      ZhouLi: { name: '周立', departmentId: '30', leadsDepartmentIds: [], leaders: [], isEmployed: true },
      WuBing: { name: '吴冰', departmentId: '30', leadsDepartmentIds: [], leaders: [], isEmployed: true },
    })
    const audited = await app.database.read.auditRecord.count()
    const second = await sync()
    expect(second.counts).toMatchObject({ departmentsAdded: 0, departmentsChanged: 0, joined: 0, changed: 0, left: 0 })
    // The line of the run itself.
    expect(await app.database.read.auditRecord.count()).toBe(audited + 1)
    expect(await app.database.read.organisationSync.count({ where: { source: 'wecom', problem: null } })).toBe(2)
    expect(await eventsOf('organisation.synced')).toHaveLength(2)
  })

  it('shows in a dry run what it would do, and does nothing', async () => {
    await open()
    const audited = await app.database.read.auditRecord.count()
    const report = await sync({ dryRun: true })
    expect(report).toMatchObject({ outcome: 'dry_run', guard: 'ok', diff: { seenCount: 4 } })
    expect(await app.database.read.employee.count()).toBe(0)
    expect(await app.database.read.organisationSync.count()).toBe(0)
    expect(await app.database.read.auditRecord.count()).toBe(audited)
  })

  it('follows a changed company; a leaver’s phone and sessions are dead at once, and live again only anew', async () => {
    await open()
    await sync()
    const { sandbox } = bench
    const leaver = await bind('ZhouLi')
    const stayer = await bind('ChenYuTong')
    expect((await ask(leaver.token)).status).toBe(200)
    await app.database.write(async (tx) => {
      await tx.roleGrant.create({
        data: {
          ...{ id: SYSTEM_SOURCES.random.id(), employeeId: leaver.person.id, role: 'admin', scopeDepartmentId: null },
          ...{ grantedBy: 'operator', grantedAt: new Date(0) },
        },
      })
      const between = { leaderId: leaver.person.id, delegateId: stayer.person.id }
      await tx.delegation.create({
        data: { id: 'given', ...between, startsAt: new Date(0), endsAt: new Date(Date.now() + 3_600_000) },
      })
    })

    await sandbox.deleteMember('ZhouLi')
    await sandbox.editMember('WuBing', { status: 2 })
    await sandbox.addDepartment({ id: 40, name: '质检', parentId: 30, order: 0 })
    await sandbox.editDepartment(30, { name: '研发部', parentId: 20 })
    await sandbox.addMember({ userId: 'LiNa', name: '李娜', departments: [{ id: 40, isLeader: true }] })
    await sandbox.editMember('ChenYuTong', {
      ...{ departments: [{ id: 40, isLeader: false }], mainDepartment: 40, directLeaders: ['LiNa'] },
    })
    const { counts, diff } = await sync()
    expect(counts).toMatchObject({ departmentsAdded: 1, departmentsChanged: 1, joined: 1, changed: 1, left: 2 })
    expect(diff.left.map(({ person, reason }) => [person.userId, reason])).toEqual(
      expect.arrayContaining([
        ['ZhouLi', 'gone'],
        ['WuBing', 'disabled'],
      ]),
    )
    expect(await people()).toMatchObject({
      ChenYuTong: { departmentId: '40', leaders: ['LiNa'], isEmployed: true },
      LiNa: { leadsDepartmentIds: ['40'], isEmployed: true },
      ZhouLi: { isEmployed: false },
      WuBing: { isEmployed: false },
    })
    for (const token of [leaver.token, leaver.webToken]) expect((await ask(token)).status).toBe(401)
    expect((await refresh(app, leaver.key, leaver.refreshToken)).status).toBe(401)
    expect((await ask(stayer.token)).status).toBe(200)
    const code = bench.sandbox.loginCode('ZhouLi')
    expectRefusal(await send(app, { path: '/api/v1/sessions', body: { code } }), 'EMPLOYEE_LEFT')
    expect(await eventsOf('employee.left')).toContainEqual(
      expect.objectContaining({ employeeId: leaver.person.id, reason: 'gone' }),
    )
    // His role ended with him, and does not come back with the userid.
    const heldRoles = () =>
      app.database.read.roleGrant.count({ where: { employeeId: leaver.person.id, revokedAt: null } })
    expect(await heldRoles()).toBe(0)
    const held = { employeeId: leaver.person.id, role: 'admin', scopeDepartmentId: null }
    expect(await eventsOf('role.revoked')).toEqual([expect.objectContaining(held)])
    expect(await app.database.read.auditRecord.count({ where: { action: 'role.revoked' } })).toBe(1)
    expect(await eventsOf('delegation.changed')).toEqual([
      expect.objectContaining({ delegationId: 'given', change: 'revoked', leaderId: leaver.person.id }),
    ])
    expect(await app.database.read.auditRecord.count({ where: { action: 'delegation.revoked' } })).toBe(1)

    await sandbox.addMember({ userId: 'zhouli', name: '周立', departments: [{ id: 20, isLeader: false }] })
    expect((await sync()).counts).toMatchObject({ returned: 1, joined: 0 })
    expect((await ask(leaver.token)).status).toBe(401)
    expect((await app.platform.devices.ofEmployee(leaver.person.id))[0]).toMatchObject({ state: 'revoked' })
    expect(await heldRoles()).toBe(0)
    const again = await bind('zhouli')
    expect(again.person.id).toBe(leaver.person.id)
    expect((await ask(again.token)).status).toBe(200)
    expect((await ask(leaver.token)).status).toBe(401)
  })

  it('ends what a leaver asked for: his new phone is dead, and his leader need not decide any more', async () => {
    await open()
    await sync()
    const { person } = await bind('ChenYuTong')
    const newPhone = phoneOf(app, person)
    await newPhone.login(bench.sandbox.loginCode('ChenYuTong'))
    const { seed, enrolmentToken } = await newPhone.enrol()
    const { approval, session } = await newPhone.requestRebind(createPhoneKey(seed), enrolmentToken, '旧手机丢了')
    expect((await ask(session.accessToken)).status).toBe(200)

    await bench.sandbox.deleteMember('ChenYuTong')
    expect((await sync()).counts).toMatchObject({ left: 1 })
    expect((await ask(session.accessToken)).status).toBe(401)
    const devices = await app.platform.devices.ofEmployee(person.id)
    expect(devices.map(({ state, revokedReason }) => [state, revokedReason])).toEqual([
      ['revoked', 'employee_left'],
      ['revoked', 'employee_left'],
    ])
    // What the candidate held is settled by this, as after a request that nobody decided.
    expect(await eventsOf('device.revoked')).toContainEqual(
      expect.objectContaining({ deviceId: approval.id, by: 'rebind', status: 'expired', revokedBy: null }),
    )
    const { closeRequestsOfLeaver } = createApprovals(app.database, app.platform)
    const leaver = leaversSubscriber(closeRequestsOfLeaver)
    const left = await leftEvents()
    for (const _repeated of [1, 2]) await leaver.deliver(left)
    expect(await app.database.read.approvalRequest.findUnique({ where: { id: approval.id } })).toMatchObject({
      ...{ status: 'expired', decidedBy: null },
    })
    // By this the cards lose their buttons.
    expect(await eventsOf('approval.expired')).toEqual([expect.objectContaining({ approvalId: approval.id })])
    const leader = phoneOf(app, await personOf('WangJianGuo'))
    const { accessToken } = await leader.login(bench.sandbox.loginCode('WangJianGuo'))
    await leader.agree((await leader.notice()).version)
    const path = `/api/v1/approvals/${approval.id}/decision`
    const body = { decision: 'approve', subjectVersion: 1 }
    expectRefusal(await send(app, { path, token: accessToken, body }), 'REQUESTER_LEFT')
  })

  it('refuses when many would leave at once, says why, and does it when forced', async () => {
    await open()
    const { sandbox } = bench
    const ids = Array.from({ length: 8 }, (_, index) => `worker${index}`)
    for (const userId of ids) {
      await sandbox.addMember({ userId, name: userId, departments: [{ id: 30, isLeader: false }] })
    }
    await sync()
    for (const userId of ids.slice(0, 6)) await sandbox.deleteMember(userId)
    expect(await sync({ dryRun: true })).toMatchObject({ outcome: 'dry_run', guard: 'MANY_WOULD_LEAVE' })
    const refused = await sync()
    expect(refused).toMatchObject({ outcome: 'refused', guard: 'MANY_WOULD_LEAVE', counts: null })
    expect(Object.values(await people()).every(({ isEmployed }) => isEmployed)).toBe(true)
    expect(await organisation.store.lastRun('wecom')).toMatchObject({ problem: 'MANY_WOULD_LEAVE' })
    expect((await sync({ force: true })).counts).toMatchObject({ left: 6 })
  })

  it('refuses when the app sees nobody', async () => {
    await open({ app: { visibleDepartments: [99] } })
    expect(await sync()).toMatchObject({ outcome: 'refused', guard: 'NOBODY_SEEN', diff: { seenCount: 0 } })
    expect(await app.database.read.employee.count()).toBe(0)
  })

  it.each([
    ['cannot be reached', { kind: 'server-error', path: '/cgi-bin/department/list', times: 3 }, 'WECOM_UNAVAILABLE'],
    ['refuses halfway', { kind: 'errcode', errcode: 48002, path: '/cgi-bin/user/get', times: 1 }, 'WECOM_REFUSED'],
  ] as const)('changes nothing when WeCom %s, and notes it down', async (_, fault, problem) => {
    await open()
    bench.sandbox.faults.set(fault)
    await expect(sync()).rejects.toMatchObject({ code: problem })
    expect(await app.database.read.employee.count()).toBe(0)
    expect(await organisation.store.lastRun('wecom')).toMatchObject({ problem })
    expect((await sync()).counts).toMatchObject({ joined: 4 })
  })

  it('runs once at a time', async () => {
    await open()
    const other = openOrganisation()
    const results = await Promise.allSettled([sync(), other.syncOrganisation(RUN)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await sync()).counts).toMatchObject({ joined: 0 })
  })
})

describe('a callback', () => {
  it('joins, changes, disables and removes, whatever its order and however often it comes', async () => {
    await open()
    await sync()
    const { sandbox } = bench
    await sandbox.addDepartment({ id: 50, name: '财务', parentId: 1, order: 0 })
    await sandbox.addMember({ userId: 'LiNa', name: '李娜', departments: [{ id: 50, isLeader: true }] })
    await sandbox.editMember('ZhouLi', { directLeaders: ['LiNa'], position: '会计' })
    // The later change first, then the member that it names, and all of it twice.
    for (const userId of ['ZhouLi', 'LiNa', 'ZhouLi', 'LiNa']) await follow(userId)
    const joined = await people()
    expect(joined).toMatchObject({
      LiNa: { departmentId: '50', leadsDepartmentIds: ['50'] },
      ZhouLi: { leaders: ['LiNa'] },
    })
    const phone = await bind('ZhouLi')
    await sandbox.editMember('ZhouLi', { status: 2 })
    await follow('zhouli')
    await follow('ZhouLi')
    expect((await ask(phone.token)).status).toBe(401)
    await sandbox.editMember('ZhouLi', { status: 1 })
    // A removal that is overtaken by what holds now.
    await organisation.handleContactChange({ kind: 'member_removed', userId: 'ZhouLi' })
    expect(await people()).toMatchObject({ ZhouLi: { isEmployed: true } })
    await sandbox.deleteMember('ZhouLi')
    await organisation.handleContactChange({ kind: 'member_removed', userId: 'ZhouLi' })
    await follow('ZhouLi')
    expect(await people()).toMatchObject({ ZhouLi: { isEmployed: false } })
    expect((await sync({ dryRun: true })).diff).toMatchObject({ people: [], left: [] })
  })

  it('about departments changes the tree, and nobody', async () => {
    await open()
    await sync()
    await bench.sandbox.editDepartment(30, { name: '研发部' })
    await bench.sandbox.addDepartment({ id: 60, name: '仓库', parentId: 30, order: 0 })
    const before = await people()
    await organisation.handleContactChange({ kind: 'departments_changed' })
    await organisation.handleContactChange({ kind: 'departments_changed' })
    const { departments } = await organisation.store.load()
    expect(departments).toEqual(
      expect.arrayContaining([
        { id: '30', name: '研发部', parentId: '1' },
        { id: '60', name: '仓库', parentId: '30' },
      ]),
    )
    await bench.sandbox.deleteDepartment(60)
    await organisation.handleContactChange({ kind: 'departments_changed' })
    expect((await organisation.store.load()).departments).toHaveLength(4)
    expect(await people()).toEqual(before)
  })

  it('about a new userid keeps the person, the phone and the history', async () => {
    await open()
    await sync()
    const phone = await bind('ZhouLi')
    await bench.sandbox.renameMember('ZhouLi', 'zhou.li')
    await follow('ZhouLi', 'zhou.li')
    await follow('ZhouLi', 'zhou.li')
    expect(await personOf('zhou.li')).toEqual({ id: phone.person.id, userId: 'zhou.li' })
    expect(await app.database.read.employee.count()).toBe(4)
    expect((await ask(phone.token)).status).toBe(200)
    expect((await sync()).counts).toMatchObject({ joined: 0, left: 0 })
  })

  it('that comes after its person was renamed lets nobody go; the next one names him', async () => {
    await open()
    await sync()
    const phone = await bind('ZhouLi')
    await bench.sandbox.editMember('ZhouLi', { position: '会计' })
    await bench.sandbox.renameMember('ZhouLi', 'zhou.li')
    await follow('ZhouLi')
    expect((await ask(phone.token)).status).toBe(200)
    await follow('ZhouLi', 'zhou.li')
    expect(await personOf('zhou.li')).toEqual({ id: phone.person.id, userId: 'zhou.li' })
    expect((await ask(phone.token)).status).toBe(200)
    expect(await eventsOf('employee.left')).toEqual([])
  })

  it('that renames while a synchronisation runs is not undone by it', async () => {
    await open()
    await sync()
    const phone = await bind('ZhouLi')
    await bench.sandbox.editMember('ZhouLi', { position: '会计' })
    // It has read the old userid; then the person is renamed, here and there.
    let isRenamed = false
    const { store, syncFrom } = slowSync(async () => {
      if (isRenamed) return
      isRenamed = true
      await bench.sandbox.renameMember('ZhouLi', 'zhou.li')
      await follow('ZhouLi', 'zhou.li')
    })
    expect((await syncFrom()).counts).toMatchObject({ skipped: 1 })
    expect((await store.load()).people.find(({ userId }) => userId === 'zhou.li')).toMatchObject({
      ...{ employeeId: phone.person.id, leftAtMs: null },
    })
    expect((await ask(phone.token)).status).toBe(200)
  })

  it('that a synchronisation was quicker than still finds the person', async () => {
    await open()
    await sync()
    const phone = await bind('ZhouLi')
    await bench.sandbox.renameMember('ZhouLi', 'zhou.li')
    expect((await sync()).counts).toMatchObject({ joined: 1, left: 1 })
    await follow('ZhouLi', 'zhou.li')
    expect((await personOf('zhou.li')).id).toBe(phone.person.id)
    expect(await people()).toMatchObject({ 'zhou.li': { isEmployed: true, departmentId: '30' } })
    expect(Object.values(await people()).filter(({ isEmployed }) => isEmployed)).toHaveLength(4)
    // Left and back again: the phone is bound anew, unaided.
    const devices = await app.platform.devices.ofEmployee(phone.person.id)
    expect(judgeBinding(phone.person.id, 'f'.repeat(64), devices, []).verdict).toBe('bind')
  })

  it('fails for another try while WeCom cannot be asked', async () => {
    await open()
    await sync()
    bench.sandbox.faults.set({ kind: 'server-error', path: '/cgi-bin/user/get', times: 3 })
    await expect(follow('ZhouLi')).rejects.toMatchObject({ code: 'WECOM_UNAVAILABLE' })
    expect(await people()).toMatchObject({ ZhouLi: { isEmployed: true } })
  })
})

describe('a file', () => {
  const HEADER = 'userid,姓名,部门,职务,直属上级,部门负责人,工号'
  const lines = (...rows: string[]) => [HEADER, ...rows].join('\r\n')
  const FILE = lines(
    'boss,老板,总公司,,,是,1',
    'Ann,安,总公司/服务中心,工程师,BOSS,否,2',
    'bob,鲍,总公司/服务中心,,ann,否,3',
  )
  async function* bytesOf(text: string) {
    yield await Promise.resolve(Buffer.from(text))
  }
  const load = (text: string, changes: Partial<SyncOptions> = {}) =>
    organisation.importOrganisation(readCsvLines(bytesOf(text)), { ...RUN, ...changes })

  it('brings people in, changes them, and lets go who is missing; departments are found again by their paths', async () => {
    await open()
    expect(await load(FILE)).toMatchObject({ outcome: 'applied', counts: { departmentsAdded: 2, joined: 3 } })
    expect(await people()).toMatchObject({ Ann: { leaders: ['boss'] }, bob: { leaders: ['Ann'] } })
    expect(await load(FILE)).toMatchObject({ counts: { departmentsAdded: 0, joined: 0, changed: 0, left: 0 } })
    const next = lines('boss,老板,总公司,,,是,1', 'ann,安娜,总公司/服务中心/一部,工程师,BOSS,否,2')
    expect(await load(next)).toMatchObject({ counts: { departmentsAdded: 1, changed: 1, left: 1 } })
    expect(await people()).toMatchObject({ ann: { name: '安娜' }, bob: { isEmployed: false } })
  })

  it('changes nothing when a line is wrong', async () => {
    await open()
    const report = await load(lines('boss,老板,总公司,,,,', 'ann,,总公司,,,,', 'ANN,安,总公司,,nobody,,'))
    expect(report).toEqual({
      outcome: 'bad_lines',
      problems: [
        { line: 3, text: '姓名为空' },
        { line: 4, text: '账号「ANN」与第 3 行重复' },
        { line: 4, text: '直属上级「nobody」不在文件里' },
      ],
    })
    expect(await app.database.read.employee.count()).toBe(0)
    expect(await app.database.read.organisationSync.count()).toBe(0)
  })

  it('does not overrule WeCom, unless forced; while it rules, callbacks only let people go', async () => {
    await open()
    await sync()
    expect(await load(FILE)).toEqual({ outcome: 'wecom_is_source' })
    expect(await load(FILE, { force: true })).toMatchObject({ counts: { joined: 3, left: 4 } })
    await follow('WangJianGuo')
    await follow('boss')
    await organisation.handleContactChange({ kind: 'member_removed', userId: 'bob' })
    expect(await people()).toMatchObject({
      ...{ WangJianGuo: { isEmployed: false }, boss: { isEmployed: true }, bob: { isEmployed: false } },
    })
  })

  it('once forced stays the source: no night makes it WeCom again, until an operator does', async () => {
    await open()
    await sync()
    await load(FILE, { force: true })
    const before = await people()
    const dayMs = 86_400_000
    const nextNightMs = Math.ceil((Date.now() + dayMs) / dayMs) * dayMs + 3.2 * 3_600_000 - 8 * 3_600_000
    for (let hour = 0; hour < 24; hour += 6) await nightlyLook(nextNightMs + 3_600_000 * hour)
    expect(await people()).toEqual(before)
    expect(await organisation.store.sourceInUse()).toBe('csv')
    expect(await sync({ force: true })).toMatchObject({ outcome: 'applied', counts: { left: 3 } })
    expect(await organisation.store.sourceInUse()).toBe('wecom')
  })

  it(
    'is imported by a command that says what is wrong',
    async () => {
      await open()
      const folder = makeTempFolder()
      const command = fileURLToPath(new URL('../../src/features/organisation/org-import.command.ts', import.meta.url))
      const run = async (...args: string[]) => {
        const environment = { NODE_ENV: 'test', DATABASE_URL: app.config.database.url, DATA_DIR: folder.path }
        const child = startScript(command, args, environment)
        const text = await child.output.catch((error: unknown) => String(error))
        return { code: child.process.exitCode, text }
      }
      const file = (name: string, content: string | Buffer) => {
        writeFileSync(join(folder.path, name), content)
        return join(folder.path, name)
      }
      const good = file('good.csv', `\uFEFF${FILE}`)
      const gbk = await run(file('gbk.csv', Buffer.from([0xd5, 0xc5, 0xc8, 0xfd])))
      expect(gbk.code).toBe(65)
      expect(gbk.text).toContain('GBK')
      const dry = await run(good, '--dry-run')
      expect(dry.code).toBe(0)
      expect(dry.text).toMatch(/入职\t3\n {2}老板（boss）/)
      expect(await app.database.read.employee.count()).toBe(0)
      expect((await run(good)).code).toBe(0)
      expect(await app.database.read.employee.count()).toBe(3)
      folder.remove()
    },
    PATIENCE_MS,
  )
})
