/** The team today. */
export const teamTexts = {} as const
