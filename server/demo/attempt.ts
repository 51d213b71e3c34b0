/** What to send: chosen from the context as a person at the phone would. */
import { createHash, randomUUID } from 'node:crypto'
import type { CheckInRequest, ContextReply, DeviceFacts, OpenSiteReply, SlotReply } from '#contract/api'
import { fixAt, placeInside, placeOutside } from './place'

export interface Wishes {
  readonly outside: boolean
  /** On the site's Wi-Fi and without a fix. */
  readonly wifi: boolean
  /** Like `wifi`, with a proof from the site's gateway. */
  readonly presence: boolean
}

/** An open slot that nothing stands for yet, work hours before visits; else any open one; else the first of the day. */
export function chooseSlot(context: ContextReply): SlotReply | null {
  const nowMs = Date.parse(context.serverTime)
  const open = context.slots.filter((slot) => Date.parse(slot.opensAt) <= nowMs && nowMs <= Date.parse(slot.closesAt))
  return (
    open.find((slot) => slot.kind !== 'visit' && slot.standing === null) ??
    open.find((slot) => slot.kind === 'visit') ??
    open[0] ??
    context.slots[0] ??
    null
  )
}

export function chooseSite(context: ContextReply, slot: SlotReply, wishes: Wishes): OpenSiteReply | null {
  const { sites } = context
  if (wishes.presence) return sites.find((site) => site.gatewayUrl !== null) ?? null
  if (wishes.wifi) {
    const withWifi = sites.filter((site) => site.wifi.length > 0)
    return withWifi.find((site) => site.wifiProof === 'bssid') ?? withWifi[0] ?? null
  }
  const planned = slot.kind === 'visit' ? sites.find((site) => site.planned || site.kind !== 'office') : undefined
  return planned ?? sites[0] ?? null
}

/** A request that meets everything the rule asks of this slot, but for what was wished otherwise. */
export function buildRequest(input: {
  readonly context: ContextReply
  readonly slot: SlotReply
  readonly site: OpenSiteReply
  readonly wishes: Wishes
  readonly device: DeviceFacts
  readonly presenceProof: string | null
  readonly nowMs: number
}): CheckInRequest {
  const { context, slot, site, wishes, device, presenceProof, nowMs } = input
  const { policy } = context
  const network = wishes.wifi || wishes.presence ? site.wifi[0] : undefined
  const place = wishes.outside ? placeOutside(site.fence) : placeInside(site.fence)
  return {
    requestId: randomUUID(),
    slot: { workDay: slot.workDay, kind: slot.kind, span: slot.span },
    ...(slot.kind === 'visit' ? { siteId: site.id, visit: { customer: site.name, purpose: '例行回访' } } : {}),
    ...(network === undefined ? { fix: fixAt(place, site.mainlandChina) } : { wifi: network }),
    networkType: network === undefined ? '5g' : 'wifi',
    ...(presenceProof === null ? {} : { presenceProof }),
    photos: policy.photoFor.includes(slot.kind) ? [photoClaim(nowMs)] : [],
    ...(policy.noteFor.includes(slot.kind) ? { note: '演示手机发出的签到' } : {}),
    device,
    clientVersion: 'demo-1',
  }
}

/** The phone names its photo by hash; the picture itself travels later. */
function photoClaim(nowMs: number) {
  const picture = randomUUID()
  return { sha256: createHash('sha256').update(picture).digest('hex'), byteLength: picture.length, takenAtMs: nowMs }
}
