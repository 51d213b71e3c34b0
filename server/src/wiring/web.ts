import { requireMigrated } from '../adapters/database/migrate'
import { createOutboxBacklog } from '../adapters/database/outbox-backlog'
import { writeTrail } from '../adapters/database/trail'
import { createLog } from '../adapters/system/log'
import { generateSigningKeyPair } from '../adapters/system/signing-key-pair'
import { createWecomLogin } from '../adapters/wecom/wecom-login'
import type { Config } from '../config'
import { createAuthenticate } from '../features/sessions/authenticate.usecase'
import { ensureSigningKey } from '../features/sessions/signing-keys.usecase'
import { createApp } from '../http/app'
import { docsPages } from '../http/docs-pages'
import type { AuditRefusal } from '../http/error-handler'
import { healthPages } from '../http/health'
import { createLifecycle } from '../http/lifecycle'
import { createMetrics, metricsPage } from '../http/metrics'
import { openApiPage } from '../http/openapi'
import { startServer, type RunningServer } from '../http/server'
import { createChat } from './chat'
import { createOrganisation } from './organisation'
import { createPhotoStorage, openPhotoMount } from './photo-store'
import { openPlatform, sourcesOf, type Platform, type Sources } from './platform'
import { openPreview } from './preview'
import { apiRoutes } from './routes'
import { startPages } from './start-pages'
import { consolePages, domainFilePages } from './web-login'
import { openWecomApps, watchedWecom } from './wecom'
import { sandboxMount } from './wecom-sandbox'

const VERSION = '0.1.0'

/** The web process: the API, its documentation, the start page and, in development, the WeCom sandbox. */
export async function startWeb(config: Config, sources: Sources = sourcesOf(config)): Promise<RunningServer> {
  await requireMigrated(config.database.url)
  const platform = await openPlatform(config, sources)
  const { clock, random, signingKeys, sessions, tokens, consentGraceDays } = platform
  await ensureSigningKey({ keys: signingKeys, clock, generateKeyPair: generateSigningKeyPair })
  const log = createLog(config, 'web')
  const metrics = createMetrics()
  metrics.watchWriteQueue(platform.database.waitingWrites)
  metrics.watchOutbox(createOutboxBacklog(platform.database), clock)
  const lifecycle = createLifecycle()
  const webPort = () => server.port
  const parts = { ...platform, log }
  const apps = openWecomApps(config, parts, webPort, metrics.countWecomCall)
  const wecom = watchedWecom(platform.database, apps)
  metrics.watchWecom(wecom)
  const { handleContactChange } = createOrganisation(platform.database, { ...parts, apps })
  const chat = createChat(config, { ...parts, apps, handleContactChange })
  const authenticate = createAuthenticate({ sessions, tokens, consentGraceDays })
  const photoStore = createPhotoStorage(config, { random, log }, webPort)
  const routes = apiRoutes(platform, {
    wecom: createWecomLogin(apps.app),
    wecomApi: apps.app,
    photoStore,
    metrics,
    webPort,
  })
  const preview = openPreview(config, platform)
  const handle = createApp({
    config,
    routes,
    pages: [
      ...startPages(config),
      ...consolePages(config, webPort),
      ...domainFilePages(config),
      ...preview.pages,
      ...docsPages(),
      openApiPage(routes, VERSION),
      ...healthPages({ database: () => platform.database.read.company.findFirst() }, lifecycle, { wecom: wecom.word }),
      metricsPage(metrics, config),
    ],
    mounts: [
      ...(config.wecom.baseUrl === null ? [sandboxMount(platform, webPort)] : []),
      ...(config.oss === null ? [await openPhotoMount(config, { clock, random, log })] : []),
      ...preview.mounts,
      ...chat.mounts(),
    ],
    authenticate: (token, request) => metrics.measure('token', () => authenticate(token, request)),
    auditRefusal: auditRefusal(platform),
    clock,
    random,
    log,
    metrics,
    lifecycle,
  })
  const { host, port, shutdownGraceSeconds: graceSeconds, shutdownDrainSeconds: drainSeconds } = config
  const server = await startServer({ handle, host, port, lifecycle, graceSeconds, drainSeconds })
  return {
    ...server,
    close: async () => {
      await server.close()
      await platform.close()
    },
  }
}

function auditRefusal({ database, clock }: Platform): AuditRefusal {
  return (entry) => database.write((tx) => writeTrail(tx, { audit: [entry], events: [] }, clock.nowMs()))
}
