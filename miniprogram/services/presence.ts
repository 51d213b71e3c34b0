/** The presence proof: asks a site's gateway, which only that site's network reaches, to sign the next challenge position. */
import { bytesOfBase64url } from '../bytes/text'
import type { OpenSiteReply } from '../contract/api'
import type { ConnectedWifi } from '../contract/place'
import {
  PRESENCE_ERRORS,
  PRESENCE_PATH,
  PRESENCE_PROOF_MAX_LENGTH,
  presenceSigningBytes,
  type PresenceClaims,
  type PresenceError,
  type PresenceReply,
  type PresenceRequest,
} from '../contract/presence-proof'
import { matchesAllowedWifi, normaliseBssid } from '../contract/wifi'
import type { Platform } from '../platform/platform'
import type { ChallengePosition, Challenges } from './challenge'
import type { DeviceKey, DeviceKeys } from './device-key'
import { within } from './within'

/** For all gateways together: a tap waits for it. */
const TIMEOUT_MS = 3_000
/** A proof counts for 180 s; this leaves time to tap and to send. */
export const PROOF_FRESH_MS = 100_000

export interface HeldProof {
  readonly siteId: string
  readonly proof: string
  readonly challengeId: string
  readonly position: number
  readonly gotAtMs: number
}

/** `unreachable`: not in that network, or the gateway is down; `not_allowed`: it answers, and not to this network. */
export type ProofProblem = 'unreachable' | 'not_allowed' | 'refused'

export type ProofState =
  | { readonly kind: 'none' }
  | { readonly kind: 'held'; readonly proof: HeldProof }
  | { readonly kind: 'failed'; readonly siteId: string; readonly problem: ProofProblem }

export interface Presence {
  /**
   * A proof for the next position from one of these sites' gateways; what is still good is not asked for again. Each
   * gateway is asked once, all at the same time; whichever proves first is enough. At most 3 s.
   */
  prove(sites: readonly OpenSiteReply[], wifi: ConnectedWifi | null): Promise<ProofState>
  /** The proof for exactly this position, if it is still fresh. */
  proofFor(position: ChallengePosition): string | null
  forget(): void
}

export function createPresence(
  platform: Pick<Platform, 'http' | 'time'>,
  challenges: Pick<Challenges, 'next'>,
  keys: Pick<DeviceKeys, 'current'>,
): Presence {
  let held: HeldProof | null = null

  function isGood(proof: HeldProof, { id, position }: ChallengePosition): boolean {
    const ageMs = platform.time.nowMs() - proof.gotAtMs
    return proof.challengeId === id && proof.position === position && ageMs >= 0 && ageMs < PROOF_FRESH_MS
  }

  async function ask(gateway: Gateway, key: DeviceKey, next: ChallengePosition): Promise<HeldProof | ProofProblem> {
    const signed = { challenge: next.id, position: next.position, timestampMs: platform.time.nowMs() }
    const request: PresenceRequest = {
      ...signed,
      deviceKeyThumbprint: key.thumbprint,
      publicKey: key.publicKey,
      signature: key.sign(presenceSigningBytes(signed)),
    }
    const answer = await platform.http.send({
      method: 'POST',
      url: gateway.url.replace(/\/+$/, '') + PRESENCE_PATH,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      timeoutMs: TIMEOUT_MS,
    }).reply
    if (!answer.ok) return 'unreachable'
    const reply = parsed(answer.value.text)
    if (answer.value.status !== 200) return problemOf(reply)
    const proof = (reply as Partial<PresenceReply> | null)?.proof
    if (typeof proof !== 'string' || proof === '' || proof.length > PRESENCE_PROOF_MAX_LENGTH) return 'unreachable'
    const siteId = gateway.siteIds.find((id) => id === claimedSiteOf(proof)) ?? gateway.siteIds[0]
    if (siteId === undefined) return 'unreachable'
    return { siteId, proof, challengeId: next.id, position: next.position, gotAtMs: platform.time.nowMs() }
  }

  return {
    async prove(sites, wifi) {
      const next = await challenges.next()
      if (next === null) return { kind: 'none' }
      if (held !== null && isGood(held, next)) return { kind: 'held', proof: held }
      held = null
      const gateways = gatewaysOf(sites.filter((candidate) => mayProve(candidate, wifi)))
      const [first] = gateways
      if (first === undefined) return { kind: 'none' }
      const failed = (problem: ProofProblem): ProofState => ({
        kind: 'failed',
        siteId: first.siteIds[0] ?? '',
        problem,
      })
      const key = await keys.current()
      if (key === null) return failed('refused')
      const asked = gateways.map((gateway) => ask(gateway, key, next))
      const found = await within(platform.time, TIMEOUT_MS, firstProof(asked), 'unreachable')
      if (typeof found !== 'object') return failed(found)
      held = found
      return { kind: 'held', proof: found }
    },

    proofFor: (position) => (held !== null && isGood(held, position) ? held.proof : null),
    forget() {
      held = null
    },
  }
}

interface Gateway {
  readonly url: string
  /** Several sites may share a host name, which each site's network resolves to its own gateway. */
  readonly siteIds: readonly string[]
}

function gatewaysOf(sites: readonly OpenSiteReply[]): readonly Gateway[] {
  const urls = Array.from(new Set(sites.map(({ gatewayUrl }) => gatewayUrl)))
  return urls.flatMap((url) =>
    url === null ? [] : [{ url, siteIds: sites.filter(({ gatewayUrl }) => gatewayUrl === url).map(({ id }) => id) }],
  )
}

/** Whichever proves first; where none does, what the first one said. */
function firstProof(asked: readonly Promise<HeldProof | ProofProblem>[]): Promise<HeldProof | ProofProblem> {
  return new Promise((resolve, reject) => {
    asked.forEach((one) => void one.then((found) => typeof found === 'object' && resolve(found), reject))
    void Promise.all(asked).then(([first]) => resolve(first ?? 'unreachable'), reject)
  })
}

/** What the gateway itself says where it stands: the server verifies it, this only names it. Null: not readable. */
function claimedSiteOf(proof: string): string | null {
  try {
    const payload = bytesOfBase64url(proof.split('.')[1] ?? '')
    const claims = parsed(Array.from(payload, (byte) => String.fromCharCode(byte)).join('')) as Partial<PresenceClaims>
    return claims?.siteId ?? null
  } catch {
    return null
  }
}

/** On a network that is not the site's, its gateway need not be asked; where the phone cannot tell, it is. */
function mayProve(site: OpenSiteReply, wifi: ConnectedWifi | null): boolean {
  if (site.gatewayUrl === null || site.wifiProof === 'bssid') return false
  const canTell = wifi !== null && normaliseBssid(wifi.bssid) !== null && site.wifi.length > 0
  return !canTell || matchesAllowedWifi(wifi, site.wifi)
}

function problemOf(reply: unknown): ProofProblem {
  const code = (reply as Partial<PresenceError> | null)?.code
  if (code === 'NETWORK_NOT_ALLOWED') return 'not_allowed'
  return code !== undefined && code in PRESENCE_ERRORS ? 'refused' : 'unreachable'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
