/** What a dashboard is made of, and the words that all of them are written in. */
import type { Bucket, Chart, Measure, SavedSearch } from './kibana-objects.rules'

export interface Board {
  /** Of the file and, after `waiqin-`, of the dashboard. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly charts: readonly Omit<Chart, 'id'>[]
  readonly searches?: readonly Omit<SavedSearch, 'id'>[]
  readonly map?: { readonly title: string; readonly query: string; readonly geoField: string }
}

export const TIME: Bucket = { kind: 'time' }
export const COUNT: Measure = { kind: 'count' }
export const PEOPLE: Measure = { kind: 'cardinality', field: 'user.id' }
export const terms = (field: string, size = 20): Bucket => ({ kind: 'terms', field, size })

export const DECIDED = 'event.action:"check_in.decided"'
export const REFUSED = `${DECIDED} AND attendance.outcome:refused`
export const LATE = `${DECIDED} AND attendance.late_minutes:>0`
export const EXPORTS = '(http.route:*export* OR http.route:*report*)'

export const events = { view: 'waiqin-events', measure: COUNT } as const
export const app = { view: 'waiqin-app', measure: COUNT } as const
