import type { DeviceKeyFacts } from '../../features/check-in/check-in-facts.rules'
import type { CheckInQuery, LoadedCheckIn } from '../../ports/check-in-store'
import type { CheckInRows, DeviceRow } from './check-in-rows'
import { groupBy, indexBy } from './index-by'

const STATE_RANK: Readonly<Record<string, number>> = { active: 0, candidate: 1, revoked: 2 }

/**
 * The key that each attempt names. A candidate counts while its rebind is open, and is an unknown key otherwise: it gets
 * no challenge and verifies nothing.
 */
export function devicesOf({
  devices,
  openRebinds,
}: Pick<CheckInRows, 'devices' | 'openRebinds'>): (query: CheckInQuery) => Pick<LoadedCheckIn, 'device' | 'publicKey'> {
  const requesterOf = new Map(openRebinds.map((row) => [row.subjectId, row.requesterId]))
  const rows = devices.filter((row) => row.state !== 'candidate' || requesterOf.get(row.id) === row.employeeId)
  const ofKey = groupBy(rows, (row) => row.keyThumbprint)
  const activeOf = indexBy(
    rows.filter((row) => row.state === 'active'),
    (row) => row.employeeId,
  )
  return ({ employeeId, keyThumbprint }) => {
    const candidates = [...(ofKey.get(keyThumbprint) ?? [])].sort((left, right) => rank(left) - rank(right))
    const own = candidates.find((row) => row.employeeId === employeeId)
    const other = candidates.find((row) => row.employeeId !== employeeId && row.state !== 'revoked')
    const row = other !== undefined && own?.state !== 'active' ? other : (own ?? candidates[0])
    return {
      publicKey: row?.publicKey ?? null,
      device: toDeviceFacts(employeeId, keyThumbprint, row, activeOf.get(employeeId)),
    }
  }
}

function rank(row: DeviceRow): number {
  return STATE_RANK[row.state] ?? Number.MAX_SAFE_INTEGER
}

function toDeviceFacts(
  employeeId: string,
  keyThumbprint: string,
  row: DeviceRow | undefined,
  active: DeviceRow | undefined,
): Omit<DeviceKeyFacts, 'signature'> {
  const activeModel = active?.model ?? null
  if (row === undefined) {
    return {
      keyThumbprint,
      activeModel,
      state: 'unknown',
      owner: 'nobody',
      boundAtMs: null,
      revokedAtMs: null,
      replacedAtMs: null,
      boundFacts: null,
    }
  }
  const { brand, model, platform, system } = row
  return {
    keyThumbprint,
    activeModel,
    state: row.state as DeviceKeyFacts['state'],
    owner: row.employeeId === employeeId ? 'self' : 'other',
    boundAtMs: row.boundAt?.getTime() ?? null,
    revokedAtMs: row.revokedAt?.getTime() ?? null,
    replacedAtMs: row.replacedAt?.getTime() ?? null,
    boundFacts: { brand, model, platform, system },
  }
}
