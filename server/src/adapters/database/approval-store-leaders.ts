import { chunk } from './chunk'
import type { Client, Transaction } from './database'

export interface PlacedRequester {
  readonly id: string
  /** The department and those above it. */
  readonly path: readonly string[]
}

/**
 * Who leads whom now: directly, or by leading a department on the person's path, by the organisation or by a leader's
 * grant for exactly that department; the same three sources as the ladder, in three queries.
 */
export async function loadLeads(
  client: Client | Transaction,
  requesters: readonly PlacedRequester[],
): Promise<(leaderId: string, requester: PlacedRequester) => boolean> {
  const pairs = new Set<string>()
  for (const part of chunk([...new Set(requesters.map(({ id }) => id))])) {
    const rows = await client.employeeLeader.findMany({ where: { employeeId: { in: part } } })
    for (const { employeeId, leaderId } of rows) pairs.add(pairOf(leaderId, employeeId))
  }
  for (const part of chunk([...new Set(requesters.flatMap(({ path }) => path))])) {
    const led = await client.departmentLeader.findMany({ where: { departmentId: { in: part } } })
    for (const { employeeId, departmentId } of led) pairs.add(pairOf(employeeId, departmentId))
    const grants = await client.roleGrant.findMany({
      where: { role: 'leader', revokedAt: null, scopeDepartmentId: { in: part } },
      select: { employeeId: true, scopeDepartmentId: true },
    })
    for (const { employeeId, scopeDepartmentId } of grants) pairs.add(pairOf(employeeId, scopeDepartmentId ?? ''))
  }
  return (leaderId, { id, path }) =>
    pairs.has(pairOf(leaderId, id)) || path.some((departmentId) => pairs.has(pairOf(leaderId, departmentId)))
}

/** Ids of people and departments never meet: each is looked up as what it is. */
function pairOf(leaderId: string, ledId: string): string {
  return `${leaderId} ${ledId}`
}
