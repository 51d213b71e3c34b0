import { createHash } from 'node:crypto'

let count = 0

/** Numbers the things that a test did not name. */
export function nextCount(): number {
  return ++count
}

/** The same UUID (version 8) for the same words, so that seeding twice finds what is there. */
export function stableId(...words: (string | number)[]): string {
  const hex = sha256(words)
  return uuid(hex.slice(0, 12), '8', hex.slice(12))
}

/** A UUID v7 of an instant: stable like {@link stableId}, and ordered by time like the system's own. */
export function stableTimeId(instantMs: number, ...words: (string | number)[]): string {
  return uuid(Math.floor(instantMs).toString(16).padStart(12, '0'), '7', sha256([instantMs, ...words]))
}

export function sha256(words: readonly (string | number)[]): string {
  return createHash('sha256').update(words.join('\n')).digest('hex')
}

function uuid(time: string, version: string, hex: string): string {
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-${version}${hex.slice(0, 3)}-a${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}
