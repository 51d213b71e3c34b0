import { defineRoute, type Route } from '../../http/route'
import type { SignPage } from './sign-page.usecase'
import { jsSignatureQuerySchema, jsSignatureReplySchema } from './web-session.schema'

export function jsSignatureRoutes({ signPage }: { readonly signPage: SignPage }): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/js-signatures',
      operationId: 'signPage',
      tag: 'web-sessions',
      summary: '给本站页面的 JS-SDK 签名',
      access: 'session',
      query: jsSignatureQuerySchema,
      reply: jsSignatureReplySchema,
      errors: ['WECOM_UNAVAILABLE', 'WECOM_REFUSED'],
      handle: async ({ query }) => ({ json: await signPage(query.kind, query.url) }),
    }),
  ]
}
