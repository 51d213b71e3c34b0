/** A company whose check-ins outside the fence wait for approval; the worker's part is run by hand, more than once. */
import type { CheckInReply, Page } from '#contract/api'
import type { ApprovalReply } from '#contract/api-approvals'
import type { Fence } from '#contract/place'
import { seedDepartment, seedSite, type EmployeeSeed } from '../../prisma/seed/builders'
import { fixAt, placeInside, placeOutside } from '../demo/place'
import { sweepApprovals } from '../src/features/approvals/sweep-approvals.usecase'
import type { OutboxEvent } from '../src/ports/outbox-store'
import { createApprovals } from '../src/wiring/approvals'
import { approvalsSubscriber } from '../src/worker/approvals-subscriber'
import { fixedClock } from './fakes'
import {
  addPerson,
  bindPhone,
  checkInRequest,
  loginToken,
  seedFreeHours,
  send,
  sendOk,
  startApp,
  type Answered,
  type Person,
  type PhoneInUse,
} from './start-app'

export const APPROVALS = '/api/v1/approvals'
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS

const FENCE: Fence = { kind: 'circle', centre: { latitude: 31.2041, longitude: 121.5907 }, radiusMetres: 150 }
export const inside = () => ({ fix: fixAt(placeInside(FENCE), true) })
export const outside = () => ({ fix: fixAt(placeOutside(FENCE), true) })

/** Logins are limited by the real clock: a token serves until it is nearly too old for a decision. */
const TOKEN_SERVES_MS = 4 * MINUTE_MS

export type ApprovalsApp = Awaited<ReturnType<typeof startApprovalsApp>>

/** `leader` is asked first about staff, then `boss` of the department above, then `hr` of both. */
export async function startApprovalsApp() {
  const clock = fixedClock(Date.now())
  const app = await startApp({
    clock,
    seed: async (tx) => {
      const site = await seedSite(tx, { fence: FENCE })
      await seedFreeHours(tx, [site], { policy: { outOfRange: 'pending' } })
      await seedDepartment(tx, { id: 'sales', name: '销售部' })
      await seedDepartment(tx, { id: 'south', name: '华南组', parentId: 'sales' })
      await seedDepartment(tx, { id: 'works', name: '工程部' })
    },
  })
  const approvals = createApprovals(app.database, app.platform)
  const leader = await addPerson(app, { name: '王建国', departmentId: 'south' })
  const boss = await addPerson(app, { name: '吴涛' })
  const hr = await addPerson(app, { name: '李婷', roles: [['hr', 'sales']] })
  await app.seed((tx) => tx.departmentLeader.create({ data: { departmentId: 'sales', employeeId: boss.id } }))
  const tokens = new Map<string, { readonly token: string; readonly atMs: number }>()

  /** Of a login that is fresh by the server's clock. */
  async function tokenOf(person: Person): Promise<string> {
    const known = tokens.get(person.id)
    if (known !== undefined && clock.nowMs() - known.atMs < TOKEN_SERVES_MS) return known.token
    const token = await loginToken(app, person)
    tokens.set(person.id, { token, atMs: clock.nowMs() })
    return token
  }

  /** Hands every event so far to the subscriber, in order, whether it got it before or not. */
  async function deliverEvents(): Promise<void> {
    const subscriber = approvalsSubscriber(approvals.askForApproval)
    const rows = await app.database.read.outboxEvent.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
    const events = rows.map(({ payloadJson, createdAt, feedSequence, ...row }): OutboxEvent => ({
      ...row,
      payload: JSON.parse(payloadJson) as Record<string, unknown>,
      createdAtMs: createdAt.getTime(),
      feedSequence: feedSequence ?? 0,
    }))
    await subscriber.deliver(events.filter(({ type }) => subscriber.wants(type)))
  }

  async function submit(phone: PhoneInUse, kind: 'early' | 'late', changes: object = outside()): Promise<CheckInReply> {
    const { workDay } = await phone.context()
    const request = checkInRequest(app, phone, kind, { slot: { workDay, kind, span: 1 }, ...changes })
    return (await phone.submit(phone.signCheckIn(request))).reply
  }

  const list = async (token: string, query: string) =>
    (await sendOk<Page<ApprovalReply>>(app, { path: `${APPROVALS}?${query}`, token })).items
  const mine = async (phone: Pick<PhoneInUse, 'person'>) => list(await tokenOf(phone.person), 'role=requester')

  /** A check-in outside the fence, and the request about it as its requester sees it. */
  async function ask(phone: PhoneInUse, kind: 'early' | 'late' = 'early') {
    const reply = await submit(phone, kind)
    expect(reply).toMatchObject({ outcome: 'pending', code: 'OUT_OF_RANGE' })
    await deliverEvents()
    const [approval] = await mine(phone)
    if (approval === undefined) throw new Error('no request was opened')
    return { reply, approval }
  }

  async function versionNow(approvalId: string): Promise<number> {
    const request = await app.database.read.approvalRequest.findUnique({ where: { id: approvalId } })
    const where = { id: request?.subjectId ?? '' }
    return (await app.database.read.attempt.findUnique({ where }))?.decisionCount ?? 1
  }

  type Decision = 'approve' | 'reject'
  /** About the attempt as it stands, unless another version is named. */
  async function decide(
    person: Person,
    id: string,
    decision: Decision,
    { comment, subjectVersion }: { readonly comment?: string; readonly subjectVersion?: number } = {},
  ): Promise<Answered> {
    const version = subjectVersion ?? (await versionNow(id))
    const body = { decision, subjectVersion: version, ...(comment === undefined ? {} : { comment }) }
    return send(app, { path: `${APPROVALS}/${id}/decision`, token: await tokenOf(person), body })
  }

  async function decided(...input: Parameters<typeof decide>): Promise<ApprovalReply> {
    const { status, text } = await decide(...input)
    if (status !== 200) throw new Error(`${status}: ${text}`)
    return JSON.parse(text) as ApprovalReply
  }

  return {
    ...{
      app,
      clock,
      approvals,
      leader,
      boss,
      hr,
      tokenOf,
      deliverEvents,
      submit,
      ask,
      list,
      mine,
      decide,
      decided,
      versionNow,
    },
    bindStaff: (seed: EmployeeSeed = {}) =>
      bindPhone(app, { departmentId: 'south', leaders: [leader.id], name: '张敏', ...seed }),
    /** Ids of the requests that wait for this person. */
    waitingFor: async (person: Person) =>
      (await list(await tokenOf(person), 'role=approver&status=pending')).map(({ id }) => id),
    read: async (person: Person, id: string) =>
      sendOk<ApprovalReply>(app, { path: `${APPROVALS}/${id}`, token: await tokenOf(person) }),
    withdraw: async (person: Person, id: string) =>
      send(app, { method: 'POST', path: `${APPROVALS}/${id}/withdraw`, token: await tokenOf(person) }),
    sweep: () => sweepApprovals(approvals, 100),
    attempt: (attemptId: string) => app.database.read.attempt.findUniqueOrThrow({ where: { id: attemptId } }),
    decisionsOf: (attemptId: string) =>
      app.database.read.decision.findMany({ where: { attemptId }, orderBy: { number: 'asc' } }),
    /** Oldest first. */
    eventsAbout: async (approvalId: string) => {
      const rows = await app.database.read.outboxEvent.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
      return rows.filter((row) => row.type.startsWith('approval.') && row.payloadJson.includes(approvalId))
    },
    leave: (person: Person) =>
      app.seed((tx) => tx.employee.update({ where: { id: person.id }, data: { leftAt: new Date(clock.nowMs()) } })),
  }
}
