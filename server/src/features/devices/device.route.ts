import { defineRoute, type Route } from '../../http/route'
import type { BindDevice } from './bind-device.usecase'
import {
  presentBinding,
  presentDevice,
  presentDevices,
  presentEnrolment,
  type PresentableSession,
} from './device.present'
import {
  bindDeviceReplySchema,
  bindDeviceRequestSchema,
  devicePageSchema,
  deviceParamsSchema,
  deviceReplySchema,
  enrolmentReplySchema,
  revokeDeviceRequestSchema,
} from './device.schema'
import type { Enrol } from './enrol.usecase'
import type { ListMyDevices } from './my-devices.usecase'
import type { RevokeDevice } from './revoke-device.usecase'

export interface DeviceUseCases {
  readonly enrol: Enrol
  readonly bindDevice: BindDevice<PresentableSession>
  readonly revokeDevice: RevokeDevice
  readonly listMyDevices: ListMyDevices
}

export function deviceRoutes({ enrol, bindDevice, revokeDevice, listMyDevices }: DeviceUseCases): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/v1/devices/enrolments',
      operationId: 'enrolDevice',
      tag: 'devices',
      summary: '领取生成手机密钥用的随机数',
      access: 'consented',
      requestsPerMinute: 20,
      reply: enrolmentReplySchema,
      replyStatus: 201,
      handle: async ({ caller }) => ({ status: 201, json: presentEnrolment(await enrol(caller)) }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/devices',
      operationId: 'bindDevice',
      tag: 'devices',
      summary: '绑定这部手机，用新密钥签名',
      access: 'consented',
      signed: true,
      errors: [
        'DEVICE_SIGNATURE_INVALID',
        'DEVICE_ALREADY_BOUND',
        'DEVICE_OF_ANOTHER',
        'REBIND_ALREADY_REQUESTED',
        'BUSY_TRY_AGAIN',
      ],
      requestsPerMinute: 20,
      body: bindDeviceRequestSchema,
      reply: bindDeviceReplySchema,
      replyStatus: 201,
      handle: async ({ caller, body, signed, request }) => {
        const bound = await bindDevice({ ...body, caller, signed, requestId: request.requestId })
        return { status: 201, json: presentBinding(bound) }
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/devices/mine',
      operationId: 'myDevices',
      tag: 'devices',
      summary: '我的手机：绑定过的和在等换机的，最近的在前',
      access: 'session',
      permission: 'self.use',
      reply: devicePageSchema,
      handle: async ({ caller }) => ({ json: presentDevices(await listMyDevices(caller)) }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/devices/:deviceId/revoke',
      operationId: 'revokeDevice',
      tag: 'devices',
      summary: '解绑别人的手机，立即失效',
      access: 'session',
      permission: 'devices.revoke',
      errors: ['FRESH_LOGIN_NEEDED', 'NOT_FOUND', 'NOT_ALLOWED'],
      params: deviceParamsSchema,
      body: revokeDeviceRequestSchema,
      reply: deviceReplySchema,
      handle: async ({ caller, params, body, request }) => {
        const { requestId } = request
        const device = await revokeDevice({ caller, deviceId: params.deviceId, reason: body.reason, requestId })
        return { json: presentDevice(device) }
      },
    }),
  ]
}
