import type { Outcome } from '#contract/decision'
import type { SlotKind } from '#contract/work-day'
import type { ChallengeFacts, DayAttempt, EmployeeFacts } from '../../features/check-in/check-in-facts.rules'
import type { CheckInQuery, LoadedCheckIn, StoredReply } from '../../ports/check-in-store'
import type { FieldCipher } from '../../ports/field-cipher'
import { devicesOf } from './check-in-load-devices'
import { riskOf } from './check-in-load-risk'
import { sinceOf, toWish, type CheckInRows, type ReadCheckInRows } from './check-in-rows'
import type { Client } from './database'
import { groupBy, indexBy } from './index-by'
import { firstUses, loadPhotoUses } from './photo-use'
import { dateToWorkDay } from './work-day'

/** Loads the facts of a group of attempts. The number of queries does not depend on the size of the group. */
export async function loadCheckIns(
  read: Client,
  readRows: ReadCheckInRows,
  cipher: FieldCipher,
  queries: readonly CheckInQuery[],
): Promise<LoadedCheckIn[]> {
  const wishes = queries.map((query) => toWish(cipher, query))
  const [rows, photos] = await Promise.all([readRows(read, wishes, sinceOf(queries)), loadPhotos(read, queries)])
  const [people, devices, challenges] = [peopleOf(rows), devicesOf(rows), challengesOf(rows)]
  const [days, attempts, risk] = [daysOf(rows), attemptsOf(rows), riskOf(cipher, rows)]
  const outages = rows.outages.map((row) => ({ fromMs: row.startsAt.getTime(), untilMs: row.endsAt.getTime() }))
  return wishes.map((wish) => ({
    employee: people(wish),
    ...devices(wish),
    challenge: challenges(wish),
    ...attempts(wish),
    ...days(wish),
    photos: photos(wish),
    outages,
    risk: risk(wish),
  }))
}

type Of<Keys extends keyof LoadedCheckIn> = (query: CheckInQuery) => Pick<LoadedCheckIn, Keys>

const dayKey = (query: Pick<CheckInQuery, 'employeeId' | 'workDay'>) => `${query.employeeId} ${query.workDay}`
const rowDayKey = (row: { readonly employeeId: string; readonly workDay: Date }) =>
  dayKey({ employeeId: row.employeeId, workDay: dateToWorkDay(row.workDay) })

function daysOf(rows: CheckInRows): Of<'day' | 'plans'> {
  const dayOf = indexBy(rows.days, rowDayKey)
  const plansOf = groupBy(rows.plans, rowDayKey)
  return (query) => {
    const day = dayOf.get(dayKey(query))
    return {
      day: { version: day?.version ?? 0, zone: day?.zone ?? null },
      plans: (plansOf.get(dayKey(query)) ?? []).map((row) => ({
        siteId: row.siteId,
        createdAtMs: row.createdAt.getTime(),
        cancelledAtMs: row.cancelledAt?.getTime() ?? null,
      })),
    }
  }
}

function peopleOf(rows: CheckInRows): (query: CheckInQuery) => EmployeeFacts {
  const employeeById = indexBy(rows.employees, (row) => row.id)
  const consentsOf = groupBy(rows.consents, (row) => row.employeeId)
  const notices = rows.notices.map(({ version, publishedAt }) => ({ version, publishedAtMs: publishedAt.getTime() }))
  return ({ employeeId }) => ({
    id: employeeId,
    leftAtMs: employeeById.get(employeeId)?.leftAt?.getTime() ?? null,
    consents: (consentsOf.get(employeeId) ?? []).map((row) => ({
      version: row.version,
      givenAtMs: row.givenAt.getTime(),
      withdrawnAtMs: row.withdrawnAt?.getTime() ?? null,
    })),
    notices,
  })
}

function challengesOf(rows: CheckInRows): (query: CheckInQuery) => ChallengeFacts | null {
  const byId = indexBy(rows.challenges, (row) => row.id)
  const usedBy = indexBy(rows.usedPositions, (row) => `${row.challengeId} ${row.challengePosition}`)
  return ({ challengeId, challengePosition, keyThumbprint }) => {
    const row = byId.get(challengeId)
    if (row === undefined) return null
    return {
      id: row.id,
      issuedAtMs: row.issuedAt.getTime(),
      clockOffsetMs: row.clockOffsetMs,
      issuedToThisKey: row.keyThumbprint === keyThumbprint,
      usedByAttemptId: usedBy.get(`${challengeId} ${challengePosition}`)?.id ?? null,
      nextIssuedAtMs: row.nextIssuedAt?.getTime() ?? null,
    }
  }
}

function attemptsOf(
  rows: CheckInRows,
): Of<'repeat' | 'judgedLastHour' | 'refusedOfDay' | 'dayAttempts' | 'unprovenCapturesAtMs'> {
  const repeatOf = indexBy(rows.repeats, (row) => `${row.keyThumbprint} ${row.requestId}`)
  const judgedOf = indexBy(rows.judgedLastHour, (row) => row.employeeId)
  const refusedOf = indexBy(rows.refusedOfDay, rowDayKey)
  const ofDay = groupBy(rows.dayAttempts, rowDayKey)
  const unprovenOf = groupBy(rows.unprovenCaptures, (row) => row.employeeId)
  return (query) => ({
    repeat: toStoredReply(repeatOf.get(`${query.keyThumbprint} ${query.requestId}`)),
    judgedLastHour: judgedOf.get(query.employeeId)?.count ?? 0,
    refusedOfDay: refusedOf.get(dayKey(query))?.count ?? 0,
    dayAttempts: (ofDay.get(dayKey(query)) ?? []).map((row): DayAttempt => ({
      id: row.id,
      slot: { workDay: query.workDay, kind: row.slotKind as SlotKind, span: row.slotSpan },
      outcome: row.outcome as Outcome,
      capturedAtMs: row.capturedAt.getTime(),
      siteId: row.siteId,
    })),
    unprovenCapturesAtMs: (unprovenOf.get(query.employeeId) ?? []).map((row) => row.capturedAt.getTime()),
  })
}

function toStoredReply(row: CheckInRows['repeats'][number] | undefined): StoredReply | null {
  if (row === undefined) return null
  return { attemptId: row.id, employeeId: row.employeeId, bodyHash: row.bodyHash, replyJson: row.replyJson }
}

async function loadPhotos(
  read: Client,
  queries: readonly CheckInQuery[],
): Promise<(query: CheckInQuery) => LoadedCheckIn['photos']> {
  const hashes = queries.flatMap((query) => query.photoHashes)
  // Most attempts name no photo.
  if (hashes.length === 0) return () => []
  const uses = await loadPhotoUses(read, hashes)
  return ({ employeeId, photoHashes }) => {
    const usedBefore = firstUses(uses, employeeId, null)
    return photoHashes.map((sha256) => ({
      sha256,
      state: 'awaited',
      problem: null,
      usedBeforeAtMs: usedBefore(sha256),
      nearestDistance: null,
    }))
  }
}
