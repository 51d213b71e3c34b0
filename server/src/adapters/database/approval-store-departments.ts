import type { Client, Transaction } from './database'

/** Of a department: itself and those above it, nearest first; empty for none. A circle in the data ends the walk. */
export async function departmentPaths(client: Client | Transaction) {
  const departments = await client.department.findMany({ select: { id: true, parentId: true } })
  const parentOf = new Map(departments.map(({ id, parentId }) => [id, parentId]))
  return (departmentId: string | null): string[] => {
    const path: string[] = []
    let current = departmentId
    while (current !== null && !path.includes(current)) {
      path.push(current)
      current = parentOf.get(current) ?? null
    }
    return path
  }
}
