import { defineRoute, type Route } from '../../http/route'
import { presentTeamToday } from './team.present'
import { teamQuerySchema, teamTodayReplySchema } from './team.schema'
import { loadTeamToday, type TeamPorts } from './team-today.usecase'

/** The first page looks at everybody within reach. */
const REQUESTS_PER_MINUTE = 30

export function teamRoutes(ports: TeamPorts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/team/today',
      operationId: 'getTeamToday',
      tag: 'team',
      summary: '我能看的人今天的签到：每人的签到段、迟到、缺签、待审批；第一页带汇总，没有精确位置',
      access: 'session',
      permission: 'team.read',
      requestsPerMinute: REQUESTS_PER_MINUTE,
      query: teamQuerySchema,
      reply: teamTodayReplySchema,
      handle: async ({ caller: { employeeId, roles }, query: { cursor = null, limit } }) => ({
        json: presentTeamToday(await loadTeamToday(ports, { employeeId, roles, afterId: cursor, limit })),
      }),
    }),
  ]
}
