/**
 * Where the phone is, while the page is open: fix, Wi-Fi, network and proof, and what they come to. Nothing is read before
 * `start` or after `stop`; the judgement is the server's own code, and the server alone decides.
 */
import type { ContextReply } from '../contract/api'
import type { ConnectedWifi, NetworkType } from '../contract/place'
import { judgePresence, type PresenceFix, type PresenceSite, type PresenceVerdict } from '../contract/presence'
import type { LocationProblem, LocationReading, Platform, Stop, WifiProblem } from '../platform/platform'
import type { Result } from '../result'
import { listeners, single } from './memory'
import type { Presence, ProofState } from './presence'

/** Platforms limit how often a place may be asked for. */
const REFRESH_MS = 30_000

export interface PlaceState {
  /** Since when the running request has been out; null when none is. */
  readonly locatingSinceMs: number | null
  /** The last good reading stays while a new one is under way. */
  readonly location: Result<LocationReading, LocationProblem> | null
  readonly wifi: Result<ConnectedWifi, WifiProblem> | null
  readonly network: NetworkType | null
  readonly proof: ProofState
  /** Null before there is anything to judge by. */
  readonly verdict: PresenceVerdict | null
}

export interface PlaceWatch {
  /** Reads at once, then every 30 seconds and on every change of network. */
  start(): Stop
  /** Reads everything anew. */
  refresh(): Promise<void>
  /** What is judged by; null: nothing yet. @param siteId judges this site alone, while it is among the open ones */
  judgeBy(context: ContextReply | null, siteId: string | null): void
  /** A proof for the next position, if one can be had. */
  prove(): Promise<void>
  state(): PlaceState
  onChange(listener: (state: PlaceState) => void): Stop
}

const NOTHING: PlaceState = {
  locatingSinceMs: null,
  location: null,
  wifi: null,
  network: null,
  proof: { kind: 'none' },
  verdict: null,
}

export function createPlaceWatch(
  platform: Pick<Platform, 'location' | 'wifi' | 'network' | 'time'>,
  presence: Presence,
): PlaceWatch {
  const changes = listeners<PlaceState>()
  let state = NOTHING
  let context: ContextReply | null = null
  let chosenSiteId: string | null = null
  let runs = 0

  function set(change: Partial<PlaceState>): void {
    const next = { ...state, ...change }
    state = { ...next, verdict: context === null ? null : verdictOf(next, context, chosenSiteId) }
    changes.tell(state)
  }

  const locate = single(async () => {
    set({ locatingSinceMs: platform.time.nowMs() })
    const read = await platform.location.read()
    // A limit on how often one may ask says nothing about the place that is known.
    const keepsOld = !read.ok && read.problem === 'too_often' && state.location?.ok === true
    set({ locatingSinceMs: null, ...(keepsOld ? {} : { location: read }) })
  })

  const connect = single(async () => {
    const network = await platform.network.read()
    const wifi = network === 'wifi' || network === 'unknown' ? await platform.wifi.read() : null
    if (network !== 'wifi') presence.forget()
    set({ network, wifi, ...(network === 'wifi' ? {} : { proof: { kind: 'none' } }) })
    await prove()
  })

  const prove = single(async () => {
    if (context === null || state.network !== 'wifi') return
    set({ proof: await presence.prove(context.sites, state.wifi?.ok === true ? state.wifi.value : null) })
  })

  async function refresh(): Promise<void> {
    await Promise.all([locate(), connect()])
  }

  return {
    refresh,
    prove,
    state: () => state,
    onChange: changes.add,

    judgeBy(nextContext, siteId) {
      context = nextContext
      chosenSiteId = siteId
      set({})
    },

    start() {
      const run = ++runs
      void refresh()
      const stops = [
        platform.time.every(REFRESH_MS, () => void refresh()),
        platform.network.onChange(() => {
          if (run === runs) void connect()
        }),
      ]
      return () => stops.forEach((stop) => stop())
    },
  }
}

function verdictOf(state: PlaceState, context: ContextReply, siteId: string | null): PresenceVerdict {
  const { policy, sites } = context
  const chosen = sites.filter(({ id }) => id === siteId)
  return judgePresence({
    sites: (chosen.length > 0 ? chosen : sites).map((site): PresenceSite => ({
      ...site,
      hasGateway: site.gatewayUrl !== null,
      // Only the server knows the gateway's clock.
      gatewayClockWrong: false,
    })),
    visitSiteId: siteId,
    fix: state.location?.ok === true ? fixOf(state.location.value) : null,
    wifi: state.wifi?.ok === true ? state.wifi.value : null,
    proof: state.proof.kind === 'held' ? { siteId: state.proof.proof.siteId } : 'missing',
    policy: { ...policy, wifiProof: null },
  })
}

/** Phones give GCJ-02, which abroad is WGS-84: no conversion is made here. */
function fixOf({ latitude, longitude, accuracyMetres }: LocationReading): PresenceFix {
  const coordinates = { latitude, longitude }
  return { mainland: coordinates, elsewhere: coordinates, accuracyMetres }
}
