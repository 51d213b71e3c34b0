import { defineRoute, type Route } from '../../http/route'
import { presentVisitRecord } from './visit-record.present'
import { editVisitRecordRequestSchema, visitRecordParamsSchema, visitRecordReplySchema } from './visit-record.schema'
import { editVisitRecord, readVisitRecord, type VisitRecordPorts } from './visit-record.usecase'

const path = '/api/v1/check-ins/:attemptId/visit-record'

export function visitRecordRoutes(ports: VisitRecordPorts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path,
      operationId: 'readVisitRecord',
      tag: 'visits',
      summary: '我的拜访记录和改动历史',
      access: 'session',
      permission: 'self.use',
      errors: ['NOT_FOUND'],
      params: visitRecordParamsSchema,
      reply: visitRecordReplySchema,
      handle: async ({ caller, params }) => ({
        json: presentVisitRecord(await readVisitRecord(ports, caller.employeeId, params.attemptId)),
      }),
    }),
    defineRoute({
      method: 'put',
      path,
      operationId: 'editVisitRecord',
      tag: 'visits',
      summary: '当天补写或修改拜访记录，最多改 50 次，改前的内容留存；还没有记录时 version 填 0',
      access: 'consented',
      permission: 'self.use',
      errors: ['NOT_FOUND', 'VISIT_RECORD_CLOSED', 'VISIT_RECORD_FULL', 'VERSION_CONFLICT'],
      params: visitRecordParamsSchema,
      body: editVisitRecordRequestSchema,
      reply: visitRecordReplySchema,
      handle: async ({ caller, params, body, request }) => {
        const { version, ...details } = body
        const { employeeId } = caller
        const editing = { employeeId, attemptId: params.attemptId, version, details, requestId: request.requestId }
        return { json: presentVisitRecord(await editVisitRecord(ports, editing)) }
      },
    }),
  ]
}
