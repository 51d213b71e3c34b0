/** An application 申请签到: asks a leader to accept where presence cannot be shown. */
import type { Attempt } from './check-in-facts.rules'

export const APPLICATION_REASON_CHARACTERS = 5

/** A reason of enough characters and a photo; anything less is an ordinary attempt. */
export function isApplication(attempt: Pick<Attempt, 'applicationReason' | 'photos'>): boolean {
  return reasonCharacters(attempt) >= APPLICATION_REASON_CHARACTERS && attempt.photos.length > 0
}

/** Characters as people count them, blanks around them not. */
export function reasonCharacters({ applicationReason }: Pick<Attempt, 'applicationReason'>): number {
  return applicationReason === null ? 0 : [...applicationReason.trim()].length
}
