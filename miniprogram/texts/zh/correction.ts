/** Asking for a forgotten check-in. */
export const correctionTexts = {} as const
