import { defineRoute, type Route } from '../../http/route'
import { presentRecordItem } from './record-item.rules'
import { presentRecord } from './records.present'
import {
  recordMonthParamsSchema,
  recordMonthReplySchema,
  recordPageSchema,
  recordParamsSchema,
  recordReplySchema,
  recordsQuerySchema,
} from './records.schema'
import { listOwnRecords, readOwnMonth, readOwnRecord, type RecordPorts } from './records.usecase'

export function recordRoutes(ports: RecordPorts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/records',
      operationId: 'listOwnRecords',
      tag: 'records',
      summary: '我的签到，最近的在前，通过与否都在；可只看一个工作日期',
      access: 'session',
      permission: 'self.use',
      query: recordsQuerySchema,
      reply: recordPageSchema,
      handle: async ({ caller, query }) => {
        const { day: workDay = null, cursor = null, limit } = query
        const page = await listOwnRecords(ports, { employeeId: caller.employeeId, workDay, cursor, limit })
        return { json: { items: page.rows.map(presentRecordItem), nextCursor: page.nextCursor } }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/records/months/:month',
      operationId: 'readOwnMonth',
      tag: 'records',
      summary: '我的月历：每个工作日期的签到段和有效的签到，外勤、未通过和待处理的次数',
      access: 'session',
      permission: 'self.use',
      params: recordMonthParamsSchema,
      reply: recordMonthReplySchema,
      errors: ['EMPLOYEE_UNKNOWN'],
      handle: async ({ caller, params }) => ({ json: await readOwnMonth(ports, caller.employeeId, params.month) }),
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
