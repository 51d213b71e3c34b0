import { defineRoute, type Caller, type RequestFacts, type Route } from '../../http/route'
import { presentDeadLetter, presentPlace } from './dead-letters.present'
import {
  deadLetterPageSchema,
  deadLetterParamsSchema,
  deadLettersQuerySchema,
  dropDeadLetterRequestSchema,
} from './dead-letters.schema'
import {
  dropDeadLetter,
  listDeadLetters,
  retryDeadLetter,
  type DeadLetterPorts,
  type LetterDecider,
} from './dead-letters.usecase'

const common = { tag: 'outbox', access: 'session', permission: 'integrations.manage' } as const
const path = '/api/v1/outbox/dead-letters'

export function deadLetterRoutes(ports: DeadLetterPorts): Route[] {
  return [
    defineRoute({
      ...common,
      method: 'get',
      path,
      operationId: 'listDeadLetters',
      summary: '送不出去的事件，最早的在前，各压住后面多少个',
      query: deadLettersQuerySchema,
      reply: deadLetterPageSchema,
      handle: async ({ query }) => {
        const { letters, next } = await listDeadLetters(ports, { after: query.cursor ?? null, limit: query.limit })
        return { json: { items: letters.map(presentDeadLetter), nextCursor: presentPlace(next) } }
      },
    }),
    defineRoute({
      ...common,
      method: 'post',
      path: `${path}/:eventId/:subscriber/retry`,
      operationId: 'retryDeadLetter',
      summary: '马上再送一次；又失败就仍停在这里',
      errors: ['NOT_FOUND'],
      params: deadLetterParamsSchema,
      handle: async ({ caller, request, params }) => {
        await retryDeadLetter(ports, deciderOf(caller, request), params)
        return { status: 204 }
      },
    }),
    defineRoute({
      ...common,
      method: 'post',
      path: `${path}/:eventId/:subscriber/drop`,
      operationId: 'dropDeadLetter',
      summary: '放弃：这个订阅方不再收到它，后面的继续',
      errors: ['NOT_FOUND'],
      params: deadLetterParamsSchema,
      body: dropDeadLetterRequestSchema,
      handle: async ({ caller, request, params, body }) => {
        await dropDeadLetter(ports, deciderOf(caller, request), params, body.reason)
        return { status: 204 }
      },
    }),
  ]
}

function deciderOf(caller: Caller, { requestId }: RequestFacts): LetterDecider {
  return { actor: { kind: 'employee', id: caller.employeeId }, requestId }
}
