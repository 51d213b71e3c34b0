/** What waits to go to WeCom or came from there and is not done, in the database that all processes share. */

export type WecomQueue = 'callbacks' | 'cards' | 'notices' | 'write_backs'

export interface QueueBacklog {
  /** All that waits, for its time or for another try. */
  readonly waitingCount: number
  /** Those of them that have failed before. */
  readonly retriedCount: number
  /** Given up; they stay for half a year. */
  readonly failedCount: number
}

export type WecomBacklog = Readonly<Record<WecomQueue, QueueBacklog>>

export type ReadWecomBacklog = () => Promise<WecomBacklog>
