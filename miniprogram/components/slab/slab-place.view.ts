import type { ContextReply, SlotReply } from '../../contract/api'
import { lateMinutes, leftEarlyMinutes } from '../../contract/work-day'
import type { PlaceState } from '../../services/place-state'
import { metresText, timeOf } from '../../texts/format'
import { texts } from '../../texts/texts'
import { gapMetresOf } from '../gap'
import { shownSite } from '../shown-site'
import { slotFigures } from './slab-figures'
import type { SlabDraft, SlabInput } from './slab.view'

const words = texts.slab

/** In an open slot: by where the phone is. Pure. */
export function placeState(slot: SlotReply, context: ContextReply, input: SlabInput): SlabDraft {
  const { place, visitCount } = input
  const { verdict } = place
  if (verdict?.holds === true) {
    if (place.network === 'none') {
      return {
        state: 'offline',
        look: 'offline',
        title: words.offline,
        reason: words.offlineHint,
        note: words.phoneTime,
        act: 'submit',
      }
    }
    return verdict.by === 'wifi' ? wifiState(slot, input) : readyState(slot, input, visitCount)
  }
  return withoutPresence(slot, context, place, input.nowMs)
}

function readyState(slot: SlotReply, { nowMs, place }: SlabInput, visitCount: number): SlabDraft {
  const title = texts.slotName[slot.kind]
  if (slot.kind === 'visit') {
    const judged = place.verdict?.judged
    const signed = judged?.fence.signedDistanceMetres ?? 0
    const site = judged?.site.name ?? ''
    const candidates = holdingCount(place)
    const reason =
      candidates > 1
        ? words.visitChoose(candidates)
        : signed > 0
          ? words.visitAt(site, metresText(signed))
          : words.visitInside(site)
    return { state: 'ready_visit', look: 'field', title, reason, note: words.visitCount(visitCount + 1), act: 'submit' }
  }
  const reason = timeReason(slot, nowMs)
  if (slot.kind === 'late') {
    return { state: 'ready_late', look: 'night', title, reason, note: words.serverTime, act: 'submit' }
  }
  const isLate = lateMinutes(slotFigures(slot), nowMs) > 0
  const note = isLate && slot.dueAt !== null ? words.due(timeOf(slot.dueAt)) : words.serverTime
  return { state: 'ready_early', look: 'brand', title, reason, note, act: 'submit' }
}

/** Sites where presence holds: of several, the person says which one is visited. */
export function holdingCount({ verdict }: Pick<PlaceState, 'verdict'>): number {
  return (verdict?.sites ?? []).filter(({ holds }) => holds).length
}

function timeReason(slot: SlotReply, nowMs: number): string {
  if (slot.kind === 'late' && slot.standing?.outcome === 'accepted')
    return words.again(timeOf(slot.standing.capturedAt))
  if (slot.dueAt === null) return words.noDueTime
  if (slot.kind === 'late') {
    const minutes = leftEarlyMinutes(slotFigures(slot), nowMs)
    return minutes > 0 ? words.leftEarly(minutes) : words.offWork
  }
  const minutes = lateMinutes(slotFigures(slot), nowMs)
  return minutes > 0 ? words.late(minutes) : words.onTime
}

function wifiState(slot: SlotReply, { place, nowMs }: SlabInput): SlabDraft {
  const ssid = place.wifi?.ok === true ? place.wifi.value.ssid : ''
  const isLate = slot.kind === 'early' && lateMinutes(slotFigures(slot), nowMs) > 0
  const reason = isLate || slot.kind === 'late' ? timeReason(slot, nowMs) : words.byWifi(ssid)
  return {
    state: 'wifi_proven',
    look: slot.kind === 'visit' ? 'field' : slot.kind === 'late' ? 'night' : 'brand',
    title: texts.slotName[slot.kind],
    reason: slot.kind === 'visit' ? visitReason(place) : reason,
    note: place.proof.kind === 'held' ? words.proven : words.wifiListed,
    act: 'submit',
  }
}

function visitReason(place: PlaceState): string {
  const candidates = holdingCount(place)
  return candidates > 1 ? words.visitChoose(candidates) : words.visitByWifi(place.verdict?.judged?.site.name ?? '')
}

function withoutPresence(slot: SlotReply, context: ContextReply, place: PlaceState, nowMs: number): SlabDraft {
  const { location, locatingSinceMs } = place
  const name = texts.slotName[slot.kind]
  if (location === null || (!location.ok && locatingSinceMs !== null)) {
    const seconds = locatingSinceMs === null ? 0 : Math.max(0, Math.floor((nowMs - locatingSinceMs) / 1_000))
    return {
      state: 'locating',
      look: 'plain',
      title: words.locating,
      reason: words.locatingFor(seconds + 1),
      icon: 'locate',
      act: 'none',
    }
  }
  const judged = shownSite(place, context, slot)
  if (!location.ok) return locationState(location.problem, judged?.wifi.onAllowedWifi === true)
  if (judged === null) {
    const reason = slot.kind === 'visit' ? words.noVisitSite : words.noSite
    return { state: 'outside', look: 'late', title: words.outside(name), reason, act: 'ways' }
  }
  if (location.value.precise === false) {
    return {
      state: 'imprecise',
      look: 'late',
      title: words.imprecise,
      reason: words.roughOnly,
      icon: 'locate',
      act: 'precise_settings',
    }
  }
  if (judged.fence.code === 'LOCATION_IMPRECISE') {
    const { accuracyMetres } = location.value
    const allowed = metresText(context.policy.maxAccuracyMetres)
    const reason =
      accuracyMetres === null
        ? words.accuracyUnknown
        : words.impreciseBy(metresText(Math.ceil(accuracyMetres)), allowed)
    return { state: 'imprecise', look: 'late', title: words.imprecise, reason, icon: 'locate', act: 'ways' }
  }
  if (context.policy.outOfRange === 'pending') {
    return {
      state: 'needs_approval',
      look: 'pending',
      title: words.apply,
      reason: words.applyHint,
      note: words.applyNote,
      act: 'apply',
    }
  }
  return {
    state: 'outside',
    look: 'late',
    title: words.outside(name),
    reason: words.outsideBy(judged.site.name, metresText(gapMetresOf(judged))),
    act: 'ways',
  }
}

/** @param isOnWifi of the site already: connecting is no way out then */
function locationState(
  problem: Extract<NonNullable<PlaceState['location']>, { ok: false }>['problem'],
  isOnWifi: boolean,
): SlabDraft {
  const refused = { state: 'no_permission', look: 'refused', icon: 'lock' } as const
  if (problem === 'refused')
    return { ...refused, title: words.noPermission, reason: words.noPermissionHint, act: 'settings' }
  if (problem === 'wecom_refused')
    return { ...refused, title: words.wecomRefused, reason: words.wecomRefusedHint, act: 'wecom_settings' }
  if (problem === 'switched_off')
    return { ...refused, title: words.switchedOff, reason: words.switchedOffHint, act: 'refresh' }
  const reason = isOnWifi ? words.noFixOnWifi : words.noFixHint
  return { state: 'no_fix', look: 'late', title: words.noFix, reason, icon: 'locate', act: 'ways' }
}
