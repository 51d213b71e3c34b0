/** Replies of check-ins just made, so that their result shows at once; the record itself is asked for afterwards. */
import type { CheckInReply } from '../contract/api'

const KEPT = 8

export interface LatestReplies {
  keep(reply: CheckInReply): void
  find(attemptId: string): CheckInReply | null
  forget(): void
}

export function createLatestReplies(): LatestReplies {
  const replies = new Map<string, CheckInReply>()
  return {
    keep(reply) {
      replies.set(reply.attemptId, reply)
      const [oldest] = Array.from(replies.keys())
      if (replies.size > KEPT && oldest !== undefined) replies.delete(oldest)
    },
    find: (attemptId) => replies.get(attemptId) ?? null,
    forget: () => replies.clear(),
  }
}
