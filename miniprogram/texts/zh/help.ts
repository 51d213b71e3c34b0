/** Help, topics, and what each refusal means. */
export const helpTexts = {} as const
