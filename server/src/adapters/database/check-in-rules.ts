import { AppError } from '../../app-error'
import type { CheckInRules, RulesQuery } from '../../ports/check-in-store'
import type { RuleStore } from '../../ports/rule-store'
import { groupWork } from './group'

/** Reads version and schedules for a whole group at once; the book comes from memory while its version fits. */
export function createCheckInRules(rules: RuleStore, groupSize: number): CheckInRules {
  const load = groupWork({
    maxItems: groupSize,
    run: async (queries: readonly RulesQuery[]) => {
      const fromDay = queries.map((query) => query.fromDay).sort()[0] as string
      const toDay = queries
        .map((query) => query.toDay)
        .sort()
        .at(-1) as string
      const [version, schedules] = await Promise.all([
        rules.rulesVersion(),
        rules.loadPersonSchedules(
          queries.map((query) => query.employeeId),
          fromDay,
          toDay,
        ),
      ])
      const book = await rules.ruleBookAt(version)
      return queries.map(({ employeeId }) => ({ book, person: schedules.get(employeeId) ?? null }))
    },
  })
  return {
    load: async (query) => {
      const { book, person } = await load(query)
      if (person === null) throw new AppError('EMPLOYEE_UNKNOWN')
      return { book, person }
    },
  }
}
