import { createSandboxListener } from '../../sandbox/wecom/sandbox-listener'
import { createWecomSandbox } from '../../sandbox/wecom/wecom-sandbox'
import { requireMigrated } from '../adapters/database/migrate'
import { createOutboxBacklog } from '../adapters/database/outbox-backlog'
import { writeTrail } from '../adapters/database/trail'
import { createLog } from '../adapters/system/log'
import { generateSigningKeyPair } from '../adapters/system/signing-key-pair'
import { createWecomApi } from '../adapters/wecom/wecom-api'
import { createWecomLogin } from '../adapters/wecom/wecom-login'
import { SANDBOX_WECOM_PATH, wecomBaseUrl, type Config } from '../config'
import { createAuthenticate } from '../features/sessions/authenticate.usecase'
import { ensureSigningKey } from '../features/sessions/signing-keys.usecase'
import { createApp } from '../http/app'
import { docsPages } from '../http/docs-pages'
import type { AuditRefusal } from '../http/error-handler'
import { healthPages } from '../http/health'
import { createLifecycle } from '../http/lifecycle'
import { createMetrics, metricsPage } from '../http/metrics'
import type { Mount } from '../http/mount'
import { openApiPage } from '../http/openapi'
import { startServer, type RunningServer } from '../http/server'
import type { Wecom } from '../ports/wecom'
import { createPhotoStorage, openPhotoMount } from './photo-store'
import { openPlatform, SYSTEM_SOURCES, type Platform, type Sources } from './platform'
import { openPreview } from './preview'
import { apiRoutes } from './routes'
import { startPages } from './start-pages'

const VERSION = '0.1.0'

/** The web process: the API, its documentation, the start page and, in development, the WeCom sandbox. */
export async function startWeb(config: Config, sources: Sources = SYSTEM_SOURCES): Promise<RunningServer> {
  await requireMigrated(config.database.url)
  const platform = await openPlatform(config, sources)
  const { clock, random, signingKeys, sessions, tokens, consentGraceDays } = platform
  await ensureSigningKey({ keys: signingKeys, clock, generateKeyPair: generateSigningKeyPair })
  const log = createLog(config, 'web')
  const metrics = createMetrics()
  metrics.watchWriteQueue(platform.database.waitingWrites)
  metrics.watchOutbox(createOutboxBacklog(platform.database), clock)
  const lifecycle = createLifecycle()
  const wecom = wecomLogin(platform, () => server.port)
  const authenticate = createAuthenticate({ sessions, tokens, consentGraceDays })
  const photoStore = createPhotoStorage(config, { random }, () => server.port)
  const routes = apiRoutes(platform, { wecom, photoStore, metrics })
  const preview = openPreview(config, platform)
  const handle = createApp({
    config,
    routes,
    pages: [
      ...startPages(config),
      ...preview.pages,
      ...docsPages(),
      openApiPage(routes, VERSION),
      ...healthPages({ database: () => platform.database.read.company.findFirst() }, lifecycle),
      metricsPage(metrics, config),
    ],
    mounts: [
      ...(config.wecom.baseUrl === null ? [sandboxMount(platform)] : []),
      await openPhotoMount(config, { clock, random, log }),
      ...preview.mounts,
    ],
    authenticate: (token, request) => metrics.measure('token', () => authenticate(token, request)),
    auditRefusal: auditRefusal(platform),
    clock,
    random,
    log,
    metrics,
    lifecycle,
  })
  const { host, port, shutdownGraceSeconds } = config
  const server = await startServer({ handle, host, port, lifecycle, graceSeconds: shutdownGraceSeconds })
  return {
    ...server,
    close: async () => {
      await server.close()
      await platform.close()
    },
  }
}

/** Made at the first login: the sandbox is served by this very process, whose port is known only once it listens. */
function wecomLogin({ config, integrationTokens, clock }: Platform, webPort: () => number): Wecom {
  let login: Wecom | null = null
  const make = () => {
    const { corpId, agentId, secret } = config.wecom
    const baseUrl = wecomBaseUrl(config, webPort())
    return createWecomLogin(createWecomApi({ baseUrl, corpId, agentId, secret, tokens: integrationTokens, clock }))
  }
  return { redeemLoginCode: (code) => (login ??= make()).redeemLoginCode(code) }
}

function sandboxMount({ config, people, clock, random }: Platform): Mount {
  const { corpId, agentId, secret } = config.wecom
  const hasMember = async (userId: string) => (await people.findByUserId(userId)) !== null
  const sandbox = createWecomSandbox({ corpId, agentId, secret, hasMember, clock, random })
  return { prefix: SANDBOX_WECOM_PATH, handle: createSandboxListener(sandbox) }
}

function auditRefusal({ database, clock }: Platform): AuditRefusal {
  return (entry) => database.write((tx) => writeTrail(tx, { audit: [entry], events: [] }, clock.nowMs()))
}
