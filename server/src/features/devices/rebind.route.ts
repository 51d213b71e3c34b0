import { defineRoute, type Route } from '../../http/route'
import { presentRebind, type PresentableSession } from './device.present'
import { rebindReplySchema, rebindRequestSchema } from './rebind.schema'
import type { RequestRebind } from './request-rebind.usecase'

export interface RebindUseCases {
  readonly requestRebind: RequestRebind<PresentableSession>
}

export function rebindRoutes({ requestRebind }: RebindUseCases): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/v1/rebind-requests',
      operationId: 'requestRebind',
      tag: 'devices',
      summary: '申请换到这部手机，用新密钥签名；重复申请得到同一个申请',
      access: 'consented',
      signed: true,
      errors: [
        'FRESH_LOGIN_NEEDED',
        'DEVICE_SIGNATURE_INVALID',
        'DEVICE_OF_ANOTHER',
        'REBIND_NOT_NEEDED',
        'REBIND_ALREADY_REQUESTED',
        'BUSY_TRY_AGAIN',
      ],
      requestsPerMinute: 20,
      body: rebindRequestSchema,
      reply: rebindReplySchema,
      replyStatus: 201,
      handle: async ({ caller, body, signed, request }) => {
        const asked = await requestRebind({ ...body, caller, signed, requestId: request.requestId })
        return { status: 201, json: presentRebind(asked) }
      },
    }),
  ]
}
