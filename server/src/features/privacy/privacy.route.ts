import { defineRoute, type Route } from '../../http/route'
import { consentStateSchema } from '../../http/session-schema'
import { presentNotice } from './privacy.present'
import { consentNoticeSchema, consentRequestSchema } from './privacy.schema'
import type { PrivacyUseCases } from './privacy.usecase'

export function privacyRoutes({ currentNotice, agree, withdraw }: PrivacyUseCases): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/privacy/notice',
      operationId: 'privacyNotice',
      tag: 'privacy',
      summary: '现行隐私告知',
      access: 'session',
      errors: ['NOT_FOUND'],
      reply: consentNoticeSchema,
      handle: async () => ({ json: presentNotice(await currentNotice()) }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/privacy/consents',
      operationId: 'giveConsent',
      tag: 'privacy',
      summary: '同意现行隐私告知',
      access: 'session',
      errors: ['VERSION_CONFLICT', 'NOT_FOUND'],
      body: consentRequestSchema,
      reply: consentStateSchema,
      replyStatus: 201,
      handle: async ({ caller, body, request }) => {
        const { employeeId } = caller
        const state = await agree({ employeeId, version: body.version, requestId: request.requestId })
        return { status: 201, json: state }
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/v1/privacy/consents/current',
      operationId: 'withdrawConsent',
      tag: 'privacy',
      summary: '撤回同意，之后不再收集',
      access: 'session',
      reply: consentStateSchema,
      handle: async ({ caller, request }) => {
        const { employeeId } = caller
        return { json: await withdraw({ employeeId, requestId: request.requestId }) }
      },
    }),
  ]
}
