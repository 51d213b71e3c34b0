import type { ConsentNotice } from '#contract/api'

export function presentNotice(notice: {
  readonly version: number
  readonly publishedAtMs: number
  readonly title: string
  readonly text: string
}): ConsentNotice {
  const { version, publishedAtMs, title, text } = notice
  return { version, publishedAt: new Date(publishedAtMs).toISOString(), title, text }
}
