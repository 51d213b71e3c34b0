/** Looks at a database from outside all stores, for whoever sets an installation up. */
import type { DatabaseFacts, Unreachable } from '../features/db-doctor/facts.rules'

export interface DatabaseProbe {
  /** Changes nothing; needs no more rights than web and worker have. */
  facts(): Promise<DatabaseFacts | Unreachable>
}
