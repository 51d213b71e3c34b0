/** Reports of faults. */
export const faultTexts = {} as const
