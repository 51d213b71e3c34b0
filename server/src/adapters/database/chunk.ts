/**
 * Prisma gives SQLite statements of at most 998 parameters and refuses longer ones with a second list; SQL Server takes
 * 2 098 from it. What is left is for other conditions.
 */
export const MAX_IN_LIST = 900

/** Cuts a list for `in` conditions: chunks of at most `size`, in order; no chunk for an empty list. */
export function chunk<Item>(items: readonly Item[], size = MAX_IN_LIST): Item[][] {
  const chunks: Item[][] = []
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size))
  return chunks
}
