import { defineRoute, type Route } from '../../http/route'
import { checkInReplySchema, checkInRequestSchema } from './check-in.schema'
import { submitCheckIn, type SubmitCheckInPorts } from './submit-check-in.usecase'

export function checkInRoutes(ports: SubmitCheckInPorts): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/v1/check-ins',
      operationId: 'submitCheckIn',
      tag: 'check-ins',
      summary: '送一次签过名的签到；没通过的也答 200，outcome 为 refused',
      // Consent and device are judged: whoever may not check in gets a stored, explained refusal.
      access: 'session',
      permission: 'self.use',
      signed: true,
      body: checkInRequestSchema,
      reply: checkInReplySchema,
      measure: ports.measure,
      errors: ['REQUEST_ID_REUSED', 'TOO_MANY_ATTEMPTS', 'BUSY_TRY_AGAIN'],
      handle: async ({ body, caller, signed, request }) => ({
        jsonText: await submitCheckIn(ports, {
          employeeId: caller.employeeId,
          sessionId: caller.sessionId,
          requestId: request.requestId,
          networkAddress: request.networkAddress,
          receivedAtMs: request.receivedAtMs,
          sentAtMs: request.sentAtMs,
          body,
          signed,
        }),
      }),
    }),
  ]
}
