/**
 * The stages of a check-in on the server, in their order. `parse`: reading the body, decoding, structure, headers,
 * schema.
 */
export type CheckInStage = 'token' | 'parse' | 'facts' | 'signature' | 'sites' | 'judge' | 'commit'

/** Runs the work and records how long it took, waiting for its group included. */
export type Measure = <Result>(stage: CheckInStage, work: () => Promise<Result>) => Promise<Result>
