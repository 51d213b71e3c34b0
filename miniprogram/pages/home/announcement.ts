/** What is read aloud when the verdict changes: at most every three seconds, and always the latest. */
export interface Announced {
  readonly text: string
  readonly atMs: number
}

export const NOTHING_SAID: Announced = { text: '', atMs: 0 }
const LEAST_PAUSE_MS = 3_000

/** Pure. @returns the same object while nothing new may be said */
export function announcement(said: Announced, text: string, nowMs: number): Announced {
  const pauseMs = nowMs - said.atMs
  const maySpeak = said.text === '' || pauseMs >= LEAST_PAUSE_MS || pauseMs < 0
  return text === said.text || !maySpeak ? said : { text, atMs: nowMs }
}
