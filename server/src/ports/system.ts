/** Clock, randomness and ids: fixed in tests, the only sources of either in the system. */

export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  nowMs(): number
}

export interface Random {
  bytes(length: number): Uint8Array
  /** UUID v7: ordered by time within a process. */
  id(): string
}
