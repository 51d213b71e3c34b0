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
  /** Uses the position up, before anything is signed with it. */
  take(): Promise<ChallengePosition | null>
}

interface KeptChallenge {
  readonly challenge: ChallengeReply
  readonly nextPosition: number
}

export function createChallenges(storage: Storage): Challenges {
  const store = kept<KeptChallenge>(storage, 'challenge')
  let held: KeptChallenge | null = null

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

  return {
    next,

    async adopt(challenge) {
      const found = await load()
      if (challenge === null || challenge.id === found?.challenge.id) return
      if (found !== null && Date.parse(challenge.issuedAt) < Date.parse(found.challenge.issuedAt)) return
      held = { challenge, nextPosition: 0 }
      await store.write(held)
    },

    async take() {
      const found = await next()
      if (found === null || held === null) return null
      held = { ...held, nextPosition: found.position + 1 }
      await store.write(held)
      return found
    },
  }
}
