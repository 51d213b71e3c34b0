import type { IncomingMessage, ServerResponse } from 'node:http'
import Router from '@koa/router'
import Koa, { type Context, type Middleware } from 'koa'
import helmet from 'koa-helmet'
import { AppError } from '../app-error'
import type { Config } from '../config'
import type { Log } from '../ports/log'
import type { Clock, Random } from '../ports/system'
import { accessLog } from './access-log'
import type { Authenticate } from './authenticate'
import { errorHandler, type AuditRefusal } from './error-handler'
import type { Lifecycle } from './lifecycle'
import type { Metrics } from './metrics'
import { createMountHandler, type Mount } from './mount'
import { showPage, type Page } from './page'
import { createRateLimits } from './rate-limit'
import { networkAddress, requestFacts } from './request-facts'
import type { Route } from './route'
import { runRoute, type RouteParts } from './run-route'

export interface AppParts {
  readonly config: Pick<Config, 'environment' | 'trustProxyHops' | 'rateLimits'>
  readonly routes: readonly Route[]
  readonly pages: readonly Page[]
  /** Stand-ins of other systems under a path of their own; they see the path below it. */
  readonly mounts: readonly Mount[]
  readonly authenticate: Authenticate
  readonly auditRefusal: AuditRefusal
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly metrics: Pick<Metrics, 'observeRequest'>
  readonly lifecycle: Lifecycle
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void

/** The HTTP edge: everything between a socket and a handler, in the order in which it happens. */
export function createApp(parts: AppParts): RequestHandler {
  const { config, log, clock, random } = parts
  const trustsProxy = config.trustProxyHops > 0
  const app = new Koa({ proxy: trustsProxy, maxIpsCount: config.trustProxyHops })
  const router = createRouter(parts)

  app.use(requestFacts({ clock, random, trustsProxy }))
  app.use(accessLog(parts))
  app.use(securityHeaders(config.environment === 'production'))
  app.use(errorHandler({ log, auditRefusal: parts.auditRefusal }))
  app.use(refuseWhenStopping(parts.lifecycle))
  app.use(router.routes())
  app.use(unknownRoute)
  app.on('error', (err: unknown) => log.error({ err }, 'an answer could not be sent'))

  const handle = app.callback()
  const handleMount = createMountHandler({
    ...parts,
    failuresPerMinute: config.rateLimits.perAddressPerMinute,
    addressOf: (request, response) => networkAddress(app.createContext(request, response)),
  })
  return (request, response) => {
    if (!handleMount(request, response)) void handle(request, response)
  }
}

function createRouter(parts: AppParts): Router {
  const router = new Router({ sensitive: true, strict: true })
  const routeParts: RouteParts = {
    authenticate: parts.authenticate,
    rateLimits: createRateLimits(parts.config.rateLimits, parts.routes),
    checksReplies: parts.config.environment === 'test',
  }
  for (const page of parts.pages) router.get(page.path, (context) => showPage(context as unknown as Context, page))
  for (const route of parts.routes) {
    router[route.method](route.path, (context) => runRoute(context as unknown as Context, route, routeParts))
  }
  return router
}

/** Pages replace the policy by their own; JSON needs none of what it forbids. HSTS belongs to a TLS proxy in front. */
function securityHeaders(isProduction: boolean): Middleware {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: isProduction && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  })
}

function refuseWhenStopping(lifecycle: Lifecycle): Middleware {
  return async (context, next) => {
    if (!lifecycle.stopping) {
      await next()
      // Stopped meanwhile: the answer is given, the connection is not kept.
      if (lifecycle.leaving) context.set('Connection', 'close')
      return
    }
    const isProbe = context.path === '/readyz' || context.path === '/healthz'
    context.set('Connection', 'close')
    if (!isProbe) throw new AppError('SHUTTING_DOWN', { retryAfterSeconds: 5 })
    await next()
  }
}

/** Nothing answered: 405 with `Allow` where another method would have been, else 404. */
const unknownRoute: Middleware = (context) => {
  const matched = (context['matched'] ?? []) as readonly { readonly methods: readonly string[] }[]
  if (matched.length === 0) throw new AppError('ROUTE_UNKNOWN')
  context.set('Allow', [...new Set(matched.flatMap(({ methods }) => methods))].sort().join(', '))
  throw new AppError('METHOD_NOT_ALLOWED')
}
