/** A phone of the preview, whose settings lie in this browser under `preview:<phone>:settings`. */
const KEY = /^preview:(.+):settings$/

/** The phone of that person; who has none gets one of their own. */
export function phoneOf(userId: string): string {
  for (const key of Object.keys(localStorage)) {
    const phone = KEY.exec(key)?.[1]
    if (phone !== undefined && personOf(localStorage.getItem(key)) === userId) return phone
  }
  const phone = `wecom-${userId}`
  localStorage.setItem(`preview:${phone}:settings`, JSON.stringify({ person: userId }))
  return phone
}

/** @param page e.g. `pages/records/records?day=1` */
export function phoneUrl(previewPath: string, userId: string, page: string): string {
  return `${previewPath}?phone=${encodeURIComponent(phoneOf(userId))}#/${encodeURI(page.replace(/^\//, ''))}`
}

function personOf(text: string | null): unknown {
  try {
    return (JSON.parse(text ?? '{}') as { person?: unknown }).person
  } catch {
    return undefined
  }
}
