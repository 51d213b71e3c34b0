/** The challenge that the next check-ins will use, and which of its positions are gone. Kept: a position is never reused. */
import type { ChallengeReply } from '../contract/api'
import type { Storage } from '../platform/platform'
import { kept } from './memory'

export interface ChallengePosition {
  readonly id: string
  readonly position: number
  readonly issuedAtMs: number
}

export interface Challenges {
  /** An older one than what is held is of no use: a reply that took its time. */
  adopt(challenge: ChallengeReply | null): Promise<void>
  /** What `take` would give. Null: none is held, or all positions are used; a request to the server brings another. */
  next(): Promise<ChallengePosition | null>
  /**
   * Uses the position up, before anything is signed with it. Null also where that cannot be kept: the same position would
   * be given again after a kill.
   */
  take(): Promise<ChallengePosition | null>
  /** Whether all positions of the one that is held are used; false where none is held. */
  isUsedUp(): Promise<boolean>
  /** Another key signs from now on, for which none of this is good. */
  forget(): Promise<void>
}

interface KeptChallenge {
  readonly challenge: ChallengeReply
  readonly nextPosition: number
}

export function createChallenges(storage: Storage): Challenges {
  const store = kept<KeptChallenge>(storage, 'challenge')
  let held: KeptChallenge | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function load(): Promise<KeptChallenge | null> {
    held ??= await store.read()
    return held
  }

  async function next(): Promise<ChallengePosition | null> {
    const found = await load()
    if (found === null || found.nextPosition >= found.challenge.positions) return null
    const { id, issuedAt } = found.challenge
    return { id, position: found.nextPosition, issuedAtMs: Date.parse(issuedAt) }
  }

  /** Changes one after the other: two check-ins at once are two positions. */
  function inOrder<Value>(change: () => Promise<Value>): Promise<Value> {
    const done = last.then(change)
    last = done
    return done
  }

  return {
    next,

    adopt: (challenge) =>
      inOrder(async () => {
        const found = await load()
        if (challenge === null || challenge.id === found?.challenge.id) return
        if (found !== null && Date.parse(challenge.issuedAt) < Date.parse(found.challenge.issuedAt)) return
        held = { challenge, nextPosition: 0 }
        await store.write(held)
      }),

    take: () =>
      inOrder(async () => {
        const found = await next()
        if (found === null || held === null) return null
        const used = { ...held, nextPosition: found.position + 1 }
        if (!(await store.write(used))) return null
        held = used
        return found
      }),

    async isUsedUp() {
      const found = await load()
      return found !== null && found.nextPosition >= found.challenge.positions
    },

    forget: () =>
      inOrder(async () => {
        held = null
        await store.forget()
      }),
  }
}
