/** Settings, one's own data, about. */
export const accountTexts = {} as const
