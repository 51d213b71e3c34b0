/** Access tokens of other systems, shared by all processes, encrypted at rest. */
export interface IntegrationTokenStore {
  find(name: string): Promise<IntegrationToken | null>
  /** The last one stored stands. No trail: a token that expires within hours is no business fact. */
  save(name: string, token: IntegrationToken): Promise<void>
}

export interface IntegrationToken {
  readonly value: string
  readonly expiresAtMs: number
}
