/** SQL Server takes 2 100 parameters in a statement, 2 098 of them from Prisma; the rest is for other conditions. */
export const MAX_IN_LIST = 1_900

/** Cuts a list for `in` conditions: chunks of at most `size`, in order; no chunk for an empty list. */
export function chunk<Item>(items: readonly Item[], size = MAX_IN_LIST): Item[][] {
  const chunks: Item[][] = []
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size))
  return chunks
}
