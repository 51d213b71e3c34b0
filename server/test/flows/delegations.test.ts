/** Leaders who let somebody decide in their stead, over HTTP. */
import { jest } from '@jest/globals'
import type { Page } from '#contract/api'
import type { DelegationReply } from '#contract/api-approvals'
import { HOUR_MS, MINUTE_MS, startApprovalsApp, type ApprovalsApp } from '../approvals-app'
import { addPerson, expectRefusal, send, sendOk, type Answered, type Person } from '../start-app'

const DELEGATIONS = '/api/v1/delegations'

jest.setTimeout(60_000)

let story: ApprovalsApp
beforeAll(async () => {
  story = await startApprovalsApp()
}, 60_000)
afterAll(() => story.app.close())

describe('delegating', () => {
  const iso = (ms: number) => new Date(ms).toISOString()
  const days = (count: number) => count * 24 * HOUR_MS
  async function delegate(from: Person, to: Person, startMs = 0, endMs = days(1)): Promise<Answered> {
    const token = await story.tokenOf(from)
    const body = {
      delegateUserId: to.userId,
      startsAt: iso(story.clock.nowMs() + startMs),
      endsAt: iso(story.clock.nowMs() + endMs),
    }
    return send(story.app, { path: DELEGATIONS, token, body })
  }
  const revoke = async (from: Person, id: string) =>
    send(story.app, { method: 'DELETE', path: `${DELEGATIONS}/${id}`, token: await story.tokenOf(from) })

  it('lets the delegate decide what waits already, from when it holds until it ends', async () => {
    const away = await addPerson(story.app, { name: '孙丽' })
    const delegateOne = await addPerson(story.app, { name: '钱进' })
    const phone = await story.bindStaff({ leaders: [away.id] })
    const { approval } = await story.ask(phone)
    const created = JSON.parse((await delegate(away, delegateOne, HOUR_MS)).text) as DelegationReply
    expect(created).toMatchObject({ leader: { id: away.id }, delegate: { name: '钱进' }, revokedAt: null })
    expect(created.startsAt).toMatch(/\+08:00$/)
    expectRefusal(await story.decide(delegateOne, approval.id, 'approve'), 'NOT_APPROVER')
    expect(await story.waitingFor(delegateOne)).toEqual([])

    story.clock.advance(HOUR_MS)
    expect(await story.waitingFor(delegateOne)).toEqual([approval.id])
    const seen = await story.read(delegateOne, approval.id)
    expect(seen).toMatchObject({
      mayDecide: true,
      approvers: [{ employee: { id: away.id } }, { employee: { id: delegateOne.id }, onBehalfOf: { name: '孙丽' } }],
    })
    story.clock.advance(days(1))
    expect(await story.waitingFor(delegateOne)).toEqual([])
    expectRefusal(await story.decide(delegateOne, approval.id, 'approve'), 'NOT_APPROVER')

    expect((await delegate(away, delegateOne)).status).toBe(201)
    expect(await story.decided(delegateOne, approval.id, 'approve')).toMatchObject({
      decidedBy: { id: delegateOne.id },
    })
    const audit = await story.app.database.read.auditRecord.findFirstOrThrow({
      where: { subjectId: approval.id, action: 'approval.approved' },
      include: { detail: true },
    })
    expect(JSON.parse(audit.detail?.detailJson ?? '{}')).toMatchObject({ onBehalfOf: away.id })
  })

  it('asks the delegate at once while it holds, and not once it is revoked', async () => {
    const away = await addPerson(story.app, {})
    const other = await addPerson(story.app, {})
    const reportOfAway = await story.bindStaff({ leaders: [away.id] })
    const { id } = JSON.parse((await delegate(away, other)).text) as DelegationReply
    const { approval } = await story.ask(reportOfAway)
    const rows = await story.app.database.read.approver.findMany({ where: { requestId: approval.id } })
    expect(rows.map(({ employeeId, onBehalfOf }) => [employeeId, onBehalfOf]).sort()).toEqual(
      [
        [away.id, null],
        [other.id, away.id],
      ].sort(),
    )
    expectRefusal(await revoke(other, id), 'NOT_FOUND')
    expect((await revoke(away, id)).status).toBe(204)
    expect((await revoke(away, id)).status).toBe(204)
    expectRefusal(await story.decide(other, approval.id, 'approve'), 'NOT_APPROVER')
    const events = await story.app.database.read.outboxEvent.findMany({ where: { type: 'delegation.changed' } })
    expect(events.filter(({ payloadJson }) => payloadJson.includes(id))).toHaveLength(2)
  })

  it('shows the delegate what waits and what he decided, not the leader’s history', async () => {
    const away = await addPerson(story.app, {})
    const standIn = await addPerson(story.app, {})
    const [before, mine, theirs] = [
      await story.ask(await story.bindStaff({ leaders: [away.id] })),
      await story.ask(await story.bindStaff({ leaders: [away.id] })),
      await story.ask(await story.bindStaff({ leaders: [away.id] })),
    ].map(({ approval }) => approval.id) as [string, string, string]
    await story.decided(away, before, 'approve')
    expect((await delegate(away, standIn)).status).toBe(201)
    const readBy = async (person: Person) =>
      (await story.list(await story.tokenOf(person), 'role=approver')).map(({ id }) => id).sort()
    expect(await readBy(standIn)).toEqual([mine, theirs].sort())
    const open = async (id: string) =>
      (await send(story.app, { path: `/api/v1/approvals/${id}`, token: await story.tokenOf(standIn) })).status
    expect([await open(before), await open(mine), await open(theirs)]).toEqual([404, 200, 200])

    await story.decided(standIn, mine, 'reject')
    await story.decided(away, theirs, 'approve')
    expect(await readBy(standIn)).toEqual([mine])
    expect([await open(before), await open(mine), await open(theirs)]).toEqual([404, 200, 404])
    expect(await readBy(away)).toEqual([before, mine, theirs].sort())
    expectRefusal(await story.decide(standIn, theirs, 'approve'), 'APPROVAL_ALREADY_DECIDED')
  })

  it('never lets somebody decide his own request', async () => {
    const away = await addPerson(story.app, {})
    const phone = await story.bindStaff({ leaders: [away.id] })
    expect((await delegate(away, phone.person)).status).toBe(201)
    const { approval } = await story.ask(phone)
    expect(approval).toMatchObject({ mayDecide: false, approvers: [{ employee: { id: away.id } }] })
    expectRefusal(await story.decide(phone.person, approval.id, 'approve'), 'OWN_REQUEST')
    expect(await story.waitingFor(phone.person)).toEqual([])
  })

  it('is for leaders with a fresh login, to somebody else, for a time that is free', async () => {
    const other = await addPerson(story.app, {})
    const lead = await addPerson(story.app, {})
    await addPerson(story.app, { leaders: [lead.id] })
    const gone = await addPerson(story.app, { leftAt: new Date(story.clock.nowMs()) })
    expectRefusal(await delegate(other, lead), 'NOT_ALLOWED')
    expectRefusal(await delegate(story.hr, lead), 'NOT_ALLOWED')
    const problemOf = async (answer: Answered) => expectRefusal(answer, 'DELEGATION_INVALID').details[0]?.path
    expect(await problemOf(await delegate(lead, lead))).toBe('delegateUserId')
    expect(await problemOf(await delegate(lead, gone))).toBe('delegateUserId')
    expect(await problemOf(await delegate(lead, { id: '', userId: 'nobody-at-all' }))).toBe('delegateUserId')
    expect(await problemOf(await delegate(lead, other, days(1), days(1)))).toBe('endsAt')
    expect(await problemOf(await delegate(lead, other, 0, days(90) + 1))).toBe('endsAt')
    const { id } = JSON.parse((await delegate(lead, other, days(1), days(2))).text) as DelegationReply
    expect(await problemOf(await delegate(lead, other, 0, days(1) + 1))).toBe('startsAt')
    expect((await delegate(lead, other, 0, days(1))).status).toBe(201)
    const seen = await sendOk<Page<DelegationReply>>(story.app, {
      path: DELEGATIONS,
      token: await story.tokenOf(other),
    })
    expect(seen.items).toHaveLength(2)
    await revoke(lead, id)
    expect((await delegate(lead, other, days(1), days(2))).status).toBe(201)

    const token = await story.tokenOf(lead)
    story.clock.advance(5 * MINUTE_MS)
    const body = {
      delegateUserId: other.userId,
      startsAt: iso(story.clock.nowMs() + days(3)),
      endsAt: iso(story.clock.nowMs() + days(4)),
    }
    expectRefusal(await send(story.app, { path: DELEGATIONS, token, body }), 'FRESH_LOGIN_NEEDED')
    expectRefusal(
      await send(story.app, { method: 'DELETE', path: `${DELEGATIONS}/${id}`, token }),
      'FRESH_LOGIN_NEEDED',
    )
  })
})
