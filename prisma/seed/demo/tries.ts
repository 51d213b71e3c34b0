/** What the demo's people did on their past days: every try to check in, before it is judged. */
import type { DeviceFacts, VisitDetails } from '../../../miniprogram/contract/api'
import { fenceCentre } from '../../../miniprogram/contract/fence'
import type { ConnectedWifi, Fix } from '../../../miniprogram/contract/place'
import type { SlotInstance } from '../../../miniprogram/contract/work-day'
import type { SiteFacts } from '../../../server/src/features/check-in/check-in-facts.rules'
import { between, chance } from './chance'
import type { DemoPerson } from './people'
import { demoHandset } from './phones'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export interface Try {
  readonly slot: SlotInstance
  readonly capturedAtMs: number
  readonly receivedAtMs: number
  readonly siteId: string | null
  readonly fix: Fix | null
  readonly wifi: ConnectedWifi | null
  readonly device: DeviceFacts
  readonly note: string | null
  readonly visit: VisitDetails | null
  readonly applicationReason: string | null
}

export interface TryDay {
  readonly person: DemoPerson
  readonly workDay: string
  readonly slots: readonly SlotInstance[]
  readonly base: SiteFacts
  /** In the order of the visits. */
  readonly customers: readonly SiteFacts[]
  /** The last day that this person works on: it has what still waits for a leader. */
  readonly isNewest: boolean
}

export function triesOf(day: TryDay): Try[] {
  const { person, workDay, slots } = day
  if (!day.isNewest && chance('absent', person.userId, workDay) < 0.03) return []
  return slots.flatMap((slot) => {
    if (slot.kind === 'visit') return visits(day, slot)
    return slot.kind === 'early' ? arrivals(day, slot) : departures(day, slot)
  })
}

/** Their last arrival waits for a leader: one was out of range and applied, one came with another phone. */
const HELD_PEOPLE = ['FangXiaoMan', 'GaoXiuYing']

function arrivals(day: TryDay, slot: SlotInstance): Try[] {
  const { person, workDay, base, isNewest } = day
  const dice = (...words: string[]) => chance(...words, person.userId, workDay, slot.span)
  const isHeld = isNewest && HELD_PEOPLE.includes(person.userId)
  const isLate = !isHeld && dice('late') < 0.07
  const minutes = isLate ? 6 + dice('how late') * 30 : -1 - dice('how early') * 24
  const atMs = within(
    slot,
    (slot.dueAtMs ?? slot.opensAtMs + 2 * HOUR_MS) + (slot.dueAtMs === null ? minutes * 3 : minutes) * MINUTE_MS,
  )
  const good = plain(day, slot, base, atMs)
  if (isHeld && person.userId === 'FangXiaoMan') {
    return [
      { ...good, fix: fixOutside(base, 270, dice('where')), applicationReason: '客户临时换了会议地点，在新园区 B 座' },
    ]
  }
  if (isHeld) {
    return [{ ...good, device: { brand: 'Xiaomi', model: 'Xiaomi 15', platform: 'android', system: 'Android 15' } }]
  }
  const trouble = dice('trouble')
  const before = atMs - 4 * MINUTE_MS
  if (before <= slot.opensAtMs || trouble > 0.16) return [good]
  const first = { capturedAtMs: before, receivedAtMs: before + 700 }
  if (trouble < 0.05)
    return [{ ...good, ...first, fix: fixOutside(base, 60 + dice('how far') * 240, dice('where')) }, good]
  if (trouble < 0.08)
    return [
      { ...good, ...first, fix: { ...fixInside(base, dice('where'), dice('how near')), accuracyMetres: 380 } },
      good,
    ]
  // Indoors without a fix, but on the office's network.
  const wifi = base.wifi[0]
  return base.wifiProof === 'bssid' && wifi !== undefined ? [{ ...good, fix: null, wifi }] : [good]
}

function departures(day: TryDay, slot: SlotInstance): Try[] {
  const { person, workDay, base, customers } = day
  const dice = (...words: string[]) => chance(...words, person.userId, workDay, slot.span)
  if (dice('forgot') < 0.04) return []
  const dueMs = slot.dueAtMs ?? slot.opensAtMs + 3 * HOUR_MS
  const atMs = within(slot, dueMs + (2 + dice('stayed') * 48) * MINUTE_MS)
  const last = plain(day, slot, customers[customers.length - 1] ?? base, atMs)
  if (dice('came back') > 0.05) return [last]
  // Back for something forgotten at the desk: the later one counts.
  const againMs = within(slot, atMs + 35 * MINUTE_MS)
  return againMs - atMs < 5 * MINUTE_MS
    ? [last]
    : [last, { ...last, capturedAtMs: againMs, receivedAtMs: againMs + 800 }]
}

const PURPOSES = ['季度校准', '流量计更换', '现场调试', '故障排查', '验收']
const OUTCOMES = ['已完成，客户签字', '还差一个备件，下周再来', '参数已调好，观察三天', '已恢复运行']

function visits(day: TryDay, slot: SlotInstance): Try[] {
  const { person, workDay, customers } = day
  return customers.map((customer, index) => {
    const dice = (...words: string[]) => chance(...words, person.userId, workDay, customer.id)
    const atMs = slot.opensAtMs + (10.4 + 3.6 * index + dice('visit') * 0.8) * HOUR_MS
    const purpose = PURPOSES[Math.floor(dice('purpose') * PURPOSES.length)] as string
    const outcome = OUTCOMES[Math.floor(dice('outcome') * OUTCOMES.length)] as string
    // Pump houses and basements: the phone sends when it has signal again.
    const delayMs = dice('no signal') < 0.2 ? between(12, 50, 'delay', person.userId, atMs) * MINUTE_MS : 800
    return {
      ...plain(day, slot, customer, atMs),
      receivedAtMs: Math.round(atMs + delayMs),
      siteId: customer.id,
      note: `${purpose}，${outcome}`,
      visit: { customer: customer.name, contact: '值班室', purpose, outcome },
    }
  })
}

function plain(day: TryDay, slot: SlotInstance, site: SiteFacts, atMs: number): Try {
  const { userId } = day.person
  const capturedAtMs = Math.round(atMs + chance('seconds', userId, atMs) * 59_000)
  return {
    slot,
    capturedAtMs,
    receivedAtMs: capturedAtMs + Math.round(between(300, 1_800, 'network', userId, atMs)),
    siteId: null,
    fix: fixInside(site, chance('bearing', userId, atMs), chance('distance', userId, atMs)),
    wifi: null,
    device: demoHandset(userId),
    note: null,
    visit: null,
    applicationReason: null,
  }
}

function within(slot: SlotInstance, atMs: number): number {
  return Math.min(Math.max(atMs, slot.opensAtMs + MINUTE_MS), slot.closesAtMs - 5 * MINUTE_MS)
}

/** @param bearing @param distance both 0 to 1 */
function fixInside(site: SiteFacts, bearing: number, distance: number): Fix {
  const reachMetres = site.fence.kind === 'circle' ? site.fence.radiusMetres * 0.7 : 60
  return fixAt(site, bearing, distance * reachMetres)
}

function fixOutside(site: SiteFacts, beyondMetres: number, bearing: number): Fix {
  const reachMetres = site.fence.kind === 'circle' ? site.fence.radiusMetres : 260
  return fixAt(site, bearing, reachMetres + 60 + beyondMetres)
}

function fixAt(site: SiteFacts, bearing: number, metres: number): Fix {
  const centre = fenceCentre(site.fence)
  const angle = bearing * 2 * Math.PI
  const degrees = metres / 111_195
  return {
    latitude: round6(centre.latitude + degrees * Math.cos(angle)),
    longitude: round6(centre.longitude + (degrees * Math.sin(angle)) / Math.cos((centre.latitude * Math.PI) / 180)),
    system: site.mainlandChina ? 'gcj02' : 'wgs84',
    accuracyMetres: Math.round(6 + 22 * ((bearing * 7 + metres) % 1)),
    sameFixForMs: 1_200,
    askedMsAgo: 2_400,
  }
}

function round6(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
