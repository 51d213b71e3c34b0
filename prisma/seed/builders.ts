/**
 * Builders of rows with sensible defaults, for the seeds and for tests: `database.write((tx) => seedEmployee(tx, {…}))`.
 * Seed the company first. What a seed names by itself (names, userids) is numbered, so that two never collide.
 */
export * from './builders/ids'
export * from './builders/people'
export * from './builders/places'
export * from './builders/rules'
