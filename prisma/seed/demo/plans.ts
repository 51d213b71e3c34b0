import type { Transaction } from '../../../server/src/adapters/database/database'
import { workDayToDate } from '../../../server/src/adapters/database/work-day'
import { addDays, weekdayOf } from '../../../server/src/features/shifts/work-day.rules'
import { seedFieldPlan, stableId } from '../builders'
import { chance } from './chance'
import { DEMO_PEOPLE } from './people'
import { demoEmployeeId } from './rules'
import { DEMO_CUSTOMERS, type DemoCustomer } from './sites'

const DAYS_AHEAD = 3
const ERRANDS = ['季度校准', '流量计更换', '现场调试', '故障排查', '验收', '备件送达']

/** The customers that a field engineer visits on a day; nobody else is planned. Today always has two. */
export function demoVisits(userId: string, workDay: string, today: string): readonly DemoCustomer[] {
  const person = DEMO_PEOPLE.find((item) => item.userId === userId)
  if (person?.position !== '外勤工程师' || (weekdayOf(workDay) > 4 && workDay !== today)) return []
  const near = DEMO_CUSTOMERS.filter((customer) => customer.near === person.base)
  const first = Math.floor(chance('visit', userId, workDay) * near.length)
  const count = workDay === today || chance('visits', userId, workDay) < 0.5 ? 2 : 1
  return Array.from({ length: count }, (_unused, index) => near[(first + index) % near.length] as DemoCustomer)
}

/** Plans of the past days, today and the next ones; what is planned already stays. */
export async function seedDemoPlans(tx: Transaction, today: string, daysBack: number): Promise<void> {
  const days = Array.from({ length: daysBack + 1 + DAYS_AHEAD }, (_unused, index) => addDays(today, index - daysBack))
  const known = await tx.fieldPlan.findMany({
    where: { workDay: { gte: workDayToDate(days[0] as string), lte: workDayToDate(addDays(today, DAYS_AHEAD)) } },
    select: { employeeId: true, workDay: true },
  })
  const planned = new Set(known.map((plan) => `${plan.employeeId} ${plan.workDay.getTime()}`))
  for (const { userId } of DEMO_PEOPLE) {
    const employeeId = demoEmployeeId(userId)
    for (const workDay of days) {
      if (planned.has(`${employeeId} ${workDayToDate(workDay).getTime()}`)) continue
      for (const customer of demoVisits(userId, workDay, today)) {
        await seedFieldPlan(tx, {
          id: stableId('demo', 'plan', employeeId, workDay, customer.id),
          employeeId,
          siteId: customer.id,
          workDay,
          note: ERRANDS[Math.floor(chance('errand', userId, workDay, customer.name) * ERRANDS.length)] ?? null,
          createdBy: demoEmployeeId('LiuSiYuan'),
          createdAt: new Date(workDayToDate(workDay).getTime() - 2 * 86_400_000),
        })
      }
    }
  }
}
