import type { WorkDay } from '#contract/work-day'
import type { DayAttempt } from '../features/check-in/check-in-facts.rules'
import type { NewChallenge } from '../features/context/challenge.rules'
import type { GivenConsent, PublishedNotice } from '../features/privacy/consent.rules'

export interface ContextFacts {
  /** Of the loaded days, oldest capture first. */
  readonly attempts: readonly DayAttempt[]
  /** Not cancelled, oldest first. */
  readonly plans: readonly { readonly workDay: WorkDay; readonly siteId: string; readonly note: string | null }[]
  /** Zones of the days that have been opened before. */
  readonly fixedZones: ReadonlyMap<WorkDay, string>
  readonly notices: readonly PublishedNotice[]
  readonly consents: readonly GivenConsent[]
  /** Names of the employed direct leaders, else of those who lead the person's department; never the person's own. */
  readonly leaders: readonly string[]
}

export interface ContextStore {
  /** Everything about one person from the first to the last day, in a fixed number of queries. */
  loadContext(employeeId: string, fromDay: WorkDay, toDay: WorkDay, nowMs: number): Promise<ContextFacts>
  /**
   * Stores the challenge, and the zone of each day that is opened for the first time; a day's first zone stands. Leaves no
   * trail: it changes nobody's rights and says nothing about anybody.
   * @returns the zones as they stand now
   */
  openContext(challenge: NewChallenge, zones: ReadonlyMap<WorkDay, string>): Promise<ReadonlyMap<WorkDay, string>>
}
