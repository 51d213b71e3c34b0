/** Two weeks of check-ins, judged by the real rules and written like any other, so that everything fits together. */
import { bulkWriter } from '../../../server/src/adapters/database/bulk-rows'
import { commitCheckIns } from '../../../server/src/adapters/database/check-in-commit'
import type { Database } from '../../../server/src/adapters/database/database'
import { createRuleStore } from '../../../server/src/adapters/database/rule-store'
import { addDays } from '../../../server/src/features/shifts/work-day.rules'
import { localDate } from '../../../server/src/features/shifts/zone-time.rules'
import type { FieldCipher } from '../../../server/src/ports/field-cipher'
import { createDemoJudge, type JudgedTry } from './judge'
import { DEMO_PEOPLE, FEATURED_PEOPLE } from './people'
import { demoEmployeeId } from './rules'

const GROUP_SIZE = 32
const GROUP_SPAN_MS = 3_600_000

export interface HistoryOptions {
  readonly cipher: FieldCipher
  readonly nowMs: number
  readonly days: number
}

export async function seedDemoHistory(database: Database, { cipher, nowMs, days }: HistoryOptions): Promise<void> {
  const today = localDate(nowMs, 'Asia/Shanghai')
  const workDays = Array.from({ length: days + 1 }, (_unused, index) => addDays(today, index - days))
  const people = DEMO_PEOPLE.filter((person) => person.isNew !== true)
  const rules = createRuleStore(database)
  const ids = people.map(({ userId }) => demoEmployeeId(userId))
  const judge = createDemoJudge({
    book: await rules.loadRuleBook(),
    schedules: await rules.loadPersonSchedules(ids, addDays(today, -days - 1), addDays(today, 1)),
    today,
    nowMs,
  })
  const featured = new Set(FEATURED_PEOPLE.map((person) => person.userId))
  const tries = people
    // Today is left to whoever tries the demo.
    .flatMap((person) =>
      judge.triesOf(
        person,
        workDays.filter((day) => day !== today || !featured.has(person.userId)),
      ),
    )
    .filter((item) => item.receivedAtMs < nowMs)
    .sort((left, right) => left.receivedAtMs - right.receivedAtMs)
  let group: JudgedTry[] = []
  for (const item of tries) {
    const first = group[0]
    const isFull = group.length === GROUP_SIZE || group.some((other) => other.employeeId === item.employeeId)
    if (first !== undefined && (isFull || item.receivedAtMs - first.receivedAtMs > GROUP_SPAN_MS)) {
      await commitGroup(database, cipher, group)
      group = []
    }
    group.push(judge.judge(item))
  }
  if (group.length > 0) await commitGroup(database, cipher, group)
}

async function commitGroup(database: Database, cipher: FieldCipher, group: readonly JudgedTry[]): Promise<void> {
  await database.write((tx) => commitCheckIns(tx, bulkWriter, cipher, group))
}
