/** What the page's script asks for again and again. */
export interface ChatState {
  /** Ids in their order, to see which are gone. */
  readonly ids: readonly number[]
  /** Those that changed since the version that the script has. */
  readonly messages: readonly { readonly id: number; readonly html: string }[]
  readonly version: number
  readonly people: string
  readonly dropped: string
}
