import { isIP } from 'node:net'
import { join } from 'node:path'

/** 张江总部 of the demo company; a test holds it to the demo data. */
export const DEMO_GATEWAY_SITE_ID = 'fc1dda67-507d-889e-a35e-10541fda29c4'
export const DEMO_GATEWAY_PORT = 8790
/** Its default name in `DATA_DIR`. */
export const PRESENCE_KEY_FILE = 'presence-gateway-key.json'

export interface PresenceSettings {
  readonly siteId: string
  readonly host: string
  /** 0: the system picks a free port. */
  readonly port: number
  /** The Ed25519 key, created on the first start, readable by its owner alone. */
  readonly keyFile: string
  /** Null: plain HTTP, for trying it out or behind a TLS proxy on the same host. */
  readonly tls: { readonly certificateFile: string; readonly keyFile: string } | null
  /** Networks in CIDR notation that get proofs. Ranges of VPN and NAT do not belong here. */
  readonly clientNetworks: readonly string[]
  /** The Waiqin server whose clock ours is compared with; null: not compared. */
  readonly serverUrl: string | null
  readonly requestsPerMinute: number
}

type Env = Readonly<Record<string, string | undefined>>

/**
 * Settings of a presence gateway. With none it serves the demo company's 张江总部 (上海) on 127.0.0.1:8790 to this computer
 * alone, and compares its clock with http://127.0.0.1:8787.
 *
 * | variable | default |
 * |---|---|
 * | `PRESENCE_SITE_ID` | the demo site |
 * | `PRESENCE_HOST`, `PRESENCE_PORT` | `127.0.0.1`, `8790` |
 * | `PRESENCE_KEY_FILE` | `presence-gateway-key.json` in `DATA_DIR` |
 * | `PRESENCE_TLS_CERT_FILE`, `PRESENCE_TLS_KEY_FILE` | none; PEM, both or neither |
 * | `PRESENCE_CLIENT_NETWORKS` | `127.0.0.0/8,::1/128`; commas between CIDR ranges |
 * | `PRESENCE_SERVER_URL` | `http://127.0.0.1:8787`; `off`: not compared |
 * | `PRESENCE_REQUESTS_PER_MINUTE` | 60 per client address |
 *
 * @throws Error with one line per problem
 */
export function presenceSettings(env: Env): PresenceSettings {
  const problems: string[] = []
  const text = (name: string, fallback: string) => env[name]?.trim() || fallback
  const whole = (name: string, fallback: number, least: number, most: number) => {
    const value = text(name, String(fallback))
    const number = /^\d+$/.test(value) ? Number(value) : NaN
    if (!(number >= least && number <= most)) problems.push(`${name} must be a whole number from ${least} to ${most}`)
    return number
  }

  const siteId = text('PRESENCE_SITE_ID', DEMO_GATEWAY_SITE_ID)
  if (!/^[0-9a-zA-Z-]{1,36}$/.test(siteId))
    problems.push('PRESENCE_SITE_ID must be the id of a site, as its page shows it')

  const certificateFile = text('PRESENCE_TLS_CERT_FILE', '')
  const tlsKeyFile = text('PRESENCE_TLS_KEY_FILE', '')
  if ((certificateFile === '') !== (tlsKeyFile === '')) {
    problems.push('PRESENCE_TLS_CERT_FILE and PRESENCE_TLS_KEY_FILE must be set together')
  }

  const clientNetworks = text('PRESENCE_CLIENT_NETWORKS', '127.0.0.0/8,::1/128')
    .split(',')
    .map((network) => network.trim())
    .filter((network) => network !== '')
  for (const network of clientNetworks) {
    if (!isNetwork(network))
      problems.push(`PRESENCE_CLIENT_NETWORKS: "${network}" is no CIDR range such as 10.2.0.0/16`)
  }

  const serverUrl = text('PRESENCE_SERVER_URL', 'http://127.0.0.1:8787')
  if (serverUrl !== 'off' && !/^https?:$/.test(URL.canParse(serverUrl) ? new URL(serverUrl).protocol : '')) {
    problems.push('PRESENCE_SERVER_URL must be an http or https address, or off')
  }

  const settings: PresenceSettings = {
    siteId,
    host: text('PRESENCE_HOST', '127.0.0.1'),
    port: whole('PRESENCE_PORT', DEMO_GATEWAY_PORT, 0, 65_535),
    keyFile: text('PRESENCE_KEY_FILE', join(text('DATA_DIR', '.data'), PRESENCE_KEY_FILE)),
    tls: certificateFile === '' ? null : { certificateFile, keyFile: tlsKeyFile },
    clientNetworks,
    serverUrl: serverUrl === 'off' ? null : serverUrl.replace(/\/+$/, ''),
    requestsPerMinute: whole('PRESENCE_REQUESTS_PER_MINUTE', 60, 1, 100_000),
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return Object.freeze(settings)
}

/** An address and a prefix length of its family: `10.2.0.0/16`, `fd00::/8`. */
function isNetwork(network: string): boolean {
  const [address = '', prefix = '', ...rest] = network.split('/')
  const family = isIP(address)
  return rest.length === 0 && family !== 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)
}
