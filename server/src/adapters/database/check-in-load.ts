import type { Outcome } from '#contract/decision'
import type { SlotKind } from '#contract/work-day'
import type { ChallengeFacts, DayAttempt, EmployeeFacts } from '../../features/check-in/check-in-facts.rules'
import type { CheckInQuery, DayRow, LoadedCheckIn, StoredReply } from '../../ports/check-in-store'
import type { FieldCipher } from '../../ports/field-cipher'
import { loadDevices } from './check-in-load-devices'
import { loadRisk } from './check-in-load-risk'
import type { Client } from './database'
import { groupBy, indexBy } from './index-by'
import { dateToWorkDay, workDayToDate } from './work-day'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** The longest window that a policy may ask for. */
const UNPROVEN_WINDOW_DAYS = 90

/**
 * Loads the facts of a group of attempts. The number of queries does not depend on the size of the group.
 * The day's version is read before its attempts: a commit in between shows as a conflict, never as a missed attempt.
 */
export async function loadCheckIns(
  read: Client,
  cipher: FieldCipher,
  queries: readonly CheckInQuery[],
): Promise<LoadedCheckIn[]> {
  const dayOf = await loadDays(read, queries)
  const [people, devices, challenges, attempts, plans, photos, outages, risk] = await Promise.all([
    loadPeople(read, queries),
    loadDevices(read, queries),
    loadChallenges(read, queries),
    loadAttempts(read, queries),
    loadPlans(read, queries),
    loadPhotos(read, queries),
    loadOutages(read, queries),
    loadRisk(read, cipher, queries),
  ])
  return queries.map((query, index) => ({
    employee: people(query),
    ...devices(query),
    challenge: challenges(query),
    ...attempts(query),
    day: dayOf(query),
    plans: plans(query),
    photos: photos(query),
    outages,
    risk: risk[index] as LoadedCheckIn['risk'],
  }))
}

type Pick1<Key extends keyof LoadedCheckIn> = (query: CheckInQuery) => LoadedCheckIn[Key]
type PickMany<Keys extends keyof LoadedCheckIn> = (query: CheckInQuery) => Pick<LoadedCheckIn, Keys>

const dayKey = (query: Pick<CheckInQuery, 'employeeId' | 'workDay'>) => `${query.employeeId} ${query.workDay}`

async function loadDays(read: Client, queries: readonly CheckInQuery[]): Promise<(query: CheckInQuery) => DayRow> {
  const rows = await read.employeeDay.findMany({
    where: { OR: queries.map(({ employeeId, workDay }) => ({ employeeId, workDay: workDayToDate(workDay) })) },
  })
  const byKey = indexBy(rows, (row) => dayKey({ employeeId: row.employeeId, workDay: dateToWorkDay(row.workDay) }))
  return (query) => {
    const row = byKey.get(dayKey(query))
    return { version: row?.version ?? 0, zone: row?.zone ?? null }
  }
}

async function loadPeople(read: Client, queries: readonly CheckInQuery[]): Promise<Pick1<'employee'>> {
  const ids = queries.map((query) => query.employeeId)
  const [employees, consents, notices] = await Promise.all([
    read.employee.findMany({ where: { id: { in: ids } }, select: { id: true, leftAt: true } }),
    read.consent.findMany({ where: { employeeId: { in: ids } }, orderBy: { givenAt: 'desc' } }),
    read.consentNotice.findMany({ select: { version: true, publishedAt: true }, orderBy: { version: 'desc' } }),
  ])
  const employeeById = indexBy(employees, (row) => row.id)
  const consentsOf = groupBy(consents, (row) => row.employeeId)
  const published = notices.map(({ version, publishedAt }) => ({ version, publishedAtMs: publishedAt.getTime() }))
  return ({ employeeId }): EmployeeFacts => ({
    id: employeeId,
    leftAtMs: employeeById.get(employeeId)?.leftAt?.getTime() ?? null,
    consents: (consentsOf.get(employeeId) ?? []).map((row) => ({
      version: row.version,
      givenAtMs: row.givenAt.getTime(),
      withdrawnAtMs: row.withdrawnAt?.getTime() ?? null,
    })),
    notices: published,
  })
}

async function loadChallenges(read: Client, queries: readonly CheckInQuery[]): Promise<Pick1<'challenge'>> {
  const rows = await read.challenge.findMany({ where: { id: { in: queries.map((query) => query.challengeId) } } })
  const byId = indexBy(rows, (row) => row.id)
  const [newer, used] = await Promise.all([
    read.challenge.groupBy({
      by: ['keyThumbprint'],
      where: { OR: rows.map((row) => ({ keyThumbprint: row.keyThumbprint, issuedAt: { gt: row.issuedAt } })) },
      _min: { issuedAt: true },
    }),
    read.attempt.findMany({
      where: { OR: queries.map(({ challengeId, challengePosition }) => ({ challengeId, challengePosition })) },
      select: { id: true, challengeId: true, challengePosition: true },
    }),
  ])
  const nextOf = indexBy(newer, (row) => row.keyThumbprint)
  const usedBy = indexBy(used, (row) => `${row.challengeId} ${row.challengePosition}`)
  return ({ challengeId, challengePosition, keyThumbprint }): ChallengeFacts | null => {
    const row = byId.get(challengeId)
    if (row === undefined) return null
    const nextIssuedAt = nextOf.get(row.keyThumbprint)?._min.issuedAt ?? null
    return {
      id: row.id,
      issuedAtMs: row.issuedAt.getTime(),
      clockOffsetMs: row.clockOffsetMs,
      issuedToThisKey: row.keyThumbprint === keyThumbprint,
      usedByAttemptId: usedBy.get(`${challengeId} ${challengePosition}`)?.id ?? null,
      // Of two challenges of one key in the group, the younger one is newer than the elder, and not than itself.
      nextIssuedAtMs: nextIssuedAt !== null && nextIssuedAt > row.issuedAt ? nextIssuedAt.getTime() : null,
    }
  }
}

async function loadAttempts(
  read: Client,
  queries: readonly CheckInQuery[],
): Promise<PickMany<'repeat' | 'judgedLastHour' | 'refusedOfDay' | 'dayAttempts' | 'unprovenCapturesAtMs'>> {
  const employeeId = { in: queries.map((query) => query.employeeId) }
  const receivedAtMs = Math.min(...queries.map((query) => query.receivedAtMs))
  const workDay = { in: [...new Set(queries.map((query) => query.workDay))].map(workDayToDate) }
  const [repeats, judged, refused, ofDay, unproven] = await Promise.all([
    read.attempt.findMany({
      where: { OR: queries.map(({ keyThumbprint, requestId }) => ({ keyThumbprint, requestId })) },
      select: { id: true, employeeId: true, keyThumbprint: true, requestId: true, bodyHash: true, replyJson: true },
    }),
    read.attempt.groupBy({
      by: ['employeeId'],
      where: { employeeId, receivedAt: { gt: new Date(receivedAtMs - HOUR_MS) } },
      _count: { _all: true },
    }),
    read.attempt.groupBy({
      by: ['employeeId', 'workDay'],
      where: { employeeId, workDay, outcome: 'refused' },
      _count: { _all: true },
    }),
    read.attempt.findMany({
      where: {
        employeeId,
        workDay,
        outcome: { in: ['accepted', 'pending'] },
      },
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
      orderBy: { capturedAt: 'asc' },
    }),
    read.attempt.findMany({
      where: {
        employeeId,
        captureUnproven: true,
        capturedAt: { gt: new Date(receivedAtMs - UNPROVEN_WINDOW_DAYS * DAY_MS) },
      },
      select: { employeeId: true, capturedAt: true },
    }),
  ])
  const repeatOf = indexBy(repeats, (row) => `${row.keyThumbprint} ${row.requestId}`)
  const judgedOf = indexBy(judged, (row) => row.employeeId)
  const rowDayKey = (row: { employeeId: string; workDay: Date }) =>
    dayKey({ employeeId: row.employeeId, workDay: dateToWorkDay(row.workDay) })
  const refusedOf = indexBy(refused, rowDayKey)
  const attemptsOf = groupBy(ofDay, rowDayKey)
  const unprovenOf = groupBy(unproven, (row) => row.employeeId)
  return (query) => ({
    repeat: toStoredReply(repeatOf.get(`${query.keyThumbprint} ${query.requestId}`)),
    judgedLastHour: judgedOf.get(query.employeeId)?._count._all ?? 0,
    refusedOfDay: refusedOf.get(dayKey(query))?._count._all ?? 0,
    dayAttempts: (attemptsOf.get(dayKey(query)) ?? []).map((row): DayAttempt => ({
      id: row.id,
      slot: { workDay: query.workDay, kind: row.slotKind as SlotKind, span: row.slotSpan },
      outcome: row.outcome as Outcome,
      capturedAtMs: row.capturedAt.getTime(),
      siteId: row.siteId,
    })),
    unprovenCapturesAtMs: (unprovenOf.get(query.employeeId) ?? []).map((row) => row.capturedAt.getTime()),
  })
}

function toStoredReply(
  row: { id: string; employeeId: string; bodyHash: string; replyJson: string } | undefined,
): StoredReply | null {
  if (row === undefined) return null
  return { attemptId: row.id, employeeId: row.employeeId, bodyHash: row.bodyHash, replyJson: row.replyJson }
}

async function loadPlans(read: Client, queries: readonly CheckInQuery[]): Promise<Pick1<'plans'>> {
  const rows = await read.fieldPlan.findMany({
    where: { OR: queries.map(({ employeeId, workDay }) => ({ employeeId, workDay: workDayToDate(workDay) })) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const byDay = groupBy(rows, (row) => dayKey({ employeeId: row.employeeId, workDay: dateToWorkDay(row.workDay) }))
  return (query) =>
    (byDay.get(dayKey(query)) ?? []).map((row) => ({
      siteId: row.siteId,
      createdAtMs: row.createdAt.getTime(),
      cancelledAtMs: row.cancelledAt?.getTime() ?? null,
    }))
}

async function loadPhotos(read: Client, queries: readonly CheckInQuery[]): Promise<Pick1<'photos'>> {
  const hashes = queries.flatMap((query) => query.photoHashes)
  const rows = await read.attemptPhoto.findMany({
    where: { sha256: { in: hashes } },
    select: { sha256: true, attempt: { select: { receivedAt: true } } },
    // UUID v7: the oldest attempt comes last and wins.
    orderBy: { attemptId: 'desc' },
  })
  const usedOf = indexBy(rows, (row) => row.sha256)
  return (query) =>
    query.photoHashes.map((sha256) => ({
      sha256,
      state: 'awaited',
      problem: null,
      usedBeforeAtMs: usedOf.get(sha256)?.attempt.receivedAt.getTime() ?? null,
      nearestDistance: null,
    }))
}

async function loadOutages(read: Client, queries: readonly CheckInQuery[]): Promise<LoadedCheckIn['outages']> {
  const receivedAtMs = Math.min(...queries.map((query) => query.receivedAtMs))
  const rows = await read.outageInterval.findMany({
    where: { endsAt: { gt: new Date(receivedAtMs - UNPROVEN_WINDOW_DAYS * DAY_MS) } },
    select: { startsAt: true, endsAt: true },
  })
  return rows.map((row) => ({ fromMs: row.startsAt.getTime(), untilMs: row.endsAt.getTime() }))
}
