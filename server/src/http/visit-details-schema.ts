import { z } from 'zod'
import type { VisitDetails } from '#contract/api'
import type { AssertEqual } from './assert-equal'

const shortText = (longest: number) => z.string().trim().min(1).max(longest)

/** What a visit record says, as check-ins and edits send it. */
export const visitDetailsShape = {
  customer: shortText(200),
  contact: shortText(100).exactOptional(),
  contactPhone: shortText(40).exactOptional(),
  purpose: shortText(200),
  outcome: shortText(200).exactOptional(),
  notes: shortText(2000).exactOptional(),
}

export const visitDetailsSchema = z.strictObject(visitDetailsShape)

export const visitDetailsMatchContract: AssertEqual<z.output<typeof visitDetailsSchema>, VisitDetails> = true
