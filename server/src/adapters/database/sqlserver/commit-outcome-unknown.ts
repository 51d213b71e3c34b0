/** The line broke, or nobody answered, while a transaction was being committed: it may have been kept, or not. */
export class CommitOutcomeUnknown extends Error {}
