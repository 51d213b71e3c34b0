/** Pending check-ins and what becomes of them, over HTTP. */
import { jest } from '@jest/globals'
import type { CheckInReply, Page } from '#contract/api'
import type { ApprovalReply } from '#contract/api-approvals'
import { APPROVALS, HOUR_MS, inside, MINUTE_MS, outside, startApprovalsApp, type ApprovalsApp } from '../approvals-app'
import {
  addPerson,
  bindPhone,
  expectRefusal,
  photoClaim,
  seedFreeHours,
  send,
  sendOk,
  type PhoneInUse,
} from '../start-app'

jest.setTimeout(60_000)

let story: ApprovalsApp
beforeAll(async () => {
  story = await startApprovalsApp()
}, 60_000)
afterAll(() => story.app.close())

describe('a check-in outside the fence', () => {
  it('waits for the story.leader, who approves it: it counts with its own time', async () => {
    const phone = await story.bindStaff()
    const { reply, approval } = await story.ask(phone)
    expect(approval).toMatchObject({
      kind: 'attempt',
      status: 'pending',
      requester: { id: phone.person.id, name: '张敏', department: '华南组' },
      reason: '按考勤规则，这次签到要审批',
      subject: { kind: 'attempt', attemptId: reply.attemptId, capturedAt: reply.capturedAt, photoCount: 0 },
      approvers: [{ employee: { id: story.leader.id, name: '王建国' }, level: 1, onBehalfOf: null }],
      decidedAt: null,
      mayDecide: false,
      mayWithdraw: true,
    })
    expect(approval.createdAt).toMatch(/\+08:00$/)
    expect(Date.parse(approval.expiresAt) - Date.parse(approval.createdAt)).toBe(72 * HOUR_MS)
    if (approval.subject.kind !== 'attempt') throw new Error('another subject')
    expect(approval.subject.sentences).toHaveLength(1)
    expect(JSON.stringify(approval)).not.toMatch(/latitude|longitude|31\.2/)

    expect(await story.waitingFor(story.leader)).toContain(approval.id)
    story.clock.advance(10 * MINUTE_MS)
    const outcome = await story.decided(story.leader, approval.id, 'approve', { comment: '客户现场，已核实' })
    expect(outcome).toMatchObject({
      status: 'approved',
      decidedBy: { id: story.leader.id },
      comment: '客户现场，已核实',
      effect: null,
      approvers: [],
      mayDecide: false,
    })
    expect(await story.attempt(reply.attemptId)).toMatchObject({
      outcome: 'accepted',
      approvedBy: story.leader.id,
      capturedAt: new Date(reply.capturedAt),
    })
    expect(await story.waitingFor(story.leader)).not.toContain(approval.id)
    expect((await phoneRecord(phone, reply)).capturedAt).toBe(reply.capturedAt)
  })

  const phoneRecord = async (phone: PhoneInUse, { attemptId }: CheckInReply) => {
    const token = await story.tokenOf(phone.person)
    return sendOk<{ capturedAt: string; outcome: string }>(story.app, { path: `/api/v1/records/${attemptId}`, token })
  }

  it('is refused when the leader rejects it', async () => {
    const { reply, approval } = await story.ask(await story.bindStaff())
    await story.decided(story.leader, approval.id, 'reject')
    expect((await story.attempt(reply.attemptId)).outcome).toBe('refused')
    expect((await story.decisionsOf(reply.attemptId)).map(({ decidedBy }) => decidedBy)).toEqual([
      'rule',
      story.leader.id,
    ])
  })

  it('leaves a trail of ids and kinds, without reasons or comments', async () => {
    const phone = await story.bindStaff()
    const { approval } = await story.ask(phone)
    await story.decided(story.leader, approval.id, 'approve', { comment: '客户现场，已核实' })
    const events = await story.eventsAbout(approval.id)
    expect(events.map(({ type }) => type)).toEqual(['approval.requested', 'approval.decided'])
    expect(events.map(({ aggregateKey }) => aggregateKey)).toEqual([
      `employee:${phone.person.id}`,
      `employee:${phone.person.id}`,
    ])
    const audit = await story.app.database.read.auditRecord.findMany({
      where: { subjectId: approval.id },
      include: { detail: true },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    })
    expect(audit.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['approval.requested', 'approvals'],
      ['approval.approved', story.leader.id],
    ])
    const texts = [...events.map((event) => event.payloadJson), ...audit.map((line) => line.detail?.detailJson ?? '')]
    for (const text of texts) expect(text).not.toMatch(/客户现场|按考勤规则/)
  })

  it('asks once however often its event comes', async () => {
    const phone = await story.bindStaff()
    const { approval } = await story.ask(phone)
    await story.decided(story.leader, approval.id, 'reject')
    await story.deliverEvents()
    await story.deliverEvents()
    expect((await story.mine(phone)).map(({ id, status }) => [id, status])).toEqual([[approval.id, 'rejected']])
  })
})

describe('an application 申请签到', () => {
  it('waits for leader and photo: approved first, it counts once the photo is there', async () => {
    const person = await addPerson(story.app, { departmentId: 'south', leaders: [story.leader.id] })
    const claim = photoClaim()
    const phone = await bindPhone(story.app, person)
    await story.app.seed((tx) => seedFreeHours(tx, [], { name: '默认规则', people: [person.id], policy: {} }))
    const evidence = { ...outside(), application: { reason: '在客户地下室，没有信号' }, photos: [claim] }
    const reply = await story.submit(phone, 'early', evidence)
    expect(reply.outcome).toBe('pending')
    await story.deliverEvents()
    const [approval] = await story.mine(phone)
    expect(approval).toMatchObject({ reason: '在客户地下室，没有信号', subject: { photoCount: 1 } })
    await story.decided(story.leader, approval?.id ?? '', 'approve')
    expect(await story.attempt(reply.attemptId)).toMatchObject({ outcome: 'pending', code: 'PHOTO_AWAITED' })
    await story.deliverEvents()
    expect(await story.mine(phone)).toHaveLength(1)

    await story.app.seed((tx) =>
      tx.attemptPhoto.updateMany({
        where: { attemptId: reply.attemptId },
        data: { state: 'verified', verifiedAt: new Date(story.clock.nowMs()), perceptualHash: '0123456789abcdef' },
      }),
    )
    await settlePhotos(reply.attemptId)
    expect(await story.attempt(reply.attemptId)).toMatchObject({ outcome: 'accepted', approvedBy: story.leader.id })
  })

  it('whose photo stays away is refused, and its open request closes as expired', async () => {
    const person = await addPerson(story.app, { departmentId: 'south', leaders: [story.leader.id] })
    const phone = await bindPhone(story.app, person)
    await story.app.seed((tx) => seedFreeHours(tx, [], { name: '默认规则二', people: [person.id], policy: {} }))
    const evidence = { ...outside(), application: { reason: '在客户地下室，没有信号' }, photos: [photoClaim()] }
    const reply = await story.submit(phone, 'early', evidence)
    await story.deliverEvents()
    story.clock.advance(72 * HOUR_MS - MINUTE_MS)
    await settlePhotos(reply.attemptId)
    expect((await story.attempt(reply.attemptId)).outcome).toBe('refused')
    await story.deliverEvents()
    const [approval] = await story.list(await story.tokenOf(person), 'role=requester')
    expect(approval).toMatchObject({ status: 'expired', effect: 'SUBJECT_SETTLED', decidedBy: null })
    expect(await story.decisionsOf(reply.attemptId)).toHaveLength(2)
    const envelope = expectRefusal(
      await story.decide(story.leader, approval?.id ?? '', 'approve'),
      'APPROVAL_NOT_NEEDED',
    )
    expect(envelope.details).toEqual([{ path: 'status', problem: '所申请的事已有结果' }])
    expect(JSON.stringify(envelope)).not.toMatch(/过期|重新提交/)
    expectRefusal(await story.withdraw(person, approval?.id ?? ''), 'APPROVAL_NOT_NEEDED')
  })

  it('shows its photos to whoever is asked or has decided, and to nobody else', async () => {
    const person = await addPerson(story.app, { departmentId: 'south', leaders: [story.leader.id] })
    const stranger = await addPerson(story.app, { departmentId: 'works' })
    const phone = await bindPhone(story.app, person)
    await story.app.seed((tx) => seedFreeHours(tx, [], { name: '默认规则五', people: [person.id], policy: {} }))
    const evidence = { ...outside(), application: { reason: '在客户地下室，没有信号' }, photos: [photoClaim()] }
    const reply = await story.submit(phone, 'early', evidence)
    await story.deliverEvents()
    const whoSees = async () => {
      const statuses: Record<string, number> = {}
      for (const [name, one] of Object.entries({ person, leader: story.leader, boss: story.boss, stranger })) {
        const path = `/api/v1/check-ins/${reply.attemptId}/photos`
        statuses[name] = (await send(story.app, { path, token: await story.tokenOf(one) })).status
      }
      return statuses
    }
    expect(await whoSees()).toEqual({ person: 200, leader: 200, boss: 404, stranger: 404 })
    await story.decided(story.leader, (await story.mine(phone))[0]?.id ?? '', 'reject')
    expect(await whoSees()).toEqual({ person: 200, leader: 200, boss: 404, stranger: 404 })
  })

  it('is decided as it was seen: what a photo showed since is another version', async () => {
    const person = await addPerson(story.app, { departmentId: 'south', leaders: [story.leader.id] })
    const phone = await bindPhone(story.app, person)
    await story.app.seed((tx) => seedFreeHours(tx, [], { name: '默认规则四', people: [person.id], policy: {} }))
    const evidence = { ...outside(), application: { reason: '在客户地下室，没有信号' }, photos: [photoClaim()] }
    const reply = await story.submit(phone, 'early', evidence)
    await story.deliverEvents()
    const seen = await story.read(story.leader, (await story.mine(phone))[0]?.id ?? '')
    expect(seen.subjectVersion).toBe(1)
    await story.app.seed((tx) =>
      tx.attemptPhoto.updateMany({
        where: { attemptId: reply.attemptId },
        data: { state: 'verified', verifiedAt: new Date(story.clock.nowMs()), perceptualHash: '0f1e2d3c4b5a6978' },
      }),
    )
    await settlePhotos(reply.attemptId)

    const { subjectVersion } = seen
    for (const decision of ['approve', 'reject'] as const) {
      expectRefusal(await story.decide(story.leader, seen.id, decision, { subjectVersion }), 'VERSION_CONFLICT')
    }
    expect(await story.attempt(reply.attemptId)).toMatchObject({
      outcome: 'pending',
      approvedBy: null,
      decisionCount: 2,
    })
    const again = await story.read(story.leader, seen.id)
    expect(again).toMatchObject({ status: 'pending', subjectVersion: 2, mayDecide: true })
    await story.decided(story.leader, seen.id, 'approve', { subjectVersion: again.subjectVersion })
    expect(await story.attempt(reply.attemptId)).toMatchObject({ outcome: 'accepted', approvedBy: story.leader.id })
  })

  it('that was refused already stays refused when the leader approves it', async () => {
    const person = await addPerson(story.app, { departmentId: 'south', leaders: [story.leader.id] })
    const phone = await bindPhone(story.app, person)
    await story.app.seed((tx) => seedFreeHours(tx, [], { name: '默认规则三', people: [person.id], policy: {} }))
    const evidence = { ...outside(), application: { reason: '在客户地下室，没有信号' }, photos: [photoClaim()] }
    const reply = await story.submit(phone, 'early', evidence)
    await story.deliverEvents()
    const [approval] = await story.mine(phone)
    story.clock.advance(48 * HOUR_MS)
    await settlePhotos(reply.attemptId)
    const outcome = await story.decided(story.leader, approval?.id ?? '', 'approve')
    expect(outcome).toMatchObject({ status: 'approved', effect: 'SUBJECT_SETTLED' })
    expect((await story.attempt(reply.attemptId)).outcome).toBe('refused')
  })

  /** What the photo worker does when the last photo is there, or the deadline has passed. */
  const settlePhotos = (attemptId: string) =>
    story.approvals.transactions.inTransaction((tx) => {
      const cause = { kind: 'photos', evidenceAtMs: story.clock.nowMs() } as const
      return story.approvals.settle(tx, { attemptId, cause, requestId: null }, story.clock.nowMs())
    })
})

describe('approving beside an accepted one', () => {
  it('early keeps the earlier time', async () => {
    const phone = await story.bindStaff()
    const { reply: first, approval } = await story.ask(phone, 'early')
    story.clock.advance(5 * MINUTE_MS)
    const second = await story.submit(phone, 'early', inside())
    expect(second.outcome).toBe('accepted')
    await story.decided(story.leader, approval.id, 'approve')
    expect((await story.attempt(first.attemptId)).outcome).toBe('accepted')
    expect((await story.attempt(second.attemptId)).outcome).toBe('superseded')
  })

  it('late keeps the later time', async () => {
    const phone = await story.bindStaff()
    const { reply: first, approval } = await story.ask(phone, 'late')
    story.clock.advance(5 * MINUTE_MS)
    const second = await story.submit(phone, 'late', inside())
    expect(second.outcome).toBe('accepted')
    await story.decided(story.leader, approval.id, 'approve')
    expect((await story.attempt(first.attemptId)).outcome).toBe('superseded')
    expect((await story.attempt(second.attemptId)).outcome).toBe('accepted')
  })
})

describe('withdrawing', () => {
  it('is the requester’s; the check-in is refused and nobody decides any more', async () => {
    const phone = await story.bindStaff()
    const { reply, approval } = await story.ask(phone)
    expectRefusal(await story.withdraw(story.leader, approval.id), 'NOT_FOUND')
    const answer = await story.withdraw(phone.person, approval.id)
    expect(JSON.parse(answer.text)).toMatchObject({ status: 'withdrawn', decidedBy: null, mayWithdraw: false })
    expect((await story.withdraw(phone.person, approval.id)).text).toBe(answer.text)
    expect((await story.attempt(reply.attemptId)).outcome).toBe('refused')
    const envelope = expectRefusal(await story.decide(story.leader, approval.id, 'approve'), 'APPROVAL_WITHDRAWN')
    expect(envelope.details).toEqual([{ path: 'status', problem: '申请人已撤回' }])
    expect((await story.eventsAbout(approval.id)).map(({ type }) => type)).toEqual([
      'approval.requested',
      'approval.withdrawn',
    ])
  })

  it('comes too late after a decision', async () => {
    const phone = await story.bindStaff()
    const { approval } = await story.ask(phone)
    await story.decided(story.leader, approval.id, 'approve')
    expectRefusal(await story.withdraw(phone.person, approval.id), 'APPROVAL_ALREADY_DECIDED')
  })
})

describe('time', () => {
  it('expires after 72 hours, also before the job has swept it, and only once', async () => {
    const phone = await story.bindStaff()
    const { reply, approval } = await story.ask(phone)
    story.clock.advance(72 * HOUR_MS)
    expectRefusal(await story.decide(story.leader, approval.id, 'approve'), 'APPROVAL_EXPIRED')
    const token = await story.tokenOf(phone.person)
    expectRefusal(await story.withdraw(phone.person, approval.id), 'APPROVAL_EXPIRED')
    expect((await story.list(token, 'role=requester&status=expired')).map(({ id }) => id)).toEqual([approval.id])
    expect(await story.list(token, 'role=requester&status=pending')).toEqual([])
    expect((await story.attempt(reply.attemptId)).outcome).toBe('pending')

    const reports = await Promise.all([story.sweep(), story.sweep(), story.sweep()])
    expect(reports.flatMap(({ failed }) => failed)).toEqual([])
    expect((await story.attempt(reply.attemptId)).outcome).toBe('refused')
    expect(await story.decisionsOf(reply.attemptId)).toHaveLength(2)
    expect((await story.eventsAbout(approval.id)).filter(({ type }) => type === 'approval.expired')).toHaveLength(1)
    expectRefusal(await story.decide(story.leader, approval.id, 'approve'), 'APPROVAL_EXPIRED')
  })

  it('goes up one level every twelve hours, and both levels may decide', async () => {
    const phone = await story.bindStaff()
    const { approval } = await story.ask(phone)
    const levels = async () =>
      (await story.read(phone.person, approval.id)).approvers.map(({ employee, level }) => [level, employee.id])
    story.clock.advance(12 * HOUR_MS - 1)
    await story.sweep()
    expect(await levels()).toEqual([[1, story.leader.id]])
    story.clock.advance(1)
    await Promise.all([story.sweep(), story.sweep()])
    expect(await levels()).toEqual([
      [1, story.leader.id],
      [3, story.boss.id],
    ])
    story.clock.advance(12 * HOUR_MS)
    await story.sweep()
    expect(await levels()).toEqual([
      [1, story.leader.id],
      [3, story.boss.id],
      [4, story.hr.id],
    ])
    expect((await story.eventsAbout(approval.id)).map(({ type }) => type)).toEqual([
      'approval.requested',
      'approval.escalated',
      'approval.escalated',
    ])
    expect(await story.waitingFor(story.boss)).toContain(approval.id)
    expect(await story.decided(story.boss, approval.id, 'approve')).toMatchObject({ decidedBy: { id: story.boss.id } })
  })

  it('closes the request of somebody who left', async () => {
    const phone = await story.bindStaff()
    const { reply, approval } = await story.ask(phone)
    await story.leave(phone.person)
    for (const person of [story.leader, story.hr]) {
      expectRefusal(await story.decide(person, approval.id, 'approve'), 'REQUESTER_LEFT')
    }
    const stored = await story.app.database.read.approvalRequest.findUniqueOrThrow({ where: { id: approval.id } })
    expect(stored).toMatchObject({ status: 'expired', decidedBy: null })
    expect((await story.attempt(reply.attemptId)).outcome).toBe('refused')
    expect((await story.eventsAbout(approval.id)).map(({ type }) => type)).toEqual([
      'approval.requested',
      'approval.expired',
    ])
  })
})

it('pages newest first', async () => {
  const lead = await addPerson(story.app, {})
  const ids: string[] = []
  for (let count = 0; count < 3; count++) {
    ids.unshift((await story.ask(await story.bindStaff({ leaders: [lead.id] }))).approval.id)
    story.clock.advance(1_000)
  }
  const token = await story.tokenOf(lead)
  const page = async (cursor: string | null) =>
    sendOk<Page<ApprovalReply>>(story.app, {
      path: `${APPROVALS}?role=approver&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
      token,
    })
  const first = await page(null)
  const second = await page(first.nextCursor)
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
  expect(second.nextCursor).toBeNull()
  expectRefusal(await send(story.app, { path: `${APPROVALS}?role=approver&cursor=x`, token }), 'QUERY_INVALID')
})
