import { z } from 'zod'
import type { Page } from '#contract/api'
import type {
  AnswerFaultReportRequest,
  FaultReportReply,
  FaultReportRequest,
  ReceivedFaultReportReply,
  ReportedPlace,
} from '#contract/api-feedback'
import { personReplySchema } from '../../http/approval-schema'
import type { AssertEqual } from '../../http/assert-equal'
import { isoTime } from '../../http/decided-schema'
import { placesIn } from './diagnosis.rules'

const MOST_FACTS = 40

const factName = z.string().regex(/^[A-Za-z][A-Za-z0-9_.]{0,39}$/)
const factsSchema = z.record(factName, z.union([z.string().max(200), z.number(), z.boolean()]))

const diagnosisSchema = factsSchema.superRefine((diagnosis, context) => {
  if (Object.keys(diagnosis).length > MOST_FACTS) {
    context.addIssue({ code: 'custom', message: `最多 ${MOST_FACTS} 项` })
  }
  for (const name of placesIn(diagnosis)) {
    context.addIssue({ code: 'custom', path: [name], message: '诊断信息不能带位置；勾选后用 place 发送' })
  }
})

export const reportedPlaceSchema = z
  .strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    accuracyMetres: z.number().min(0).max(1_000_000).exactOptional(),
  })
  .meta({ id: 'ReportedPlace' })

export const faultReportRequestSchema = z
  .strictObject({
    text: z.string().trim().min(5).max(1_000),
    diagnosis: diagnosisSchema.exactOptional(),
    includesPlace: z.literal(true).exactOptional(),
    place: reportedPlaceSchema.exactOptional(),
  })
  .refine((report) => (report.includesPlace === undefined) === (report.place === undefined), {
    path: ['place'],
    message: 'includesPlace 和 place 要么都有，要么都没有',
  })
  .meta({ id: 'FaultReportRequest' })

export const answerRequestSchema = z
  .strictObject({ text: z.string().trim().min(1).max(1_000) })
  .meta({ id: 'AnswerFaultReportRequest' })

export const reportParamsSchema = z.strictObject({ reportId: z.uuid() })

const limit = z.coerce.number().int().min(1).max(100).default(30)
export const ownReportsQuerySchema = z.strictObject({ cursor: z.uuid().optional(), limit })
export const reportsQuerySchema = z.strictObject({
  answered: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  cursor: z.uuid().optional(),
  limit,
})

const reportShape = {
  id: z.uuid(),
  text: z.string(),
  diagnosis: factsSchema.nullable(),
  includesPlace: z.boolean(),
  createdAt: isoTime,
  answer: z.strictObject({ text: z.string(), answeredByName: z.string(), answeredAt: isoTime }).nullable(),
}

export const faultReportReplySchema = z.strictObject(reportShape).meta({ id: 'FaultReport' })
export const receivedReplySchema = z
  .strictObject({ ...reportShape, employee: personReplySchema })
  .meta({ id: 'ReceivedFaultReport' })

export const ownReportPageSchema = z.strictObject({
  items: z.array(faultReportReplySchema),
  nextCursor: z.string().nullable(),
})
export const receivedPageSchema = z.strictObject({
  items: z.array(receivedReplySchema),
  nextCursor: z.string().nullable(),
})

export const feedbackSchemasMatchContract: readonly [
  AssertEqual<z.output<typeof faultReportRequestSchema>, FaultReportRequest>,
  AssertEqual<z.output<typeof answerRequestSchema>, AnswerFaultReportRequest>,
  AssertEqual<z.output<typeof reportedPlaceSchema>, ReportedPlace>,
  AssertEqual<z.input<typeof ownReportPageSchema>, Page<FaultReportReply>>,
  AssertEqual<z.input<typeof receivedPageSchema>, Page<ReceivedFaultReportReply>>,
] = [true, true, true, true, true]
