import { defineRoute, type Caller, type RequestFacts, type Route } from '../../http/route'
import { presentPage, presentReceived, presentReport } from './feedback.present'
import {
  answerRequestSchema,
  faultReportReplySchema,
  faultReportRequestSchema,
  ownReportPageSchema,
  ownReportsQuerySchema,
  receivedPageSchema,
  receivedReplySchema,
  reportedPlaceSchema,
  reportParamsSchema,
  reportsQuerySchema,
} from './feedback.schema'
import {
  answerReport,
  listOwnReports,
  listReports,
  readReportedPlace,
  reportFault,
  type FeedbackPorts,
  type Reader,
} from './feedback.usecase'

const path = '/api/v1/feedback'
const own = { tag: 'feedback', access: 'session', permission: 'self.use' } as const
const received = { tag: 'feedback', access: 'session', permission: 'people.read' } as const
const REPORTS_PER_MINUTE = 5

export function feedbackRoutes(ports: FeedbackPorts): Route[] {
  return [
    defineRoute({
      ...own,
      method: 'post',
      path,
      operationId: 'reportFault',
      summary: '报告故障，可附诊断信息；位置只在勾选后附上，加密保存',
      errors: ['CONSENT_NEEDED'],
      requestsPerMinute: REPORTS_PER_MINUTE,
      body: faultReportRequestSchema,
      reply: faultReportReplySchema,
      replyStatus: 201,
      handle: async ({ caller, request: { requestId }, body }) => ({
        status: 201,
        json: presentReport(await reportFault(ports, { ...caller, requestId }, body)),
      }),
    }),
    defineRoute({
      ...own,
      method: 'get',
      path: `${path}/mine`,
      operationId: 'listOwnFaultReports',
      summary: '我报告的故障和答复，最近的在前',
      query: ownReportsQuerySchema,
      reply: ownReportPageSchema,
      handle: async ({ caller, query: { cursor = null, limit } }) => ({
        json: presentPage(await listOwnReports(ports, caller.employeeId, { cursor, limit }), presentReport),
      }),
    }),
    defineRoute({
      ...received,
      method: 'get',
      path,
      operationId: 'listFaultReports',
      summary: '人事收到的故障报告，最近的在前',
      errors: ['NOT_ALLOWED'],
      query: reportsQuerySchema,
      reply: receivedPageSchema,
      handle: async ({ caller, request, query: { answered = null, cursor: beforeId = null, limit } }) => ({
        json: presentPage(
          await listReports(ports, readerOf(caller, request), { answered, beforeId, limit }),
          presentReceived,
        ),
      }),
    }),
    defineRoute({
      ...received,
      method: 'post',
      path: `${path}/:reportId/answer`,
      operationId: 'answerFaultReport',
      summary: '答复一个故障报告，只答一次',
      errors: ['NOT_FOUND', 'FEEDBACK_ALREADY_ANSWERED'],
      params: reportParamsSchema,
      body: answerRequestSchema,
      reply: receivedReplySchema,
      handle: async ({ caller, request, params, body }) => ({
        json: presentReceived(await answerReport(ports, readerOf(caller, request), params.reportId, body.text)),
      }),
    }),
    defineRoute({
      ...received,
      permission: 'records.read_place',
      method: 'get',
      path: `${path}/:reportId/place`,
      operationId: 'readReportedPlace',
      summary: '故障报告附上的位置，每次查看都记入审计',
      errors: ['NOT_FOUND'],
      params: reportParamsSchema,
      reply: reportedPlaceSchema,
      handle: async ({ caller, request, params }) => ({
        json: await readReportedPlace(ports, readerOf(caller, request), params.reportId),
      }),
    }),
  ]
}

function readerOf({ employeeId, roles }: Caller, { requestId }: RequestFacts): Reader {
  return { employeeId, roles, requestId }
}
