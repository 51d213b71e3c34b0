/** What is held beside key and session, and must not outlive them: in memory it would go on as if nothing had happened. */

interface Forgetful {
  forget(): void | Promise<void>
}

export interface Forgetting {
  /** What is known of places and of what may be done here: consent was withdrawn. */
  places(): Promise<void>
  /** Everything that another key, or nobody, may not go on with: the key changed, or all data is deleted. */
  everything(): Promise<void>
}

export function createForgetting(held: {
  readonly placeWatch: Forgetful
  readonly contexts: Forgetful
  readonly challenges: Forgetful
  readonly ownRecords: Forgetful
  readonly authority: Forgetful
  readonly latestReplies: Forgetful
}): Forgetting {
  const { placeWatch, contexts, challenges, ownRecords, authority, latestReplies } = held
  const forget = async (those: readonly Forgetful[]) => {
    for (const one of those) await one.forget()
  }
  return {
    places: () => forget([placeWatch, contexts]),
    everything: () => forget([placeWatch, contexts, challenges, ownRecords, authority, latestReplies]),
  }
}
