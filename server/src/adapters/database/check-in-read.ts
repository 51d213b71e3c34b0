import { readRisk } from './check-in-read-risk'
import { peopleOf, type CheckInRows, type CheckInSince, type CheckInWish } from './check-in-rows'
import type { Client } from './database'
import { groupBy } from './index-by'
import { workDayToDate } from './work-day'

/** {@link CheckInRows} on any engine, by Prisma's own queries. */
export async function readCheckInRows(
  read: Client,
  wishes: readonly CheckInWish[],
  since: CheckInSince,
): Promise<CheckInRows> {
  // Before the attempts: a commit in between shows as a conflict, never as a missed attempt.
  const days = await readDays(read, wishes)
  const [person, devices, challenges, attempts, risk] = await Promise.all([
    readPeople(read, wishes, since),
    readDevices(read, wishes, since),
    readChallenges(read, wishes),
    readAttempts(read, wishes, since),
    readRisk(read, wishes, since),
  ])
  return { days, ...person, ...devices, ...challenges, ...attempts, ...risk }
}

type Part<Keys extends keyof CheckInRows> = Promise<Pick<CheckInRows, Keys>>

const daysOf = (wishes: readonly CheckInWish[]) => [...new Set(wishes.map((wish) => wish.workDay))].map(workDayToDate)

function readDays(read: Client, wishes: readonly CheckInWish[]) {
  return read.employeeDay.findMany({
    where: { OR: wishes.map(({ employeeId, workDay }) => ({ employeeId, workDay: workDayToDate(workDay) })) },
  })
}

async function readPeople(
  read: Client,
  wishes: readonly CheckInWish[],
  since: CheckInSince,
): Part<'employees' | 'consents' | 'notices' | 'plans' | 'outages'> {
  const employeeId = { in: peopleOf(wishes) }
  const [employees, consents, notices, plans, outages] = await Promise.all([
    read.employee.findMany({ where: { id: employeeId }, select: { id: true, leftAt: true } }),
    read.consent.findMany({
      where: { employeeId },
      select: { employeeId: true, version: true, givenAt: true, withdrawnAt: true },
      orderBy: { givenAt: 'desc' },
    }),
    read.consentNotice.findMany({ select: { version: true, publishedAt: true }, orderBy: { version: 'desc' } }),
    read.fieldPlan.findMany({
      where: { employeeId, workDay: { in: daysOf(wishes) } },
      select: { employeeId: true, workDay: true, siteId: true, createdAt: true, cancelledAt: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    read.outageInterval.findMany({
      where: { endsAt: { gt: since.unproven }, withdrawnAt: null },
      select: { startsAt: true, endsAt: true },
    }),
  ])
  return { employees, consents, notices, plans, outages }
}

async function readDevices(
  read: Client,
  wishes: readonly CheckInWish[],
  since: CheckInSince,
): Part<'devices' | 'openRebinds'> {
  const findDevices = () =>
    read.device.findMany({
      where: {
        OR: [
          { keyThumbprint: { in: wishes.map((wish) => wish.keyThumbprint) } },
          { employeeId: { in: peopleOf(wishes) }, state: 'active' },
        ],
      },
    })
  const devices = await findDevices()
  const candidateIds = devices.filter((row) => row.state === 'candidate').map((row) => row.id)
  if (candidateIds.length === 0) return { devices, openRebinds: [] }
  const openRebinds = await read.approvalRequest.findMany({
    where: {
      kind: 'rebind',
      status: 'pending',
      subjectId: { in: candidateIds },
      expiresAt: { gt: since.received },
    },
    select: { subjectId: true, requesterId: true },
  })
  // Decided between the two reads: what it made of the candidate stands now, in the same transaction as the decision.
  const isDecided = openRebinds.length < candidateIds.length
  return { devices: isDecided ? await findDevices() : devices, openRebinds }
}

async function readChallenges(read: Client, wishes: readonly CheckInWish[]): Part<'challenges' | 'usedPositions'> {
  const [named, usedPositions] = await Promise.all([
    read.challenge.findMany({ where: { id: { in: wishes.map((wish) => wish.challengeId) } } }),
    read.attempt.findMany({
      where: { OR: wishes.map(({ challengeId, challengePosition }) => ({ challengeId, challengePosition })) },
      select: { id: true, challengeId: true, challengePosition: true },
    }),
  ])
  if (named.length === 0) return { challenges: [], usedPositions }
  // Each newer one and not only the first per key: a group may hold two challenges of one key.
  const newer = await read.challenge.findMany({
    where: { OR: named.map((row) => ({ keyThumbprint: row.keyThumbprint, issuedAt: { gt: row.issuedAt } })) },
    select: { keyThumbprint: true, issuedAt: true },
    orderBy: { issuedAt: 'asc' },
  })
  const newerOf = groupBy(newer, (row) => row.keyThumbprint)
  const challenges = named.map((row) => ({
    ...row,
    nextIssuedAt: newerOf.get(row.keyThumbprint)?.find(({ issuedAt }) => issuedAt > row.issuedAt)?.issuedAt ?? null,
  }))
  return { challenges, usedPositions }
}

async function readAttempts(
  read: Client,
  wishes: readonly CheckInWish[],
  since: CheckInSince,
): Part<'repeats' | 'judgedLastHour' | 'refusedOfDay' | 'dayAttempts' | 'unprovenCaptures'> {
  const employeeId = { in: peopleOf(wishes) }
  const workDay = { in: daysOf(wishes) }
  const [repeats, judged, refused, dayAttempts, unprovenCaptures] = await Promise.all([
    read.attempt.findMany({
      where: { OR: wishes.map(({ keyThumbprint, requestId }) => ({ keyThumbprint, requestId })) },
      select: { id: true, employeeId: true, keyThumbprint: true, requestId: true, bodyHash: true, replyJson: true },
    }),
    read.attempt.groupBy({
      by: ['employeeId'],
      where: { employeeId, receivedAt: { gt: since.lastHour } },
      _count: { _all: true },
    }),
    read.attempt.groupBy({
      by: ['employeeId', 'workDay'],
      where: { employeeId, workDay, outcome: 'refused' },
      _count: { _all: true },
    }),
    read.attempt.findMany({
      where: { employeeId, workDay, outcome: { in: ['accepted', 'pending'] } },
      select: {
        id: true,
        employeeId: true,
        workDay: true,
        slotKind: true,
        slotSpan: true,
        outcome: true,
        capturedAt: true,
        siteId: true,
      },
      orderBy: [{ capturedAt: 'asc' }, { id: 'asc' }],
    }),
    read.attempt.findMany({
      where: { employeeId, captureUnproven: true, capturedAt: { gt: since.unproven } },
      select: { employeeId: true, capturedAt: true },
    }),
  ])
  return {
    repeats,
    judgedLastHour: judged.map((row) => ({ employeeId: row.employeeId, count: row._count._all })),
    refusedOfDay: refused.map((row) => ({
      employeeId: row.employeeId,
      workDay: row.workDay,
      count: row._count._all,
    })),
    dayAttempts,
    unprovenCaptures,
  }
}
