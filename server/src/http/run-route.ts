import type { Context } from 'koa'
import { AppError } from '../app-error'
import { authenticateCaller, type Authenticate } from './authenticate'
import { browserFacts, setCookies } from './cookies'
import { parseJson } from './json'
import type { Language } from './language'
import type { RateLimits } from './rate-limit'
import { hasBody, readJsonBytes, readRawBytes, requireJson } from './read-body'
import type { Answer, Route } from './route'
import { parseSignedBytes } from './signature-headers'
import { stateOf } from './state'
import { checkTarget, parametersOf, validate } from './validate'

export interface RouteParts {
  readonly authenticate: Authenticate
  readonly rateLimits: RateLimits
  /** Tests hold every reply to its schema. */
  readonly checksReplies: boolean
}

/** One request through its route: limits, session, access, body, signature headers, validation, handler, reply. */
export async function runRoute(context: Context, route: Route, parts: RouteParts): Promise<void> {
  const state = stateOf(context)
  state.route = route
  state.pattern = route.path
  const caller = await admit(context, route, parts)
  const read = () => readInput(context, route, state.language)
  const input = await (route.measure === undefined ? read() : route.measure('parse', read))
  const browser = route.browser ? browserFacts(context) : null
  send(context, route, await route.handle({ ...input, request: state.request, caller, browser }), parts)
}

async function readInput(context: Context, route: Route, language: Language) {
  checkTarget(context.originalUrl)
  const bytes = await readBody(context, route)
  const signed = route.signed
    ? parseSignedBytes({ method: context.method, target: context.originalUrl, headers: context.headers }, bytes)
    : null
  const parameters = parametersOf(context['params'] as Record<string, string>)
  return {
    signed,
    params: validate(route.params, parameters, 'QUERY_INVALID', language),
    query: validate(route.query, parametersOf(context.query), 'QUERY_INVALID', language),
    body: validateBody(route, bytes, language),
  }
}

async function admit(context: Context, route: Route, parts: RouteParts) {
  if (route.access !== 'public') return authenticateCaller(context, route, parts)
  const state = stateOf(context)
  await parts.rateLimits.forAddress(state)
  await parts.rateLimits.forRoute(state, route, state.request.networkAddress)
  return null
}

async function readBody(context: Context, route: Route): Promise<Uint8Array> {
  if (!hasBody(context.req) || context.method === 'GET' || context.method === 'HEAD') return new Uint8Array()
  requireJson(context)
  return route.signed ? readRawBytes(context.req) : readJsonBytes(context)
}

/** Clients that always send a body may send `{}` where none is asked for. */
function validateBody(route: Route, bytes: Uint8Array, language: Language): unknown {
  if (route.body === null && bytes.length === 0) return undefined
  return validate(route.body, parseJson(bytes), 'BODY_INVALID', language)
}

function send(context: Context, route: Route, answer: Answer<unknown>, parts: RouteParts): void {
  context.set('Cache-Control', 'no-store')
  setCookies(context, answer.cookies ?? [])
  context.status = answer.status ?? route.replyStatus
  if (!('json' in answer) && !('jsonText' in answer)) return
  const text = 'jsonText' in answer ? answer.jsonText : JSON.stringify(answer.json)
  if (parts.checksReplies) checkReply(route, JSON.parse(text))
  context.type = 'application/json; charset=utf-8'
  context.body = text
}

function checkReply(route: Route, reply: unknown): void {
  const parsed = route.reply?.safeParse(reply)
  if (parsed?.success !== false) return
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new AppError('INTERNAL', {
    cause: new Error(`${route.operationId} broke its reply schema: ${issues.join('; ')}`),
  })
}
