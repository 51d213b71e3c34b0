import {
  CONSENT_GRACE_DAYS,
  PEOPLE,
  callerFor,
  codeOf,
  loginAs,
  openIdentity,
  type Identity,
} from '../../../test/identity'
import { createReadMe } from './me.usecase'
import { grantByOperator } from './operator-grant.usecase'
import { presentMe } from './people.present'
import { createRoleUseCases, type RoleUseCases } from './roles.usecase'

let identity: Identity
let roles: RoleUseCases
beforeEach(async () => {
  identity = await openIdentity()
  roles = createRoleUseCases(identity)
})
afterEach(() => identity.close())

const callerOf = (person: { readonly userId: string }) => callerFor(identity, person)
const grantHr = async (changes: object = {}) =>
  roles.grantRole({
    caller: await callerOf(PEOPLE.chen),
    employeeId: PEOPLE.zhang.id,
    role: 'hr',
    scopeDepartmentId: null,
    requestId: 'request-grant',
    ...changes,
  })

describe('me', () => {
  it('says who the caller is and what he may do', async () => {
    const readMe = createReadMe({ ...identity, consentGraceDays: CONSENT_GRACE_DAYS })
    expect(presentMe(await readMe(await callerOf(PEOPLE.li)))).toEqual({
      employee: { id: PEOPLE.li.id, userId: 'liting', name: '李婷', department: '人事行政部' },
      roles: [
        { role: 'staff', scopeDepartmentId: null },
        { role: 'hr', scopeDepartmentId: 'sales' },
      ],
      permissions: expect.arrayContaining(['self.use', 'devices.revoke', 'reports.export']),
      device: 'none',
      consent: { currentVersion: 1, agreedVersion: null, sufficient: false, due: true },
    })
  })
})

describe('grants', () => {
  it('hold from the next request on, and end at once', async () => {
    const zhang = await loginAs(identity, PEOPLE.zhang)
    const rolesNow = async () =>
      (await identity.authenticate(zhang.accessToken, { receivedAtMs: identity.clock.nowMs() })).roles
    const grant = await grantHr({ scopeDepartmentId: 'south' })
    expect(await rolesNow()).toContainEqual({ role: 'hr', scopeDepartmentId: 'south' })
    expect(await roles.grantsOf(PEOPLE.zhang.id)).toEqual([grant])
    expect(grant.grantedBy).toBe(PEOPLE.chen.id)
    const caller = await callerOf(PEOPLE.chen)
    const revoke = { caller, employeeId: PEOPLE.zhang.id, grantId: grant.id, requestId: 'r' }
    await roles.revokeRole(revoke)
    expect(await rolesNow()).toEqual([{ role: 'staff', scopeDepartmentId: null }])
    expect(await codeOf(roles.revokeRole(revoke))).toBe('NOT_FOUND')
    const types = (await identity.events()).map((event) => event.type).filter((type) => type.startsWith('role.'))
    expect(types).toEqual(['role.granted', 'role.revoked'])
    expect(await identity.audited()).toEqual(expect.arrayContaining(['role.granted', 'role.revoked']))
  })

  it('are given once', async () => {
    const [one, two] = [await grantHr(), await grantHr()]
    expect(two).toEqual(one)
    expect((await identity.events()).filter((event) => event.type === 'role.granted')).toHaveLength(1)
  })

  it('are for company-wide admins with a fresh login, and never for oneself', async () => {
    const scoped = { id: 'g', employeeId: PEOPLE.wang.id, role: 'admin', scopeDepartmentId: 'sales' } as const
    await identity.people.grant({ ...scoped, grantedBy: 'operator' }, { audit: [], events: [] }, identity.clock.nowMs())
    expect(await codeOf(grantHr({ caller: await callerOf(PEOPLE.li) }))).toBe('NOT_ALLOWED')
    expect(await codeOf(grantHr({ caller: await callerOf(PEOPLE.wang) }))).toBe('NOT_ALLOWED')
    expect(await codeOf(grantHr({ employeeId: PEOPLE.chen.id }))).toBe('NOT_ALLOWED')
    const stale = await callerOf(PEOPLE.chen)
    identity.clock.advance(5 * 60_000)
    expect(await codeOf(grantHr({ caller: stale }))).toBe('FRESH_LOGIN_NEEDED')
    expect(await roles.grantsOf(PEOPLE.zhang.id)).toEqual([])
  })

  it('name people and departments that exist', async () => {
    expect(await codeOf(grantHr({ employeeId: '0190a000-0000-7000-8000-0000000000ff' }))).toBe('NOT_FOUND')
    expect(await codeOf(grantHr({ scopeDepartmentId: 'nowhere' }))).toBe('REFERENCE_UNKNOWN')
    expect(await codeOf(roles.grantsOf('0190a000-0000-7000-8000-0000000000ff'))).toBe('NOT_FOUND')
  })

  it("are not revoked under another person's name", async () => {
    const grant = await grantHr()
    const caller = await callerOf(PEOPLE.chen)
    const input = { caller, employeeId: PEOPLE.wang.id, grantId: grant.id, requestId: 'r' }
    expect(await codeOf(roles.revokeRole(input))).toBe('NOT_FOUND')
    expect(await roles.grantsOf(PEOPLE.zhang.id)).toHaveLength(1)
  })
})

describe('the operator', () => {
  it('makes the first admin, in any spelling of the userid, once', async () => {
    expect(await grantByOperator(identity, 'WangJianGuo', 'admin')).toBe('granted')
    expect(await grantByOperator(identity, 'wangjianguo', 'admin')).toBe('held_already')
    expect(await grantByOperator(identity, 'nobody', 'admin')).toBe('unknown_person')
    expect((await callerOf(PEOPLE.wang)).roles).toContainEqual({ role: 'admin', scopeDepartmentId: null })
    const audit = await identity.database.read.auditRecord.findMany({ where: { action: 'role.granted' } })
    expect(audit.map((row) => [row.actorKind, row.actorId, row.subjectId])).toEqual([
      ['operator', 'operator', PEOPLE.wang.id],
    ])
  })
})
