import { sha256 } from '../builders'

/** From 0 (included) to 1, the same for the same words: the demo's dice. */
export function chance(...words: (string | number)[]): number {
  return parseInt(sha256(words).slice(0, 8), 16) / 2 ** 32
}

/** Evenly between two bounds. */
export function between(from: number, to: number, ...words: (string | number)[]): number {
  return from + (to - from) * chance(...words)
}
