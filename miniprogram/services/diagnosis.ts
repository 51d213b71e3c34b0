/**
 * What a fault report says about phone and network. Never a place: of the last fix only how exact it was, of the Wi-Fi only
 * whether it could be read. The person sees every line before it is sent.
 */
import { CLIENT_VERSION } from '../config'
import type { Platform } from '../platform/platform'
import type { Contexts } from './context'
import { accuracyClass, fitting, gatewayState, known, phoneTimeText, type Facts } from './diagnosis-facts'
import type { LatestReplies } from './latest-replies'
import { within } from './within'
import type { PlaceWatch } from './place-watch'
import type { Presence } from './presence'
import type { Queue } from './queue'
import type { Session } from './session'
import type { Transport } from './transport'

/** Everything together: what has not answered by then is left out. */
const PATIENCE_MS = 4_500

export interface Diagnosing {
  /** Answers within five seconds. Without consent: versions alone. @param attemptId the check-in that it is about, or empty */
  collect(attemptId?: string): Promise<Facts>
}

export function createDiagnosing(
  platform: Pick<Platform, 'device' | 'network' | 'settings' | 'time' | 'wifi'>,
  {
    contexts,
    latestReplies,
    placeWatch,
    presence,
    queue,
    session,
    transport,
  }: {
    readonly contexts: Pick<Contexts, 'current' | 'load'>
    readonly latestReplies: Pick<LatestReplies, 'find'>
    readonly placeWatch: Pick<PlaceWatch, 'state'>
    readonly presence: Pick<Presence, 'prove'>
    readonly queue: Pick<Queue, 'entries'>
    readonly session: Pick<Session, 'current'>
    readonly transport: Pick<Transport, 'lastRefusal'>
  },
): Diagnosing {
  const { device, time } = platform
  const patiently = <Value>(asked: Promise<Value>) => within<Value | null>(time, PATIENCE_MS, asked, null)

  async function reach(): Promise<Facts> {
    const answered = await patiently(contexts.load({ timeoutMs: PATIENCE_MS }))
    const isReachable = answered !== null && (answered.ok || answered.problem.kind === 'refused')
    const known = answered?.ok === true ? answered.value : await contexts.current()
    return {
      serverReachable: isReachable,
      ...(known === null ? {} : { clockDifferenceSeconds: Math.round(known.clockOffsetMs / 1_000) }),
    }
  }

  /** Each with what came in time: a slow gateway hides nothing of the Wi-Fi. */
  async function connection(): Promise<Facts> {
    const asked = platform.network.read()
    const wifiAsked = asked.then((network) => (network === 'wifi' ? platform.wifi.read() : null))
    const proofAsked = wifiAsked.then(async (wifi) => {
      const sites = (await contexts.current())?.context.sites ?? []
      const isAsked = wifi !== null && sites.some(({ gatewayUrl }) => gatewayUrl !== null)
      return isAsked ? presence.prove(sites, wifi.ok ? wifi.value : null) : null
    })
    const [network, wifi, proof] = await Promise.all([patiently(asked), patiently(wifiAsked), patiently(proofAsked)])
    if (network !== 'wifi') return { networkType: network ?? 'unknown' }
    return {
      networkType: network,
      wifiState: wifi === null ? 'timeout' : wifi.ok ? 'readable' : wifi.problem,
      gatewayState: gatewayState(proof),
    }
  }

  async function permissions(): Promise<Facts> {
    const told = await patiently(platform.settings.permissions())
    return told === null
      ? {}
      : known({
          locationPermission: told.location,
          wecomLocationPermission: told.wecomLocation,
          locationService: told.locationService,
          cameraPermission: told.camera,
          wecomCameraPermission: told.wecomCamera,
        })
  }

  function lastFix(): Facts {
    const { location } = placeWatch.state()
    if (location === null) return { accuracyClass: 'not_asked' }
    if (!location.ok) return { accuracyClass: location.problem }
    const { accuracyMetres, precise } = location.value
    return { accuracyClass: accuracyClass(accuracyMetres), ...known({ preciseAllowed: precise }) }
  }

  async function waiting(): Promise<Facts> {
    const entries = await queue.entries()
    return { queueLength: entries.length, stuckCount: entries.filter(({ state }) => state === 'stuck').length }
  }

  function versions(): Facts {
    return {
      appVersion: CLIENT_VERSION,
      wecomVersion: device.appVersion,
      baseLibraryVersion: device.baseLibraryVersion,
    }
  }

  function phone(): Facts {
    return {
      phoneModel: `${device.brand} ${device.model}`.trim(),
      phoneSystem: device.system,
      phoneTime: phoneTimeText(time.nowMs()),
    }
  }

  return {
    async collect(attemptId = '') {
      if ((await session.current())?.consent.sufficient !== true) return fitting(versions())
      // Before our own asking adds to it.
      const last = transport.lastRefusal()
      const parts = await Promise.all([reach(), connection(), permissions(), waiting()])
      return fitting({
        ...parts.reduce<Facts>((facts, part) => ({ ...facts, ...part }), {}),
        ...lastFix(),
        attemptId,
        attemptCode: latestReplies.find(attemptId)?.code ?? '',
        lastErrorCode: last?.code ?? '',
        lastRequestId: last?.requestId ?? '',
        ...versions(),
        ...phone(),
      })
    },
  }
}
