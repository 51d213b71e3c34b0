import type { Transaction } from '../../../server/src/adapters/database/database'
import { workDayToDate } from '../../../server/src/adapters/database/work-day'
import { addDays } from '../../../server/src/features/shifts/work-day.rules'
import { seedRoster, seedRule, seedShift, seedTeam, stableId } from '../builders'
import { DEMO_PEOPLE } from './people'
import { DEMO_SITE_IDS } from './sites'

const HOUR = 60
const ROSTER_WEEKS_BACK = 4
const ROSTER_WEEKS_AHEAD = 5

const shiftId = (name: string) => stableId('demo', 'shift', name)
const SHIFTS = { early: shiftId('早班'), middle: shiftId('中班'), night: shiftId('夜班') }

export const demoEmployeeId = (userId: string) => stableId('demo', 'employee', userId)
const teamId = (name: string) => stableId('demo', 'team', name)
const TEAMS = ['甲班', '乙班', '丙班', '丁班'] as const

/** Shifts, teams and the four rules: office, field service, research (flexible) and factory (roster). */
export async function seedDemoRules(tx: Transaction): Promise<void> {
  const everyWhere = Object.values(DEMO_SITE_IDS)
  const day = await seedShift(tx, {
    id: shiftId('常白班'),
    name: '常白班 09:00–18:00',
    spans: [{ lateGraceMinutes: 5 }],
  })
  const flexible = await seedShift(tx, {
    id: shiftId('弹性'),
    name: '弹性工时 8 小时',
    kind: 'flexible',
    requiredMinutes: 8 * HOUR,
    spans: [
      {
        earlyOpensMinutes: 7 * HOUR,
        earlyClosesMinutes: 13 * HOUR,
        lateOpensMinutes: 15 * HOUR,
        lateClosesMinutes: 26 * HOUR,
      },
    ],
  })
  await seedShift(tx, { id: SHIFTS.early, name: '早班 06:00–14:00', spans: [eightHoursFrom(6)] })
  await seedShift(tx, { id: SHIFTS.middle, name: '中班 14:00–22:00', spans: [eightHoursFrom(14)] })
  await seedShift(tx, { id: SHIFTS.night, name: '夜班 22:00–06:00', spans: [eightHoursFrom(22)] })

  const workWeek = (shift: string) => [shift, shift, shift, shift, shift, null, null]
  const week = workWeek(day)
  const validFrom = '2025-06-01'
  const department = (id: string) => [{ kind: 'department', id, validFrom } as const]
  await seedRule(tx, {
    id: ruleId('office'),
    name: '办公室',
    week,
    followsCalendar: true,
    sites: everyWhere,
    assignTo: [{ kind: 'company', validFrom }],
  })
  await seedRule(tx, {
    id: ruleId('service'),
    name: '外勤服务',
    week,
    followsCalendar: true,
    sites: everyWhere,
    policy: { noteFor: ['visit'], visitRepeatMinutes: 10 },
    assignTo: department('20'),
  })
  await seedRule(tx, {
    id: ruleId('research'),
    name: '研发弹性',
    week: workWeek(flexible),
    followsCalendar: true,
    sites: everyWhere,
    assignTo: department('30'),
  })
  await seedRule(tx, {
    id: ruleId('factory'),
    name: '工厂倒班',
    scheduleKind: 'roster',
    sites: [DEMO_SITE_IDS.suzhou],
    policy: { toleranceCapMetres: 40 },
    assignTo: TEAMS.map((name) => ({ kind: 'team', id: teamId(name), validFrom }) as const),
  })
  for (const name of TEAMS) {
    const members = DEMO_PEOPLE.filter((person) => person.team === name).map(({ userId }) => demoEmployeeId(userId))
    await seedTeam(tx, { id: teamId(name), name, members, validFrom })
  }
}

function ruleId(name: string): string {
  return stableId('demo', 'rule', name)
}

function eightHoursFrom(hour: number) {
  const start = hour * HOUR
  const end = start + 8 * HOUR
  return {
    startMinutes: start,
    endMinutes: end,
    earlyOpensMinutes: start - 60,
    earlyClosesMinutes: start + 2 * HOUR,
    lateOpensMinutes: end - 60,
    lateClosesMinutes: end + 3 * HOUR,
    lateGraceMinutes: 3,
  }
}

/** 四班三倒: two early, two middle, two night, two off; each team two days behind the one before. */
const CYCLE = [SHIFTS.early, SHIFTS.early, SHIFTS.middle, SHIFTS.middle, SHIFTS.night, SHIFTS.night, null, null]
const CYCLE_ANCHOR_MS = Date.UTC(2025, 0, 1)

/** Fills in the weeks around today; days that are planned already stay. 赵一鸣 covers nights for a colleague. */
export async function seedDemoRoster(tx: Transaction, today: string): Promise<void> {
  const from = addDays(today, -7 * ROSTER_WEEKS_BACK)
  const days = Array.from({ length: 7 * (ROSTER_WEEKS_BACK + ROSTER_WEEKS_AHEAD) }, (_unused, index) =>
    addDays(from, index),
  )
  for (const [index, name] of TEAMS.entries()) {
    const target = { kind: 'team', id: teamId(name) } as const
    await seedMissing(tx, target, days, (day) => {
      const cycleDay = (Date.parse(day) - CYCLE_ANCHOR_MS) / 86_400_000 - 2 * index
      return CYCLE[((cycleDay % CYCLE.length) + CYCLE.length) % CYCLE.length] ?? null
    })
  }
  const covered = days.filter((day) => addDays(today, -7) <= day && day <= addDays(today, 7))
  await seedMissing(tx, { kind: 'employee', id: demoEmployeeId('ZhaoYiMing') }, covered, () => SHIFTS.night)
}

async function seedMissing(
  tx: Transaction,
  target: { readonly kind: 'team' | 'employee'; readonly id: string },
  days: readonly string[],
  shiftOn: (day: string) => string | null,
): Promise<void> {
  const known = await tx.rosterEntry.findMany({
    where: { targetKind: target.kind, targetId: target.id, workDay: { in: days.map(workDayToDate) } },
  })
  const planned = new Set(known.map((entry) => entry.workDay.getTime()))
  const missing = days.filter((day) => !planned.has(workDayToDate(day).getTime()))
  if (missing.length === 0) return
  await seedRoster(tx, { target, days: Object.fromEntries(missing.map((day) => [day, shiftOn(day)])) })
}
