import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fenceCentre } from '#contract/fence'
import type { Fence } from '#contract/place'
import { PRESENCE_PATH } from '#contract/presence-proof'
import { FEATURED_PEOPLE } from '../../../prisma/seed/demo/people'
import { PANEL_POLICY, panelHtml } from '../../preview/pages'
import { createPreviewListener } from '../../preview/preview-listener'
import type { PreviewWorld } from '../../preview/settings'
import { edgeMetres } from '../../preview/site-edge'
import { deviceSignatures } from '../adapters/system/device-signature'
import { systemClock } from '../adapters/system/system'
import type { Config } from '../config'
import type { Mount } from '../http/mount'
import type { Page } from '../http/page'
import { answerPresence } from '../presence/answer-presence'
import { openGatewayKey } from '../presence/gateway-key'
import { DEMO_GATEWAY_SITE_ID, PRESENCE_KEY_FILE } from '../presence/settings'
import type { Platform } from './platform'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../../miniprogram')
const GATEWAY_TIMEOUT_MS = 5_000

export interface Preview {
  readonly pages: readonly Page[]
  readonly mounts: readonly Mount[]
}

/** Without the sandbox nobody could be anybody, and production is no place to try on other people's accounts. */
export function hasPreview({ environment, wecom }: Config): boolean {
  return environment !== 'production' && wecom.baseUrl === null
}

/** The mini-program in a browser, with the company's people and places around it. Production has none of it. */
export function openPreview(config: Config, platform: Platform): Preview {
  if (!hasPreview(config)) return { pages: [], mounts: [] }
  const handle = createPreviewListener({
    folder: FOLDER,
    world: () => readWorld(platform),
    askGateway: (url, body) => askGateway(url, body, config, platform),
  })
  return {
    pages: [
      {
        path: '/preview',
        answer: () => ({ type: 'text/html; charset=utf-8', body: panelHtml(), contentSecurityPolicy: PANEL_POLICY }),
      },
    ],
    mounts: [{ prefix: '/preview', handle }],
  }
}

/** Whom and where a phone of the preview can be; the start page's people first. */
async function readWorld({ database, clock }: Platform): Promise<PreviewWorld> {
  const [employees, sites] = await Promise.all([
    database.read.employee.findMany({ where: { leftAt: null }, orderBy: { employeeNumber: 'asc' } }),
    database.read.site.findMany({
      where: { archivedAt: null },
      include: { wifi: true, gateway: true },
      orderBy: [{ kind: 'desc' }, { name: 'asc' }],
    }),
  ])
  const featured = FEATURED_PEOPLE.filter(({ userId }) => employees.some((employee) => employee.userId === userId))
  const others = employees.filter(({ userId }) => !featured.some((person) => person.userId === userId))
  return {
    clockOffsetMs: clock.nowMs() - systemClock.nowMs(),
    people: [...featured, ...others.map(({ userId, name }) => ({ userId, name, situation: '' }))].map(
      ({ userId, name, situation }) => ({ userId, name, situation }),
    ),
    // A place with everything comes first: that is where phones begin.
    sites: [...sites.filter(({ gateway }) => gateway), ...sites.filter(({ gateway }) => !gateway)].map(
      ({ id, name, mainlandChina, fenceJson, wifi, gateway }) => {
        const fence = JSON.parse(fenceJson) as Fence
        return {
          ...fenceCentre(fence),
          id,
          name,
          mainlandChina,
          edgeMetres: edgeMetres(fence),
          wifi: wifi.map(({ ssid, bssid }) => ({ ssid, bssid })),
          hasGateway: gateway !== null,
        }
      },
    ),
  }
}

/**
 * A phone on a site's network asks its presence gateway; a page of another origin may not, so the server asks for it,
 * and only gateways of the company's own sites. Where the demo's gateway does not run, its key answers here.
 */
async function askGateway(url: string, body: Uint8Array, config: Config, platform: Platform) {
  const gateways = await platform.database.read.presenceGateway.findMany({ select: { siteId: true, url: true } })
  const gateway = gateways.find((known) => url === known.url.replace(/\/*$/, '') + PRESENCE_PATH)
  if (gateway === undefined) return null
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(body),
      redirect: 'error',
      signal: AbortSignal.timeout(GATEWAY_TIMEOUT_MS),
    })
    return { status: response.status, body: await response.text() }
  } catch {
    return gateway.siteId === DEMO_GATEWAY_SITE_ID ? demoAnswer(body, config, platform) : null
  }
}

async function demoAnswer(body: Uint8Array, { dataFolder }: Config, { clock }: Platform) {
  const key = await openGatewayKey(join(dataFolder, PRESENCE_KEY_FILE))
  const own = { siteId: DEMO_GATEWAY_SITE_ID, key, signatures: deviceSignatures }
  const answer = await answerPresence(body, own, clock.nowMs())
  return 'reply' in answer
    ? { status: 200, body: JSON.stringify(answer.reply) }
    : { status: 400, body: JSON.stringify({ code: answer.refusal }) }
}
