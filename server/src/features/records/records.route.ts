import { defineRoute, type Route } from '../../http/route'
import { presentRecord, presentRecordItem } from './records.present'
import { recordPageSchema, recordParamsSchema, recordReplySchema, recordsQuerySchema } from './records.schema'
import { listOwnRecords, readOwnRecord, type RecordPorts } from './records.usecase'

export function recordRoutes(ports: RecordPorts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/records',
      operationId: 'listOwnRecords',
      tag: 'records',
      summary: '我的签到，最近的在前，通过与否都在',
      access: 'session',
      permission: 'self.use',
      query: recordsQuerySchema,
      reply: recordPageSchema,
      handle: async ({ caller, query }) => {
        const { employeeId } = caller
        const page = await listOwnRecords(ports, { employeeId, cursor: query.cursor ?? null, limit: query.limit })
        return { json: { items: page.rows.map(presentRecordItem), nextCursor: page.nextCursor } }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/records/:attemptId',
      operationId: 'readOwnRecord',
      tag: 'records',
      summary: '我的一次签到的全部：每项检查的规定和实际，每次判定',
      access: 'session',
      permission: 'self.use',
      params: recordParamsSchema,
      reply: recordReplySchema,
      handle: async ({ caller, params }) => ({
        json: presentRecord(await readOwnRecord(ports, caller.employeeId, params.attemptId)),
      }),
    }),
  ]
}
