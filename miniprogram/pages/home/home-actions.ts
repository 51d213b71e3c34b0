/** What a tap on the home page does, and what the page does in the person's place. */
import type { SlabAct } from '../../components/slab/slab.view'
import { railKey } from '../../components/slot-rail/slot-rail.view'
import type { SlotReply } from '../../contract/api'
import type { Coordinates } from '../../contract/place'
import { applicationPage, correctionPage, permissionPage, REBIND_PAGE, resultPage, visitPage } from '../../routes'
import { platform, services } from '../../services/app'
import { verdictOf } from '../../services/place-verdict'
import type { QuickPage } from '../../services/quick-check-in'
import { awayText } from '../application/leaving'
import { needsForm } from './form-needs'
import { home, isHomeShown, isHomeWatching, toastOf } from './home-state'
import { serverNowMs, slotOf } from './home.view'

function chosenSlot(): SlotReply | null {
  return slotOf(home.known, home.selectedKey, serverNowMs(home.known, platform.time.nowMs()))
}

export function judge(): void {
  services.placeWatch.judgeBy(home.known?.context ?? null, judgedSiteId(chosenSlot()))
}

/** Visits speak of the chosen site alone; other slots of any that is open. */
function judgedSiteId(slot: SlotReply | null): string | null {
  return slot?.kind === 'visit' ? home.chosenSiteId : null
}

export function chooseSlot(key: string): void {
  home.quick?.cancel()
  home.selectedKey = key
  judge()
}

/** A place of the field plan; once more, and it is any place again. */
export function chooseSite(siteId: string): void {
  home.chosenSiteId = home.chosenSiteId === siteId ? null : siteId
  const visit = home.known?.context.slots.find(({ kind }) => kind === 'visit')
  if (visit !== undefined) home.selectedKey = railKey(visit)
  home.quick?.cancel()
  judge()
}

export async function act(chosen: SlabAct | 'wifi'): Promise<void> {
  const slot = chosenSlot()
  const { navigation } = platform
  if (chosen === 'submit') return submit()
  if (chosen === 'cancel') return home.quick?.cancel()
  if (chosen === 'rebind') return navigation.open(REBIND_PAGE)
  if (chosen === 'settings') return navigation.open(permissionPage('location'))
  if (chosen === 'wecom_settings') return navigation.open(permissionPage('wecom_location'))
  if (chosen === 'precise_settings') return navigation.open(permissionPage('precise'))
  if (chosen === 'retry') return services.queue.run()
  if (chosen === 'visit') return chooseVisit()
  if (chosen === 'correct') return correct(slot)
  if (chosen === 'apply' && slot !== null) return apply(slot)
  if (chosen === 'result' && slot?.standing != null) return navigation.open(resultPage(slot.standing.attemptId))
  if (chosen === 'refresh' || chosen === 'wifi') await refreshPlace()
}

/** Reads where the phone is, if it is watched at all. */
export async function refreshPlace(): Promise<void> {
  if (isHomeWatching()) await services.placeWatch.refresh()
}

function chooseVisit(): void {
  const visit = home.known?.context.slots.find(({ kind }) => kind === 'visit')
  if (visit !== undefined) chooseSlot(railKey(visit))
  home.render()
}

function apply(slot: SlotReply): void {
  const url =
    slot.kind === 'visit' ? `${visitPage(slot, home.chosenSiteId ?? '')}&applies=1` : applicationPage(slot, true)
  platform.navigation.open(url)
}

/** The slot that is shown as missing: the chosen one, else the first of the day that nobody checked in. */
function correct(slot: SlotReply | null): void {
  const { slots = [], workDay } = home.known?.context ?? {}
  const missing = slots.find(
    (candidate) => candidate.kind !== 'visit' && candidate.workDay === workDay && candidate.standing === null,
  )
  const asked = slot ?? missing
  if (asked !== undefined) platform.navigation.open(correctionPage(asked))
}

export async function submit(): Promise<void> {
  const slot = chosenSlot()
  const { known } = home
  if (slot === null || known === null || home.sendingSinceMs !== null) return
  const before = services.placeWatch.state()
  const isHeld = home.standing?.kind === 'ready' && home.standing.session.device === 'candidate'
  if (needsForm(slot, known.context, before, isHeld)) {
    const siteId = home.chosenSiteId ?? soleSiteId()
    return platform.navigation.open(slot.kind === 'visit' ? visitPage(slot, siteId) : applicationPage(slot, false))
  }
  const siteId = judgedSiteId(slot)
  const tappedAtMs = platform.time.nowMs()
  home.sendingSinceMs = tappedAtMs
  home.render()
  const place = await services.freshen()
  home.known = (await services.contexts.current()) ?? known
  // By what is allowed now, whatever a page that was opened meanwhile judges by.
  const { judged } = verdictOf(place, home.known.context, siteId)
  if (isHomeShown()) judge()
  const submitted = await services.submitCheckIn({ slot, site: judged?.site ?? null, place, photos: [], tappedAtMs })
  home.sendingSinceMs = null
  home.render()
  if (submitted.kind === 'judged') {
    if (submitted.reply.outcome === 'accepted') platform.screen.vibrate()
    if (!isHomeShown()) return platform.screen.toast(awayText(submitted))
    return platform.navigation.open(resultPage(submitted.reply.attemptId))
  }
  platform.screen.toast(toastOf(submitted))
}

/** Where only one place comes into question, the form begins with it. */
function soleSiteId(): string {
  const holding = (services.placeWatch.state().verdict?.sites ?? []).filter(({ holds }) => holds)
  return holding.length === 1 ? (holding[0]?.site.id ?? '') : ''
}

/** Where the phone is, for finding customers near it; null when not known. */
export function placeNow(): Coordinates | null {
  const { location } = services.placeWatch.state()
  return location?.ok === true ? location.value : null
}

export const quickPage: QuickPage = {
  situation: () => ({
    isWanted: home.isQuickWanted,
    isBound: home.standing?.kind === 'ready' && home.standing.session.device === 'bound',
    isBusy: home.sendingSinceMs !== null || home.isWaysOpen,
    phoneNowMs: platform.time.nowMs(),
    shownAtMs: home.shownAtMs,
    known: home.known,
    // Whoever chose a slot by hand taps by hand.
    slot: home.selectedKey === null ? chosenSlot() : null,
    place: services.placeWatch.state(),
    queued: home.queue.entries,
  }),
  submit: () => void submit(),
  changed: () => home.render(),
}
