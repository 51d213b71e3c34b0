/**
 * Where the phone is, while a page is open: fix, Wi-Fi, network and proof, and what they come to. Nothing is read before
 * `start` or after `stop`, and never without consent; what is old is not shown, judged or sent. The judgement is the
 * server's own code, and the server alone decides.
 */
import type { ContextReply } from '../contract/api'
import type { LocationReading, Platform, Stop } from '../platform/platform'
import { failure, type Result } from '../result'
import { inTurn, listeners, single } from './memory'
import {
  isWithin,
  NOTHING_ASKED,
  NOTHING_KNOWN,
  PLACE_KEPT_MS,
  placeAskedAtMs,
  stillCounting,
  type PlaceState,
} from './place-state'
import { verdictOf } from './place-verdict'
import type { Presence } from './presence'
import type { Session } from './session'
import { within } from './within'

/** Platforms limit how often a place may be asked for. */
const REFRESH_MS = 30_000
/** A reading with the best accuracy takes 4 s; a tap waits no longer. */
const FRESH_PATIENCE_MS = 5_000

export interface PlaceWatch {
  /** Reads at once, then every 30 seconds, on every change of network and when the app is shown again. */
  start(): Stop
  /** Reads everything anew. */
  refresh(): Promise<void>
  /** Before something is sent: reads anew what is older, for 5 s at most. @returns what is known then, nothing older than 60 s */
  fresh(maxAgeMs: number): Promise<PlaceState>
  /** What is judged by; null: nothing yet. @param siteId judges this site alone, while it is among the open ones */
  judgeBy(context: ContextReply | null, siteId: string | null): void
  /** A proof for the next position, if one can be had. */
  prove(): Promise<void>
  /** Nothing in it is older than 60 s. */
  state(): PlaceState
  /** Ends every watch, and all that was read is gone: consent was withdrawn, or the phone's key changed. */
  forget(): void
  onChange(listener: (state: PlaceState) => void): Stop
}

export function createPlaceWatch(
  platform: Pick<Platform, 'location' | 'wifi' | 'network' | 'lifecycle' | 'time'>,
  presence: Presence,
  session: Pick<Session, 'current'>,
): PlaceWatch {
  const { time, lifecycle } = platform
  const changes = listeners<PlaceState>()
  const running = new Set<Stop>()
  let state = NOTHING_KNOWN
  let askedAt = NOTHING_ASKED
  let context: ContextReply | null = null
  let chosenSiteId: string | null = null
  let isShown = true
  /** Counts what was forgotten: a reading that began before is not taken in. */
  let era = 0
  lifecycle.onHide(() => (isShown = false))
  lifecycle.onShow(() => (isShown = true))

  function judged(known: PlaceState): PlaceState {
    return { ...known, verdict: context === null ? null : verdictOf(known, context, chosenSiteId) }
  }

  function set(change: Partial<PlaceState>): void {
    state = judged(stillCounting({ ...state, ...change }, askedAt, time.nowMs()))
    changes.tell(state)
  }

  /** Judges again only what lost something to its age. */
  function stateNow(): PlaceState {
    const { location, wifi, proof } = stillCounting(state, askedAt, time.nowMs())
    if (location !== state.location || wifi !== state.wifi || proof !== state.proof) {
      state = judged({ ...state, location, wifi, proof })
    }
    return state
  }

  async function mayRead(): Promise<boolean> {
    return (await session.current())?.consent.sufficient === true
  }

  const locate = single(async () => {
    let begunIn: number
    do {
      begunIn = era
      await readPlace(begunIn)
      // Of whoever watches since then the place is not read yet.
    } while (begunIn !== era && running.size > 0)
  })

  async function readPlace(begunIn: number): Promise<void> {
    if (!(await mayRead())) return
    const askedAtMs = time.nowMs()
    set({ locatingSinceMs: askedAtMs })
    const read = await platform.location.read()
    if (begunIn !== era) return
    const problem = read.ok ? null : read.problem
    // Neither a look away nor a limit on how often one may ask says anything about the place that is known.
    if (problem === 'hidden') return set({ locatingSinceMs: null })
    const keepsOld = problem === 'too_often' && stateNow().location?.ok === true
    askedAt = { ...askedAt, location: askedAtMs }
    const location = problem === null ? (read as Result<LocationReading, never>) : failure(problem)
    set({ locatingSinceMs: null, ...(keepsOld ? {} : { location }) })
  }

  /** Once more when it is asked for meanwhile: the network may have changed since this one was read. */
  const connect = inTurn(async () => {
    const begunIn = era
    if (!(await mayRead())) return
    const askedAtMs = time.nowMs()
    const network = await platform.network.read()
    const maySay = network === 'wifi' || network === 'unknown'
    const wifi = maySay && isShown ? await platform.wifi.read() : null
    if (begunIn !== era) return
    if (network !== 'wifi') presence.forget()
    const isRead = wifi !== null && (wifi.ok || isShown)
    askedAt = { ...askedAt, network: askedAtMs, ...(isRead || !maySay ? { wifi: askedAtMs } : {}) }
    set({
      network,
      ...(isRead || !maySay ? { wifi } : {}),
      ...(network === 'wifi' ? {} : { proof: { kind: 'none' } }),
    })
    await prove()
  })

  const prove = inTurn(async () => {
    const begunIn = era
    if (context === null || state.network !== 'wifi' || !(await mayRead())) return
    const { wifi } = stateNow()
    const proof = await presence.prove(context.sites, wifi?.ok === true ? wifi.value : null)
    if (begunIn === era) set({ proof })
  })

  async function refresh(): Promise<void> {
    await Promise.all([locate(), connect()])
  }

  return {
    refresh,
    prove,
    state: stateNow,
    onChange: changes.add,

    async fresh(maxAgeMs) {
      const isPlaceOld = !isWithin(placeAskedAtMs(stateNow(), askedAt), maxAgeMs, time.nowMs())
      const isNetworkOld = !isWithin(askedAt.wifi, maxAgeMs, time.nowMs())
      const reading = Promise.all([isPlaceOld ? locate() : null, isNetworkOld ? connect() : null])
      await within<unknown>(time, FRESH_PATIENCE_MS, reading, null)
      return stateNow()
    },

    judgeBy(nextContext, siteId) {
      context = nextContext
      chosenSiteId = siteId
      set({})
    },

    start() {
      // Of an earlier showing nothing stands but what could have been read now.
      if (!isWithin(askedAt.network, PLACE_KEPT_MS, time.nowMs()))
        set({ network: null, wifi: null, proof: { kind: 'none' } })
      else set({})
      const stops = [
        time.every(REFRESH_MS, () => void refresh()),
        platform.network.onChange(() => void connect()),
        lifecycle.onShow(() => void refresh()),
      ]
      const stop = () => {
        running.delete(stop)
        stops.forEach((end) => end())
      }
      running.add(stop)
      void refresh()
      return stop
    },

    forget() {
      era++
      running.forEach((stop) => stop())
      presence.forget()
      context = null
      chosenSiteId = null
      askedAt = NOTHING_ASKED
      set(NOTHING_KNOWN)
    },
  }
}
