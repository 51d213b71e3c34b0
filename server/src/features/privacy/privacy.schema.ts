import { z } from 'zod'
import type { ConsentNotice, ConsentRequest } from '#contract/api'
import type { AssertEqual } from '../../http/assert-equal'

const version = z.int().min(1).max(2_147_483_647)

export const consentNoticeSchema = z
  .strictObject({ version, publishedAt: z.iso.datetime({ offset: true }), title: z.string(), text: z.string() })
  .meta({ id: 'ConsentNotice' })

export const consentRequestSchema = z.strictObject({ version }).meta({ id: 'ConsentRequest' })

export const privacySchemasMatchContract: readonly [
  AssertEqual<z.output<typeof consentNoticeSchema>, ConsentNotice>,
  AssertEqual<z.output<typeof consentRequestSchema>, ConsentRequest>,
] = [true, true]
