import { z } from 'zod'
import type { DeviceFacts } from '#contract/api'
import type { AssertEqual } from './assert-equal'

/** A control character would be six in stored JSON, and no phone says one. */
const factText = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^\P{Cc}*$/u)

/** What a phone says of itself, wherever it says it. */
export const deviceFactsSchema = z.strictObject({
  brand: factText(100),
  model: factText(100),
  platform: factText(40),
  system: factText(100),
})

export const deviceFactsMatchContract: AssertEqual<z.output<typeof deviceFactsSchema>, DeviceFacts> = true
