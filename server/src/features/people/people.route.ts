import { defineRoute, type Route } from '../../http/route'
import type { ReadMe } from './me.usecase'
import { presentGrant, presentGrants, presentMe } from './people.present'
import {
  grantParamsSchema,
  grantRoleRequestSchema,
  meReplySchema,
  personParamsSchema,
  roleGrantPageSchema,
  roleGrantReplySchema,
} from './people.schema'
import type { RoleUseCases } from './roles.usecase'

export interface PeopleUseCases extends RoleUseCases {
  readonly readMe: ReadMe
}

export function peopleRoutes({ readMe, grantsOf, grantRole, revokeRole }: PeopleUseCases): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/me',
      operationId: 'me',
      tag: 'people',
      summary: '我是谁，能做什么',
      access: 'session',
      permission: 'self.use',
      reply: meReplySchema,
      handle: async ({ caller }) => ({ json: presentMe(await readMe(caller)) }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/people/:employeeId/roles',
      operationId: 'listRoles',
      tag: 'people',
      summary: '一个人被授予的角色',
      access: 'session',
      permission: 'roles.grant',
      errors: ['NOT_FOUND'],
      params: personParamsSchema,
      reply: roleGrantPageSchema,
      handle: async ({ params }) => ({ json: presentGrants(await grantsOf(params.employeeId)) }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/people/:employeeId/roles',
      operationId: 'grantRole',
      tag: 'people',
      summary: '授予角色，登录 5 分钟内有效',
      access: 'session',
      permission: 'roles.grant',
      errors: ['FRESH_LOGIN_NEEDED', 'NOT_ALLOWED', 'NOT_FOUND', 'REFERENCE_UNKNOWN', 'VERSION_CONFLICT'],
      params: personParamsSchema,
      body: grantRoleRequestSchema,
      reply: roleGrantReplySchema,
      replyStatus: 201,
      handle: async ({ caller, params, body, request }) => {
        const grant = await grantRole({ ...params, ...body, caller, requestId: request.requestId })
        return { status: 201, json: presentGrant(grant) }
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/v1/people/:employeeId/roles/:grantId',
      operationId: 'revokeRole',
      tag: 'people',
      summary: '收回角色，登录 5 分钟内有效',
      access: 'session',
      permission: 'roles.grant',
      errors: ['FRESH_LOGIN_NEEDED', 'NOT_ALLOWED', 'NOT_FOUND'],
      params: grantParamsSchema,
      handle: async ({ caller, params, request }) => {
        await revokeRole({ ...params, caller, requestId: request.requestId })
        return { status: 204 }
      },
    }),
  ]
}
