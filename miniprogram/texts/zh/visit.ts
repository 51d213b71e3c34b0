/** A visit: where, whom, what for, what came of it; photos. */
export const visitTexts = {} as const
