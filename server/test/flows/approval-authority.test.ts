/** Who may decide about a pending check-in, and what happens when several do, over HTTP. */
import { jest } from '@jest/globals'
import type { ApprovalReply } from '#contract/api-approvals'
import { seedDepartment } from '../../../prisma/seed/builders'
import { APPROVALS, HOUR_MS, MINUTE_MS, startApprovalsApp, type ApprovalsApp } from '../approvals-app'
import { addPerson, bindPhone, expectRefusal, send } from '../start-app'

jest.setTimeout(60_000)

const DAY_MS = 24 * HOUR_MS

let story: ApprovalsApp
beforeAll(async () => {
  story = await startApprovalsApp()
}, 60_000)
afterAll(() => story.app.close())

describe('who decides', () => {
  it('is not the requester, nor anybody with nothing to do with it', async () => {
    const phone = await story.bindStaff()
    const { reply, approval } = await story.ask(phone)
    const stranger = await addPerson(story.app, { departmentId: 'south' })
    const hrOfWorks = await addPerson(story.app, { roles: [['hr', 'works']] })
    expectRefusal(await story.decide(phone.person, approval.id, 'approve'), 'OWN_REQUEST')
    for (const person of [stranger, story.boss, hrOfWorks]) {
      expectRefusal(await story.decide(person, approval.id, 'approve'), 'NOT_APPROVER')
      const token = await story.tokenOf(person)
      expectRefusal(await send(story.app, { path: `${APPROVALS}/${approval.id}`, token }), 'NOT_FOUND')
      expect(await story.list(token, 'role=approver')).not.toContainEqual(expect.objectContaining({ id: approval.id }))
    }
    expect((await story.attempt(reply.attemptId)).outcome).toBe('pending')
    expectRefusal(await story.decide(story.leader, '0190b000-0000-7000-8000-0000000000ff', 'approve'), 'NOT_FOUND')
  })

  it('is HR in scope too, though not asked, except about himself', async () => {
    const { approval } = await story.ask(await story.bindStaff())
    expect(await story.waitingFor(story.hr)).toContain(approval.id)
    expect(await story.decided(story.hr, approval.id, 'approve')).toMatchObject({ decidedBy: { id: story.hr.id } })
    const ownPhone = await story.bindStaff({ roles: ['hr', 'admin'], leaders: [] })
    const own = await story.ask(ownPhone)
    expectRefusal(await story.decide(ownPhone.person, own.approval.id, 'approve'), 'OWN_REQUEST')
    expect(await story.waitingFor(ownPhone.person)).not.toContain(own.approval.id)
    await story.leave(ownPhone.person)
  })

  it('needs a login of less than five minutes', async () => {
    const { approval } = await story.ask(await story.bindStaff())
    const token = await story.tokenOf(story.leader)
    story.clock.advance(5 * MINUTE_MS)
    const path = `${APPROVALS}/${approval.id}/decision`
    const body = { decision: 'approve', subjectVersion: 1 }
    expectRefusal(await send(story.app, { path, token, body }), 'FRESH_LOGIN_NEEDED')
    const unknown = path.replace(approval.id, '0190b000-0000-7000-8000-0000000000ff')
    expectRefusal(await send(story.app, { path: unknown, token, body }), 'FRESH_LOGIN_NEEDED')
    expect(await story.decided(story.leader, approval.id, 'approve')).toMatchObject({ status: 'approved' })
  })

  it.each(['direct', 'department', 'granted'] as const)(
    'is not a leader who lost the post (%s), nor his delegate; he still reads what he decided',
    async (post) => {
      const former = await addPerson(story.app, {})
      const delegate = await addPerson(story.app, {})
      const departmentId = `former-${post}`
      await story.app.seed(async (tx) => {
        await seedDepartment(tx, {
          id: departmentId,
          parentId: 'sales',
          leaders: post === 'department' ? [former.id] : [],
        })
        if (post === 'granted') {
          const grant = { role: 'leader', scopeDepartmentId: departmentId, grantedBy: 'operator' }
          const row = { id: former.id, employeeId: former.id, grantedAt: new Date(story.clock.nowMs()), ...grant }
          await tx.roleGrant.create({ data: row })
        }
        const times = { startsAt: new Date(story.clock.nowMs()), endsAt: new Date(story.clock.nowMs() + 90 * DAY_MS) }
        await tx.delegation.create({
          data: { id: delegate.id, leaderId: former.id, delegateId: delegate.id, ...times },
        })
      })
      const leaders = post === 'direct' ? [former.id] : []
      const staff = async () => story.ask(await story.bindStaff({ departmentId, leaders }))
      const [decided, waits] = [await staff(), await staff()]
      await story.decided(former, decided.approval.id, 'approve')
      expect(await story.waitingFor(former)).toEqual([waits.approval.id])
      expect(await story.waitingFor(delegate)).toEqual([waits.approval.id])

      await story.app.seed(async (tx) => {
        await tx.employeeLeader.deleteMany({ where: { leaderId: former.id } })
        await tx.departmentLeader.deleteMany({ where: { employeeId: former.id } })
        await tx.roleGrant.updateMany({ where: { employeeId: former.id }, data: { revokedAt: new Date() } })
      })
      for (const person of [former, delegate]) {
        expect(await story.waitingFor(person)).toEqual([])
        expectRefusal(await story.decide(person, waits.approval.id, 'approve'), 'NOT_APPROVER')
        const token = await story.tokenOf(person)
        expectRefusal(await send(story.app, { path: `${APPROVALS}/${waits.approval.id}`, token }), 'NOT_FOUND')
      }
      expect(await story.read(story.hr, waits.approval.id)).toMatchObject({ status: 'pending', approvers: [] })
      const own = await story.list(await story.tokenOf(former), 'role=approver')
      expect(own.map(({ id }) => id)).toEqual([decided.approval.id])
      expect((await story.read(former, decided.approval.id)).status).toBe('approved')
    },
  )

  it('is nobody at first where nobody leads, until an admin is there', async () => {
    const loner = await bindPhone(story.app, {})
    const { approval } = await story.ask(loner)
    const asked = await story.app.database.read.approvalRequest.findUniqueOrThrow({ where: { id: approval.id } })
    expect([asked.level, asked.escalateAt, approval.approvers]).toEqual([5, null, []])
    const admin = await addPerson(story.app, { roles: ['admin'] })
    expect(await story.waitingFor(admin)).toContain(approval.id)
    expect(await story.decided(admin, approval.id, 'approve')).toMatchObject({ status: 'approved' })
    await story.leave(admin)
  })

  it('is not who has left meanwhile', async () => {
    const other = await addPerson(story.app, {})
    const { approval } = await story.ask(await story.bindStaff({ leaders: [other.id] }))
    const token = await story.tokenOf(other)
    await story.leave(other)
    const path = `${APPROVALS}/${approval.id}/decision`
    const body = { decision: 'approve', subjectVersion: 1 }
    expectRefusal(await send(story.app, { path, token, body }), 'EMPLOYEE_LEFT')
    expect(await story.read(story.hr, approval.id)).toMatchObject({ approvers: [], mayDecide: true })
  })
})

describe('deciding twice', () => {
  it('the same way by the same person changes nothing; otherwise it says who was quicker', async () => {
    const { reply, approval } = await story.ask(await story.bindStaff())
    const first = await story.decided(story.leader, approval.id, 'approve', { comment: '一' })
    expect(await story.decided(story.leader, approval.id, 'approve', { comment: '二' })).toEqual(first)
    const envelope = expectRefusal(await story.decide(story.leader, approval.id, 'reject'), 'APPROVAL_ALREADY_DECIDED')
    expect(envelope.details).toEqual([{ path: 'status', problem: '已同意' }])
    expectRefusal(await story.decide(story.hr, approval.id, 'approve'), 'APPROVAL_ALREADY_DECIDED')
    expect(await story.decisionsOf(reply.attemptId)).toHaveLength(2)
    expect(await story.eventsAbout(approval.id)).toHaveLength(2)
  })

  it('the same way gets the same answer also with the version that was seen, an older login, and without the post', async () => {
    const other = await addPerson(story.app, {})
    const phone = await story.bindStaff({ leaders: [other.id] })
    const { approval } = await story.ask(phone)
    const { subjectVersion } = approval
    const first = await story.decided(other, approval.id, 'approve', { subjectVersion })
    expect(first.subjectVersion).toBe(subjectVersion + 1)
    const token = await story.tokenOf(other)
    await story.app.seed((tx) => tx.employeeLeader.deleteMany({ where: { leaderId: other.id } }))
    story.clock.advance(5 * MINUTE_MS)
    const path = `${APPROVALS}/${approval.id}/decision`
    const again = await send(story.app, { path, token, body: { decision: 'approve', subjectVersion } })
    expect(JSON.parse(again.text)).toEqual(first)
    const otherWay = await send(story.app, { path, token, body: { decision: 'reject', subjectVersion } })
    expectRefusal(otherWay, 'FRESH_LOGIN_NEEDED')
  })

  it('at once by eight people has one outcome, carried out once', async () => {
    const second = await addPerson(story.app, {})
    const phone = await story.bindStaff({ leaders: [story.leader.id, second.id] })
    const { reply, approval } = await story.ask(phone)
    const people = [story.leader, second, story.hr]
    const tokens = await Promise.all(
      [...people, ...people, story.leader, story.hr].map((person) => story.tokenOf(person)),
    )
    const answers = await Promise.all(
      tokens.map((token, index) =>
        send(story.app, {
          path: `${APPROVALS}/${approval.id}/decision`,
          token,
          body: { decision: index % 2 === 0 ? 'approve' : 'reject', subjectVersion: approval.subjectVersion },
        }),
      ),
    )
    const won = answers.filter(({ status }) => status === 200).map(({ text }) => JSON.parse(text) as ApprovalReply)
    expect(won.length).toBeGreaterThan(0)
    expect(new Set(won.map(({ status, decidedBy }) => `${status} ${decidedBy?.id}`)).size).toBe(1)
    for (const answer of answers) if (answer.status !== 200) expectRefusal(answer, 'APPROVAL_ALREADY_DECIDED')
    expect(await story.decisionsOf(reply.attemptId)).toHaveLength(2)
    expect((await story.attempt(reply.attemptId)).outcome).toBe(won[0]?.status === 'approved' ? 'accepted' : 'refused')
    expect((await story.eventsAbout(approval.id)).map(({ type }) => type)).toEqual([
      'approval.requested',
      'approval.decided',
    ])
  })
})
