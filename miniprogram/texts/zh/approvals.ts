/** What a leader decides about. */
export const approvalsTexts = {} as const
