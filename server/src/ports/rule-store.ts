import type { WorkDay } from '#contract/work-day'
import type { PersonSchedule, RuleBook } from '../features/shifts/rule-book.rules'

/** Reads the rule tables. The book is remembered by its version, which callers read with their other facts. */
export interface RuleStore {
  /** `Company.rulesVersion`: one row by key. */
  rulesVersion(): Promise<number>
  /**
   * The whole book at that version or, when the tables have moved on since it was read, a newer one.
   * No query while the remembered book fits; at most one book is remembered, and at most one load runs at a time.
   */
  ruleBookAt(version: number): Promise<RuleBook>
  /** The book as it stands now: `rulesVersion`, then `ruleBookAt`. */
  loadRuleBook(): Promise<RuleBook>
  /**
   * What the tables say about each person from the first to the last day, both included. The same few queries for one
   * person and for thousands; unknown ids are missing from the map.
   */
  loadPersonSchedules(
    employeeIds: readonly string[],
    fromDay: WorkDay,
    toDay: WorkDay,
  ): Promise<ReadonlyMap<string, PersonSchedule>>
}
