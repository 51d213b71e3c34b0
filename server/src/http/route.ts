import type { z } from 'zod'
import type { Permission, Role } from '#contract/roles'
import type { DeviceStanding } from '#contract/api'
import type { Measure } from '../ports/measure'
import type { Frozen } from './assert-equal'

/** Who a verified session belongs to. Read from the database with every request: revocation holds at once. */
export interface Caller {
  readonly sessionId: string
  readonly employeeId: string
  readonly userId: string
  readonly name: string
  readonly roles: readonly RoleInScope[]
  /** The key that this session is bound to; null for a phone that has none yet. */
  readonly keyThumbprint: string | null
  readonly device: DeviceStanding
  /** What `ConsentState.sufficient` says: false, nothing may be collected now. */
  readonly consentSufficient: boolean
  /** `web`: a browser's, which holds no device key and cannot get one. */
  readonly sessionKind: 'phone' | 'web'
  /** When this session's WeCom login code was redeemed, epoch milliseconds. */
  readonly loggedInAtMs: number
}

export interface RoleInScope {
  readonly role: Role
  /** Null: the whole company. */
  readonly scopeDepartmentId: string | null
}

/** The signature headers of a signed request, well-formed but not yet verified, with the exact bytes received. */
export interface SignedBytes {
  readonly method: string
  readonly path: string
  readonly keyThumbprint: string
  readonly timestampMs: number
  readonly challengeId: string
  readonly challengePosition: number
  /** 64 bytes. */
  readonly signature: Uint8Array
  readonly body: Uint8Array
}

export interface RequestFacts {
  readonly requestId: string
  readonly receivedAtMs: number
  /** The client's address as trusted proxies tell it. */
  readonly networkAddress: string
  /** The phone's clock when it sent (`x-waiqin-sent-at`); null when the header is absent or no number. */
  readonly sentAtMs: number | null
}

/** What a browser adds to its requests by itself; only routes that ask for it see it. */
export interface BrowserFacts {
  /** Null: the page's origin is not told, as by programs. */
  readonly origin: string | null
  /** Null: the browser sent no such cookie. */
  readonly cookie: (name: string) => string | null
}

/** Always HttpOnly. */
export interface AnswerCookie {
  readonly name: string
  /** Null: the browser shall forget it. */
  readonly value: string | null
  readonly path: string
  readonly sameSite: 'lax' | 'strict'
  /** Only over HTTPS. */
  readonly secure: boolean
  readonly maxAgeSeconds: number
}

/**
 * `public`: anyone. `session`: a valid access token. `consented`: also sufficient consent.
 * `device`: also a session whose key is bound or the candidate of an open rebind.
 */
export type Access = 'public' | 'session' | 'consented' | 'device'

export interface RouteInput<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly request: RequestFacts
}

export interface AuthenticatedInput<Params, Query, Body> extends RouteInput<Params, Query, Body> {
  readonly caller: Caller
}

/** What a handler answers; `text` answers are sent as they are (used for byte-for-byte replays). */
export type Answer<Reply> = (
  | { readonly status?: number; readonly json: Reply }
  | { readonly status?: number; readonly jsonText: string }
  | { readonly status: 204 }
) & { readonly cookies?: readonly AnswerCookie[] }

interface RouteBase {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** As @koa/router writes it, e.g. `/api/v1/sites/:siteId`. */
  readonly path: string
  readonly operationId: string
  readonly tag: string
  readonly summary: string
  /** The error codes beyond the general ones that this route may answer. */
  readonly errors?: readonly import('#contract/error-codes').ErrorCode[]
  /** Beside `replyStatus`, with the same reply: e.g. 200 for what stands already. */
  readonly otherReplyStatuses?: readonly number[]
  /** Token bucket of this route, per session (else per address). */
  readonly requestsPerMinute?: number
  /** Told how long the reading and checking of each request takes. */
  readonly measure?: Measure
}

/** The types of a route stay inside `defineRoute`; the list of routes needs none of them. */
export interface Route extends RouteBase {
  readonly access: Access
  readonly permission: Permission | null
  readonly signed: boolean
  readonly browser: boolean
  readonly params: z.ZodType | null
  readonly query: z.ZodType | null
  readonly body: z.ZodType | null
  readonly reply: z.ZodType | null
  readonly replyStatus: number
  readonly handle: (input: AnyInput) => Promise<Answer<unknown>>
}

export interface AnyInput extends RouteInput<unknown, unknown, unknown> {
  readonly caller: Caller | null
  readonly signed: SignedBytes | null
  readonly browser: BrowserFacts | null
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

interface Definition<P, Q, B, R, A extends Access, S extends boolean, W extends boolean> extends RouteBase {
  readonly access: A
  readonly permission?: Permission
  /** The route reads the raw body, needs all signature headers, and gets them with the exact bytes. */
  readonly signed?: S
  /** The route reads cookies or the page's origin, and gets them. */
  readonly browser?: W
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly reply?: R
  readonly replyStatus?: number
  readonly handle: (
    input: RouteInput<Parsed<P>, Parsed<Q>, Parsed<B>> &
      (A extends 'public' ? object : { readonly caller: Caller }) &
      (S extends true ? { readonly signed: SignedBytes } : object) &
      (W extends true ? { readonly browser: BrowserFacts } : object),
  ) => Promise<Answer<R extends z.ZodType ? Frozen<z.input<R>> : undefined>>
}

/** One route as data: the edge validates, authenticates and documents it; the handler sees typed input only. */
export function defineRoute<
  A extends Access,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | undefined = undefined,
  S extends boolean = false,
  W extends boolean = false,
>(definition: Definition<P, Q, B, R, A, S, W>): Route {
  return {
    ...definition,
    permission: definition.permission ?? null,
    signed: definition.signed ?? false,
    browser: definition.browser ?? false,
    params: definition.params ?? null,
    query: definition.query ?? null,
    body: definition.body ?? null,
    reply: definition.reply ?? null,
    replyStatus: definition.replyStatus ?? (definition.reply === undefined ? 204 : 200),
    handle: definition.handle as Route['handle'],
  }
}
