/** How the home page comes to know where this person stands and what is allowed now, and keeps knowing it while it is shown. */
import { PRIVACY_PAGE } from '../../routes'
import { platform, services } from '../../services/app'
import type { Standing } from '../../services/entry'
import { CONTEXT_MS } from '../../services/freshen'
import { judge, placeNow, quickPage } from './home-actions'
import { cellOf, home, isHomeShown, isHomeWatching, stoppedPage } from './home-state'

const TICK_MS = 1_000

export async function enter(): Promise<void> {
  leave()
  const shownAtMs = platform.time.nowMs()
  home.shownAtMs = shownAtMs
  home.stops = [
    platform.time.every(TICK_MS, () => home.render()),
    services.queue.onChange((change) => {
      home.queue = change
      home.render()
    }),
    services.queue.onJudged(() => void load()),
  ]
  home.known = await services.contexts.current()
  home.queue = { ...home.queue, entries: await services.queue.entries() }
  home.isQuickWanted = (await services.preferences.read()).quickCheckIn
  judge()
  home.render()
  const standing = await services.entry.enter()
  // Shown anew in the meantime: that showing looks after itself.
  if (home.shownAtMs === shownAtMs) await stand(standing)
}

export function leave(): void {
  home.stops.forEach((stop) => stop())
  home.stops = []
  stopWatching()
}

function stopWatching(): void {
  home.watches.forEach((stop) => stop())
  home.watches = []
  home.quick?.stop()
  home.quick = null
}

/** Goes on from where this person stands; without a network, from what was known. */
async function stand(standing: Standing): Promise<void> {
  if (!isHomeShown()) return
  // Two answers may lead here one after the other.
  stopWatching()
  const isAway = standing.kind === 'stopped' && !['refused', 'storage_full'].includes(standing.problem.kind)
  const isUnreachable = isAway && home.known !== null
  home.standing = standing
  if (standing.kind === 'consent') return platform.navigation.restart(PRIVACY_PAGE)
  if (standing.kind === 'stopped' && !isUnreachable) return platform.navigation.restart(stoppedPage(standing.problem))
  home.render()
  if (standing.kind === 'other_phone') return nameBoundPhone()
  home.quick = services.quickCheckIn.watch(quickPage)
  home.watches = [
    services.placeWatch.onChange(() => {
      home.render()
      home.quick?.consider()
      void loadNear()
    }),
    services.placeWatch.start(),
    platform.time.every(CONTEXT_MS, () => void load()),
    platform.network.onChange((network) => {
      if (network !== 'none') void load()
    }),
  ]
  await load()
}

export async function load(): Promise<void> {
  const { shownAtMs } = home
  const near = isHomeWatching() ? placeNow() : null
  home.nearCell = cellOf(near)
  const loaded = await services.contexts.load({ near })
  // Behind another page, which judges by what it has chosen itself; shown anew, this page loads anew.
  if (!isHomeShown() || home.shownAtMs !== shownAtMs) return
  if (!loaded.ok) {
    const { problem } = loaded
    if (problem.kind === 'refused' && (problem.action === 'consent' || problem.action === 'rebind')) {
      stopWatching()
      const standing = await services.entry.reenter()
      return home.shownAtMs === shownAtMs ? stand(standing) : undefined
    }
    home.hasFailed = true
    return home.render()
  }
  home.hasFailed = false
  home.known = loaded.value
  judge()
  home.render()
  home.quick?.consider()
  void services.placeWatch.prove()
}

/** Customers' places are found only near a place that is known, and only where there are visits. */
async function loadNear(): Promise<void> {
  const near = placeNow()
  const hasVisits = home.known?.context.slots.some(({ kind }) => kind === 'visit') === true
  if (near !== null && hasVisits && cellOf(near) !== home.nearCell) await load()
}

/** Which phone it is that counts: a help to whoever holds two. */
async function nameBoundPhone(): Promise<void> {
  const devices = await services.api.myDevices()
  if (!devices.ok) return
  home.boundModel = devices.value.items.find(({ state }) => state === 'active')?.facts.model ?? ''
  home.render()
}
