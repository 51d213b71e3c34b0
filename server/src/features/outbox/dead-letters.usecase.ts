import { AppError } from '../../app-error'
import type { DeadLetter, DeadLetterName, DeadLetterStore } from '../../ports/dead-letter-store'
import type { Clock } from '../../ports/system'
import type { Actor, Trail } from '../../ports/trail'

export interface DeadLetterPorts {
  readonly deadLetters: DeadLetterStore
  readonly clock: Clock
}

/** Who decides: an admin over HTTP, or whoever runs the server. */
export interface LetterDecider {
  readonly actor: Actor
  readonly requestId: string | null
}

export type DeadLetterPlace = Pick<DeadLetter, 'feedSequence' | 'subscriber'>

/** A page of dead letters, the oldest first. */
export async function listDeadLetters(
  { deadLetters }: Pick<DeadLetterPorts, 'deadLetters'>,
  query: { readonly after: DeadLetterPlace | null; readonly limit: number },
): Promise<{ readonly letters: readonly DeadLetter[]; readonly next: DeadLetterPlace | null }> {
  const found = await deadLetters.list(query.after, query.limit + 1)
  const letters = found.slice(0, query.limit)
  return { letters, next: found.length > query.limit ? (letters.at(-1) ?? null) : null }
}

/** One more try, at once. @throws AppError NOT_FOUND when it is not dead (any more) */
export async function retryDeadLetter(
  { deadLetters, clock }: DeadLetterPorts,
  decider: LetterDecider,
  letter: DeadLetterName,
): Promise<void> {
  const trail = letterTrail('outbox.retried', decider, letter, {})
  if (!(await deadLetters.retry(letter, trail, clock.nowMs()))) throw new AppError('NOT_FOUND')
}

/**
 * This subscriber never gets the event; what waits behind it goes on.
 * @param reason why it may be missing there; kept in the audit
 * @throws AppError NOT_FOUND when it is not dead (any more)
 */
export async function dropDeadLetter(
  { deadLetters, clock }: DeadLetterPorts,
  decider: LetterDecider,
  letter: DeadLetterName,
  reason: string,
): Promise<void> {
  const trail = letterTrail('outbox.dropped', decider, letter, { reason })
  if (!(await deadLetters.drop(letter, trail, clock.nowMs()))) throw new AppError('NOT_FOUND')
}

/**
 * After an outage that was longer than tries last: everything of this subscriber at once.
 * @returns how many were dead
 */
export async function retryAllDeadLetters(
  { deadLetters, clock }: DeadLetterPorts,
  decider: LetterDecider,
  subscriber: string,
): Promise<number> {
  return deadLetters.retryAll(subscriber, subscriberTrail('outbox.all_retried', decider, subscriber, {}), clock.nowMs())
}

/** How many deliveries one transaction gives up. */
const DROP_BATCH_SIZE = 500

/**
 * A subscriber that is not served any more never gets what waits for it; those events may then be forgotten.
 * @param subscribers whom the relay serves
 * @param reason kept in the audit
 * @returns how many deliveries were given up; null when the relay still serves it: nothing is done
 */
export async function dropSubscriber(
  { deadLetters, clock, subscribers }: DeadLetterPorts & { readonly subscribers: readonly string[] },
  decider: LetterDecider,
  subscriber: string,
  reason: string,
): Promise<number | null> {
  if (subscribers.includes(subscriber)) return null
  const trailOf = subscriberTrail('outbox.subscriber_dropped', decider, subscriber, { reason })
  let droppedCount = 0
  for (;;) {
    const count = await deadLetters.dropOldest(subscriber, DROP_BATCH_SIZE, trailOf, clock.nowMs())
    if (count === 0) return droppedCount
    droppedCount += count
  }
}

function subscriberTrail(
  action: string,
  { actor, requestId }: LetterDecider,
  subscriber: string,
  detail: Readonly<Record<string, unknown>>,
): (count: number) => Trail {
  const subject = { kind: 'subscriber', id: subscriber }
  return (count) => ({ audit: [{ actor, action, subject, requestId, detail: { count, ...detail } }], events: [] })
}

/** No event of its own: what says that the relay is stuck must not wait for the relay. */
function letterTrail(
  action: string,
  { actor, requestId }: LetterDecider,
  { eventId, subscriber }: DeadLetterName,
  detail: Readonly<Record<string, unknown>>,
): Trail {
  const subject = { kind: 'outbox_event', id: eventId }
  return { audit: [{ actor, action, subject, requestId, detail: { subscriber, ...detail } }], events: [] }
}
