import type { OutageReply } from '#contract/api-approvals'
import type { StoredOutage } from '../../ports/outage-store'

export function presentOutage(outage: StoredOutage): OutageReply {
  const { id, reason, declaredBy, startsAtMs, endsAtMs, declaredAtMs, withdrawnAtMs } = outage
  return {
    ...{ id, reason, declaredBy },
    startsAt: isoTime(startsAtMs),
    endsAt: isoTime(endsAtMs),
    declaredAt: isoTime(declaredAtMs),
    withdrawnAt: withdrawnAtMs === null ? null : isoTime(withdrawnAtMs),
  }
}

const isoTime = (ms: number) => new Date(ms).toISOString()
