import { jest } from '@jest/globals'
import { seedCompany, seedDepartment, seedEmployee } from '../../../../prisma/seed/builders'
import { countStatements } from '../../../test/count-statements'
import { countingRandom, fixedClock } from '../../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { AppError } from '../../app-error'
import { createDecideApproval } from '../../features/approvals/decide-approval.usecase'
import { createOpenApproval } from '../../features/approvals/open-approval.usecase'
import { sweepApprovals } from '../../features/approvals/sweep-approvals.usecase'
import { createWithdrawApproval } from '../../features/approvals/withdraw-approval.usecase'
import type { ApprovalSubject, NewApprovalRequest, SubjectOutcome } from '../../ports/approval-subject'
import type { ApprovalClosing } from '../../ports/approval-store'
import type { StoreTransaction } from '../../ports/transaction'
import { systemRandom } from '../system/system'
import { createApprovalStore } from './approval-store'
import type { Database } from './database'
import { openDatabase } from './open-database'
import { createTransactions } from './store-transaction'

jest.setTimeout(30_000)

const NOW = Date.UTC(2026, 10, 18, 1)
const HOUR_MS = 3_600_000
const [ZHANG, WANG, WU, SUN] = ['z', 'w', 'u', 's'].map((name) => `0190a000-0000-7000-8000-00000000000${name}`) as [
  string,
  string,
  string,
  string,
]

let opened: TestDatabase
/** A second connection, as another process has it. */
let other: Database
const clock = fixedClock(NOW)

beforeEach(async () => {
  clock.set(NOW)
  opened = await openTestDatabase()
  other = await openDatabase({ url: opened.url })
  await opened.database.write(async (tx) => {
    await seedCompany(tx)
    for (const [id, name] of [
      [WANG, '王建国'],
      [WU, '吴涛'],
      [SUN, '孙丽'],
    ] as const) {
      await seedEmployee(tx, { id, name })
    }
    await seedDepartment(tx, { id: 'sales', leaders: [WU] })
    await seedDepartment(tx, { id: 'south', parentId: 'sales' })
    await seedEmployee(tx, { id: ZHANG, name: '张敏', departmentId: 'south', leaders: [WANG] })
  })
})
afterEach(async () => {
  await other.close()
  await opened.close()
})

/** Keeps every outcome in the database, in the approval's own transaction: rolled back ones leave nothing. */
function recordingSubject(database: Database, kind: ApprovalSubject['kind'] = 'correction'): ApprovalSubject {
  const apply = async (request: { readonly id: string }, outcome: SubjectOutcome, tx: unknown) => {
    const { outboxEvent } = tx as Parameters<Parameters<Database['write']>[0]>[0]
    const id = systemRandom.id()
    const payloadJson = JSON.stringify(outcome)
    await outboxEvent.create({
      data: { id, aggregateKey: request.id, type: 'applied', payloadJson, createdAt: new Date(outcome.atMs) },
    })
    return { effect: null }
  }
  return {
    kind,
    expiresAfterMs: 72 * HOUR_MS,
    escalatesAfterMs: 24 * HOUR_MS,
    approvers: ['direct_leader', 'department_leader', 'next_level_up', 'hr', 'admin'],
    describe: (requests) => {
      const subject = { reply: { kind: 'correction' }, version: 1 } as const
      return Promise.resolve(new Map(requests.map(({ id }) => [id, subject])))
    },
    holdVersion: (_tx, _request, version) => Promise.resolve(version === 1),
    apply: (tx, request, outcome) => apply(request, outcome, tx),
  }
}

function partsOf(database: Database) {
  const subjects = [recordingSubject(database), recordingSubject(database, 'rebind')]
  const transactions = createTransactions(database)
  return { approvals: createApprovalStore(database), subjects, transactions, random: systemRandom, clock }
}

const applied = async (): Promise<SubjectOutcome[]> =>
  (await opened.database.read.outboxEvent.findMany({ where: { type: 'applied' } })).map(
    ({ payloadJson }) => JSON.parse(payloadJson) as SubjectOutcome,
  )

const ids = countingRandom(7)
const requestOf = (changes: Partial<NewApprovalRequest> = {}): NewApprovalRequest => ({
  id: ids.id(),
  kind: 'correction',
  subjectId: ids.id(),
  requesterId: ZHANG,
  reason: '忘了打卡',
  requestId: null,
  ...changes,
})

function open(request: NewApprovalRequest, database: Database = opened.database) {
  const parts = partsOf(database)
  const openApproval = createOpenApproval(parts)
  return parts.transactions.inTransaction((tx) => openApproval(tx, request, clock.nowMs()))
}

async function openOne(changes: Partial<NewApprovalRequest> = {}): Promise<string> {
  const request = requestOf(changes)
  expect(await open(request)).toBe('opened')
  return request.id
}

const callerOf = (employeeId: string) => ({ employeeId, roles: [], loggedInAtMs: clock.nowMs() })

function decide(database: Database, employeeId: string, approvalId: string, decision: 'approve' | 'reject') {
  const caller = callerOf(employeeId)
  const input = { caller, approvalId, decision, subjectVersion: 1, comment: null, requestId: 'request' }
  return createDecideApproval(partsOf(database))(input)
}

const codeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === 'fulfilled' ? 'ok' : result.reason instanceof AppError ? result.reason.code : result.reason

describe('opening', () => {
  it('twice under one id leaves one, also after it was decided', async () => {
    const request = requestOf()
    expect(await open(request)).toBe('opened')
    expect(await open({ ...request, reason: '另一个' })).toBe('opened_before')
    await decide(opened.database, WANG, request.id, 'reject')
    expect(await open(request)).toBe('opened_before')
    const rows = await opened.database.read.approvalRequest.findMany()
    expect(rows.map(({ reason, status }) => [reason, status])).toEqual([['忘了打卡', 'rejected']])
  })

  it('leaves one pending request a subject, and one rebind a person', async () => {
    const request = requestOf()
    await open(request)
    expect(await open({ ...request, id: ids.id() })).toBe('pending_already')
    expect(await open(requestOf())).toBe('opened')
    expect(await open(requestOf({ kind: 'rebind' }))).toBe('opened')
    expect(await open(requestOf({ kind: 'rebind' }))).toBe('pending_already')
    expect(await open(requestOf({ kind: 'rebind', requesterId: SUN }))).toBe('opened')
    await decide(opened.database, WANG, request.id, 'approve')
    expect(await open({ ...request, id: ids.id() })).toBe('opened')
  })

  it('by two processes at once leaves one', async () => {
    const request = requestOf()
    const results = await Promise.all(
      [opened.database, other, opened.database, other].map((database) => open({ ...request, id: ids.id() }, database)),
    )
    expect(results.sort()).toEqual(['opened', 'pending_already', 'pending_already', 'pending_already'])
    expect(await opened.database.read.approvalRequest.count()).toBe(1)
  })
})

describe('who is asked', () => {
  const rowsOf = async (requestId: string) =>
    (await opened.database.read.approver.findMany({ where: { requestId }, orderBy: { employeeId: 'asc' } })).map(
      ({ employeeId, level, onBehalfOf }) => [employeeId, level, onBehalfOf],
    )
  const leave = (id: string, leftAtMs = NOW) =>
    opened.database.write((tx) => tx.employee.update({ where: { id }, data: { leftAt: new Date(leftAtMs) } }))
  const delegate = (startsAtMs: number, endsAtMs: number, revokedAt: Date | null = null) =>
    opened.database.write((tx) =>
      tx.delegation.create({
        data: {
          ...{ id: ids.id(), leaderId: WANG, delegateId: SUN, revokedAt },
          startsAt: new Date(startsAtMs),
          endsAt: new Date(endsAtMs),
        },
      }),
    )

  it('is the leader; who has left is passed over, who leaves later is not', async () => {
    expect(await rowsOf(await openOne())).toEqual([[WANG, 1, null]])
    await leave(WANG, NOW + 1)
    expect(await rowsOf(await openOne())).toEqual([[WANG, 1, null]])
    await leave(WANG)
    expect(await rowsOf(await openOne())).toEqual([[WU, 3, null]])
  })

  it('counts a leader by a grant for exactly that department', async () => {
    await leave(WANG)
    const grant = { employeeId: SUN, role: 'leader', grantedBy: 'operator', grantedAt: new Date(NOW) }
    await opened.database.write((tx) =>
      tx.roleGrant.create({ data: { ...grant, id: ids.id(), scopeDepartmentId: 'south' } }),
    )
    expect(await rowsOf(await openOne())).toEqual([[SUN, 2, null]])
  })

  it.each<[string, number, number, Date | null, boolean]>([
    ['that holds', NOW, NOW + 1, null, true],
    ['that begins later', NOW + 1, NOW + 2, null, false],
    ['that has just ended', NOW - 1, NOW, null, false],
    ['that was revoked', NOW - 1, NOW + 1, new Date(NOW), false],
  ])('asks the delegate of a delegation %s, or not', async (_name, startsAtMs, endsAtMs, revokedAt, isAsked) => {
    await delegate(startsAtMs, endsAtMs, revokedAt)
    const standIn = [[SUN, 1, WANG]]
    expect(await rowsOf(await openOne())).toEqual([...(isAsked ? standIn : []), [WANG, 1, null]])
  })

  it('is not a delegate who has left', async () => {
    await delegate(NOW, NOW + 1)
    await leave(SUN)
    expect(await rowsOf(await openOne())).toEqual([[WANG, 1, null]])
  })

  it('asks a delegate in his own name one level up', async () => {
    await delegate(NOW, NOW + 100 * HOUR_MS)
    await opened.database.write((tx) =>
      tx.departmentLeader.create({ data: { departmentId: 'south', employeeId: SUN } }),
    )
    const id = await openOne()
    clock.advance(24 * HOUR_MS)
    expect(await sweepApprovals(partsOf(opened.database), 10)).toMatchObject({ escalated: 1, failed: [] })
    expect(await rowsOf(id)).toEqual([
      [SUN, 2, null],
      [WANG, 1, null],
    ])
  })

  it('ends quietly where nobody is above', async () => {
    const id = await openOne()
    await leave(WU)
    clock.advance(24 * HOUR_MS)
    expect(await sweepApprovals(partsOf(opened.database), 10)).toEqual({
      expired: 0,
      escalated: 0,
      failed: [],
      next: null,
    })
    const row = await opened.database.read.approvalRequest.findUniqueOrThrow({ where: { id } })
    expect([row.level, row.escalateAt, row.status]).toEqual([5, null, 'pending'])
    expect(await opened.database.read.outboxEvent.count({ where: { type: 'approval.escalated' } })).toBe(0)
  })
})

describe('races between two processes', () => {
  it('two leaders deciding at once: one outcome, carried out once', async () => {
    await opened.database.write((tx) => tx.employeeLeader.create({ data: { employeeId: ZHANG, leaderId: SUN } }))
    for (let round = 0; round < 5; round++) {
      const id = await openOne()
      const results = await Promise.allSettled([
        decide(opened.database, WANG, id, 'approve'),
        decide(other, SUN, id, 'reject'),
        decide(other, WANG, id, 'reject'),
        decide(opened.database, SUN, id, 'approve'),
      ])
      expect(results.map(codeOf).sort()).toEqual([
        ...['APPROVAL_ALREADY_DECIDED', 'APPROVAL_ALREADY_DECIDED', 'APPROVAL_ALREADY_DECIDED', 'ok'],
      ])
      expect(await applied()).toHaveLength(round + 1)
    }
  })

  it('a decision and a withdrawal: one of them', async () => {
    const id = await openOne()
    const withdraw = createWithdrawApproval(partsOf(other))
    const results = await Promise.allSettled([
      decide(opened.database, WANG, id, 'approve'),
      withdraw({ caller: { employeeId: ZHANG }, approvalId: id, requestId: 'request' }),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [outcome, ...more] = await applied()
    expect(more).toEqual([])
    const row = await opened.database.read.approvalRequest.findUniqueOrThrow({ where: { id } })
    expect(row.status).toBe(outcome?.status)
  })

  it('three workers sweeping: each request expires once, and goes up once', async () => {
    for (let count = 0; count < 4; count++) await openOne()
    const sweepAtOnce = () =>
      Promise.all([opened.database, other, opened.database].map((database) => sweepApprovals(partsOf(database), 10)))
    clock.advance(24 * HOUR_MS)
    const escalated = await sweepAtOnce()
    expect(escalated.flatMap(({ failed }) => failed)).toEqual([])
    expect(escalated.reduce((sum, report) => sum + report.escalated, 0)).toBe(4)
    clock.advance(48 * HOUR_MS)
    const expired = await sweepAtOnce()
    expect(expired.flatMap(({ failed }) => failed)).toEqual([])
    expect(expired.reduce((sum, report) => sum + report.expired, 0)).toBe(4)
    expect((await applied()).map(({ status, decidedBy }) => [status, decidedBy])).toEqual(
      Array<unknown>(4).fill(['expired', null]),
    )
  })
})

describe('conditional writes', () => {
  const inStore = <Result>(
    work: (store: ReturnType<typeof createApprovalStore>, tx: StoreTransaction) => Promise<Result>,
  ) => {
    const { approvals, transactions } = partsOf(opened.database)
    return transactions.inTransaction((tx) => work(approvals, tx))
  }
  const close = (id: string, when: ApprovalClosing['when'], status: ApprovalClosing['status'] = 'expired') =>
    inStore((store, tx) => store.close(tx, { id, status, decidedBy: null, comment: null, when }, clock.nowMs()))

  it('close a request once, in its time or after it', async () => {
    const id = await openOne()
    expect(await close(id, 'overdue')).toBe(false)
    clock.advance(72 * HOUR_MS)
    expect(await close(id, 'in_time', 'approved')).toBe(false)
    expect(await close(id, 'overdue')).toBe(true)
    expect([await close(id, 'overdue'), await close(id, 'any'), await close(id, 'in_time')]).toEqual([
      false,
      false,
      false,
    ])
    expect((await opened.database.read.approvalRequest.findUniqueOrThrow({ where: { id } })).status).toBe('expired')
  })

  it('escalate from the level that was read, when it is due, while it is pending', async () => {
    const id = await openOne()
    const escalate = (fromLevel: number, level: number) =>
      inStore((store, tx) =>
        store.escalate(
          tx,
          { id, fromLevel, level, rows: [], escalateAtMs: clock.nowMs() + HOUR_MS },
          { audit: [], events: [] },
          clock.nowMs(),
        ),
      )
    expect(await escalate(1, 3)).toBe(false)
    clock.advance(24 * HOUR_MS)
    expect([await escalate(2, 3), await escalate(1, 3), await escalate(1, 3), await escalate(3, 4)]).toEqual([
      ...[false, true, false, false],
    ])
    await close(id, 'any')
    clock.advance(HOUR_MS)
    expect(await escalate(3, 4)).toBe(false)
  })
})

it('carries nothing out when the subject changed in every try', async () => {
  const id = await openOne()
  const parts = partsOf(opened.database)
  const subjects = [{ ...recordingSubject(opened.database), apply: () => Promise.resolve('conflict' as const) }]
  const input = { caller: callerOf(WANG), approvalId: id, subjectVersion: 1, comment: null, requestId: 'request' }
  const work = createDecideApproval({ ...parts, subjects })({ ...input, decision: 'approve' })
  await expect(work).rejects.toMatchObject({ code: 'BUSY_TRY_AGAIN' })
  const row = await opened.database.read.approvalRequest.findUniqueOrThrow({ where: { id } })
  expect([row.status, row.decidedBy]).toEqual(['pending', null])
})

it('lists a page with the same number of statements for two requests and for twenty', async () => {
  const { counting, statements } = await countStatements(opened.url)
  try {
    const relation = {
      role: 'approver',
      employeeId: WANG,
      scope: { kind: 'some', departmentIds: [], employeeIds: [] },
      leaderLevels: [{ kind: 'correction', levels: [1, 2, 3] }],
    } as const
    const cost = async () => {
      const before = statements()
      const found = await createApprovalStore(counting).list(
        { relation, status: 'pending', before: null, limit: 50 },
        clock.nowMs(),
      )
      return { found: found.length, statements: statements() - before }
    }
    for (let count = 0; count < 2; count++) await openOne()
    const few = await cost()
    for (let count = 0; count < 18; count++) await openOne()
    expect(await cost()).toEqual({ found: 20, statements: few.statements })
    expect(few.found).toBe(2)
  } finally {
    await counting.close()
  }
})
