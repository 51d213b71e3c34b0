/** Only what differs goes over to the view layer: `{ 'view.slab': … }`. Null when nothing does. */
export function changedParts<View extends object>(
  name: string,
  before: View | null,
  after: View,
): Record<string, unknown> | null {
  if (before === null) return { [name]: after }
  const parts = (Object.keys(after) as (keyof View & string)[])
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => [`${name}.${key}`, after[key]] as const)
  return parts.length === 0 ? null : Object.fromEntries(parts)
}
