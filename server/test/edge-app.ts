import { z } from 'zod'
import { AppError } from '../src/app-error'
import { createApp, type AppParts } from '../src/http/app'
import { createLifecycle } from '../src/http/lifecycle'
import { defineRoute, type Caller, type Route } from '../src/http/route'
import { startServer } from '../src/http/server'
import type { AuditEntry } from '../src/ports/trail'
import type { Log } from '../src/ports/log'
import { countingRandom, fixedClock } from './fakes'

export const EDGE_NOW_MS = Date.UTC(2026, 10, 18, 0, 52, 9, 120)

export const STAFF: Caller = {
  sessionId: 'session-1',
  employeeId: 'employee-1',
  userId: 'ZhangMin',
  name: '张敏',
  roles: [{ role: 'staff', scopeDepartmentId: null }],
  keyThumbprint: 'a'.repeat(64),
  device: 'bound',
  consentSufficient: true,
  sessionKind: 'phone',
  loggedInAtMs: EDGE_NOW_MS - 60_000,
}

/** What the sample app knows as access tokens. */
const CALLERS: Readonly<Record<string, Caller>> = {
  staff: STAFF,
  'no-consent': { ...STAFF, sessionId: 'session-2', consentSufficient: false },
  'no-device': { ...STAFF, sessionId: 'session-3', device: 'other_bound' },
  candidate: { ...STAFF, sessionId: 'session-4', device: 'candidate' },
  web: { ...STAFF, sessionId: 'session-6', sessionKind: 'web' },
  admin: { ...STAFF, sessionId: 'session-5', roles: [{ role: 'admin', scopeDepartmentId: null }] },
}

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly fields: Readonly<Record<string, unknown>>
  readonly text: string
}

export interface EdgeApp {
  readonly url: string
  readonly audit: AuditEntry[]
  readonly log: LogLine[]
  readonly observed: { method: string; route: string; status: number }[]
  close(): Promise<void>
}

/** The real edge over real sockets with a few sample routes and tokens that need no database. */
export async function startEdgeApp(routes: readonly Route[], changes: Partial<AppParts> = {}): Promise<EdgeApp> {
  const audit: AuditEntry[] = []
  const lines: LogLine[] = []
  const observed: EdgeApp['observed'] = []
  const write = (level: LogLine['level']) => (fields: LogLine['fields'], text: string) => {
    lines.push({ level, fields, text })
  }
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') }
  const lifecycle = changes.lifecycle ?? createLifecycle()
  const handle = createApp({
    config: {
      environment: 'test',
      trustProxyHops: 0,
      rateLimits: { perSessionPerMinute: 10_000, perAddressPerMinute: 10_000 },
    },
    routes,
    pages: [],
    mounts: [],
    authenticate: async (token) => {
      const caller = CALLERS[token]
      if (caller === undefined) throw new AppError(token === 'expired' ? 'TOKEN_EXPIRED' : 'TOKEN_INVALID')
      return caller
    },
    auditRefusal: async (entry) => {
      audit.push(entry)
    },
    clock: fixedClock(EDGE_NOW_MS),
    random: countingRandom(),
    log,
    metrics: {
      observeRequest: ({ method, route, status }) => {
        observed.push({ method, route, status })
      },
    },
    ...changes,
    lifecycle,
  })
  const server = await startServer({ handle, host: '127.0.0.1', port: 0, lifecycle, graceSeconds: 5 })
  return { url: server.url, audit, log: lines, observed, close: server.close }
}

const position = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})

/** One route of each kind. */
export function sampleRoutes(): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/v1/echo',
      operationId: 'echo',
      tag: 'sample',
      summary: 'Answers what it was sent',
      access: 'session',
      body: z.strictObject({ text: z.string().max(100), fix: position.exactOptional() }),
      reply: z.strictObject({ text: z.string(), sentAtMs: z.number().nullable() }),
      handle: async ({ body, request }) => ({ json: { text: body.text, sentAtMs: request.sentAtMs } }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/signed',
      operationId: 'signedEcho',
      tag: 'sample',
      summary: 'Answers the signed bytes',
      access: 'device',
      signed: true,
      replyStatus: 200,
      body: z.strictObject({ text: z.string() }),
      handle: async ({ signed }) => ({
        jsonText: JSON.stringify({
          ...signed,
          signature: signed.signature.length,
          body: Buffer.from(signed.body).toString('utf8'),
        }),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/things/:thingId',
      operationId: 'thing',
      tag: 'sample',
      summary: 'Finds one thing',
      access: 'session',
      params: z.strictObject({ thingId: z.uuid() }),
      query: z.strictObject({ limit: z.coerce.number().int().min(1).max(50).exactOptional() }),
      reply: z.strictObject({ thingId: z.string(), limit: z.number().nullable() }),
      errors: ['NOT_FOUND'],
      handle: async ({ params, query }) => {
        if (params.thingId.startsWith('0')) throw new AppError('NOT_FOUND')
        return { json: { thingId: params.thingId, limit: query.limit ?? null } }
      },
    }),
    defineRoute({
      method: 'put',
      path: '/api/v1/things/:thingId',
      operationId: 'changeThing',
      tag: 'sample',
      summary: 'Changes one thing',
      access: 'consented',
      permission: 'sites.write',
      otherReplyStatuses: [202],
      params: z.strictObject({ thingId: z.uuid() }),
      handle: async () => ({ status: 204 }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/broken',
      operationId: 'broken',
      tag: 'sample',
      summary: 'Fails',
      access: 'public',
      handle: async () => {
        throw new Error('secret internals at /srv/waiqin')
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/limited',
      operationId: 'limited',
      tag: 'sample',
      summary: 'Twice a minute',
      access: 'session',
      requestsPerMinute: 2,
      handle: async () => ({ status: 204 }),
    }),
  ]
}
