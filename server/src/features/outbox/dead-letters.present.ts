import type { DeadLetterReply } from '#contract/api-logs'
import type { DeadLetter } from '../../ports/dead-letter-store'
import type { DeadLetterPlace } from './dead-letters.usecase'

export function presentDeadLetter({ feedSequence: _, createdAtMs, ...letter }: DeadLetter): DeadLetterReply {
  return { ...letter, createdAt: new Date(createdAtMs).toISOString() }
}

export function presentPlace(place: DeadLetterPlace | null): string | null {
  return place === null ? null : `${place.feedSequence}_${place.subscriber}`
}
