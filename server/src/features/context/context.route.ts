import { AppError } from '../../app-error'
import { defineRoute, type Route } from '../../http/route'
import { presentContext } from './context.present'
import { contextQuerySchema, contextReplySchema } from './context.schema'
import { loadContext, type ContextPorts } from './context.usecase'

export function contextRoutes(ports: ContextPorts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/context',
      operationId: 'getContext',
      tag: 'context',
      summary: '签到段、可签的场所、规则、服务器时间和新的挑战码',
      access: 'device',
      query: contextQuerySchema,
      reply: contextReplySchema,
      errors: ['DEVICE_NEEDED', 'EMPLOYEE_UNKNOWN'],
      handle: async ({ caller, query: { phoneTime, nearLatitude, nearLongitude } }) => {
        if (caller.keyThumbprint === null) throw new AppError('DEVICE_NEEDED')
        const near =
          nearLatitude === undefined || nearLongitude === undefined
            ? null
            : { latitude: nearLatitude, longitude: nearLongitude }
        const context = await loadContext(ports, {
          employeeId: caller.employeeId,
          keyThumbprint: caller.keyThumbprint,
          phoneTimeMs: phoneTime,
          near,
        })
        return { json: presentContext(context) }
      },
    }),
  ]
}
