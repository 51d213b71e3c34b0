import type { DeviceFacts } from '#contract/api'
import type { DeviceKeyFacts } from '../../features/check-in/check-in-facts.rules'
import type { CheckInQuery, LoadedCheckIn } from '../../ports/check-in-store'
import type { Client } from './database'
import { groupBy, indexBy } from './index-by'

interface DeviceRow extends DeviceFacts {
  readonly id: string
  readonly employeeId: string
  readonly keyThumbprint: string
  readonly publicKey: string
  readonly state: string
  readonly boundAt: Date | null
  readonly revokedAt: Date | null
  readonly replacedAt: Date | null
}

const STATE_RANK: Readonly<Record<string, number>> = { active: 0, candidate: 1, revoked: 2 }

/**
 * The key that each attempt names. A candidate counts while its rebind is open, and is an unknown key otherwise: it gets
 * no challenge and verifies nothing.
 */
export async function loadDevices(
  read: Client,
  queries: readonly CheckInQuery[],
): Promise<(query: CheckInQuery) => Pick<LoadedCheckIn, 'device' | 'publicKey'>> {
  const found: DeviceRow[] = await read.device.findMany({
    where: {
      OR: [
        { keyThumbprint: { in: queries.map((query) => query.keyThumbprint) } },
        { employeeId: { in: queries.map((query) => query.employeeId) }, state: 'active' },
      ],
    },
  })
  const rows = await withoutClosedRebinds(read, queries, found)
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

async function withoutClosedRebinds(
  read: Client,
  queries: readonly CheckInQuery[],
  rows: readonly DeviceRow[],
): Promise<readonly DeviceRow[]> {
  const candidates = rows.filter((row) => row.state === 'candidate')
  if (candidates.length === 0) return rows
  const receivedAtMs = Math.min(...queries.map((query) => query.receivedAtMs))
  const open = await read.approvalRequest.findMany({
    where: {
      kind: 'rebind',
      status: 'pending',
      subjectId: { in: candidates.map((row) => row.id) },
      expiresAt: { gt: new Date(receivedAtMs) },
    },
    select: { subjectId: true, requesterId: true },
  })
  const requesterOf = new Map(open.map((row) => [row.subjectId, row.requesterId]))
  return rows.filter((row) => row.state !== 'candidate' || requesterOf.get(row.id) === row.employeeId)
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
