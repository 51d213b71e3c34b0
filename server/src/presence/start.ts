import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { deviceSignatures } from '../adapters/system/device-signature'
import { gatewayClockStanding } from '../features/sites-gateway/gateway-clock.rules'
import type { Log } from '../ports/log'
import type { Clock } from '../ports/system'
import { answerPresence } from './answer-presence'
import { createNetworkTest } from './client-networks'
import { openGatewayKey } from './gateway-key'
import { createPresenceServer } from './server'
import { measureOwnSkewMs } from './server-clock'
import type { PresenceSettings } from './settings'

const MEASURE_EVERY_MS = 5 * 60_000

export interface RunningPresenceGateway {
  /** With the port that was really taken. */
  readonly url: string
  /** JSON text of the public JWK, for the site's form. */
  readonly publicJwkJson: string
  /** Answers what it accepted, then ends. */
  close(): Promise<void>
}

/** Starts a site's presence gateway; says in the log where it listens and which public JWK belongs into the site's form. */
export async function startPresenceGateway(
  settings: PresenceSettings,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<RunningPresenceGateway> {
  const { siteId, serverUrl } = settings
  const key = await openGatewayKey(settings.keyFile)
  const tls = settings.tls && {
    cert: await readFile(settings.tls.certificateFile, 'utf8'),
    key: await readFile(settings.tls.keyFile, 'utf8'),
  }
  let skewMs: number | null = null

  const server = createPresenceServer({
    isClientNetwork: createNetworkTest(settings.clientNetworks),
    requestsPerMinute: settings.requestsPerMinute,
    health: () => ({ status: 'ok', siteId, kid: key.kid, nowMs: clock.nowMs(), skewMs }),
    answer: (body) => answerPresence(body, { siteId, key, signatures: deviceSignatures }, clock.nowMs()),
    log,
    tls,
  })
  server.listen(settings.port, settings.host)
  await once(server, 'listening')

  const measure = async () => {
    if (serverUrl === null) return
    const measuredMs = await measureOwnSkewMs(serverUrl, clock)
    if (measuredMs === null) return log.warn({ serverUrl }, 'the server did not answer, so this clock was not compared')
    skewMs = measuredMs
    const standing = gatewayClockStanding(skewMs)
    if (standing !== 'right') log.error({ skewMs, standing }, "this computer's clock is off; set it by NTP")
  }
  void measure()
  const timer = setInterval(() => void measure(), MEASURE_EVERY_MS)

  const { port } = server.address() as AddressInfo
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  const url = `${tls === null ? 'http' : 'https'}://${host}:${port}`
  const publicJwkJson = JSON.stringify(key.publicJwk)
  log.info({ url, siteId, clientNetworks: settings.clientNetworks }, 'presence gateway listens')
  log.info({ publicJwk: publicJwkJson }, "put this public JWK into the site's form")

  return {
    url,
    publicJwkJson,
    close: () => {
      clearInterval(timer)
      return new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeIdleConnections()
      })
    },
  }
}
