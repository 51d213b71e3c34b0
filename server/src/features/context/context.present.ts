import type { ContextReply, OpenSiteReply, SlotReply } from '#contract/api'
import { POSITIONS_PER_CHALLENGE } from '#contract/signing'
import { presentRecordItem } from '../records/record-item.rules'
import { toIsoWithOffset } from '../shifts/zone-time.rules'
import { CAPABILITIES } from './capabilities.rules'
import type { Context } from './context.usecase'

export function presentContext(context: Context): ContextReply {
  const { nowMs, day, slots, sites, rules, consent, challenge, attempts, plans, leaders } = context
  const { outOfRange, toleranceCapMetres, maxAccuracyMetres, photoFor, noteFor, visitRecordRequired } = rules.policy
  return {
    serverTime: toIsoWithOffset(nowMs, day.zone),
    workDay: day.workDay,
    slots: slots.map(presentSlot),
    sites: sites.map((open) => presentSite(open, rules.policy.wifiProof)),
    policy: { outOfRange, toleranceCapMetres, maxAccuracyMetres, photoFor, noteFor, visitRecordRequired },
    rule: { name: rules.ruleName, version: rules.version },
    off: rules.schedule.kind === 'off' ? rules.schedule.reason : null,
    calendarName: rules.calendar.state === 'published' ? rules.calendar.name : null,
    consent,
    challenge: {
      id: challenge.id,
      issuedAt: toIsoWithOffset(challenge.issuedAtMs, day.zone),
      positions: POSITIONS_PER_CHALLENGE,
    },
    capabilities: CAPABILITIES,
    attempts: attempts.map(presentRecordItem),
    plans: plans.map(({ site, note }) => ({ siteId: site.id, siteName: site.name, note })),
    leaders,
  }
}

function presentSlot({ slot, standing }: Context['slots'][number]): SlotReply {
  const local = (instantMs: number) => toIsoWithOffset(instantMs, slot.zone)
  return {
    workDay: slot.workDay,
    kind: slot.kind,
    span: slot.span,
    opensAt: local(slot.opensAtMs),
    closesAt: local(slot.closesAtMs),
    uploadUntil: local(slot.uploadUntilMs),
    dueAt: slot.dueAtMs === null ? null : local(slot.dueAtMs),
    graceMinutes: slot.graceMinutes,
    zone: slot.zone,
    standing:
      standing === null
        ? null
        : { attemptId: standing.id, outcome: standing.outcome, capturedAt: local(standing.capturedAtMs) },
  }
}

/** @param wifiProof the rule's own choice, which goes before each site's */
function presentSite(
  { site, planned }: Context['sites'][number],
  wifiProof: OpenSiteReply['wifiProof'] | null,
): OpenSiteReply {
  return {
    id: site.id,
    name: site.name,
    kind: site.kind,
    address: site.address,
    fence: site.fence,
    wifi: site.wifi,
    wifiProof: wifiProof ?? site.wifiProof,
    gatewayUrl: site.gateway?.url ?? null,
    planned,
    mainlandChina: site.mainlandChina,
  }
}
