/** Messages in people's chats. Texts are final here: what is said to whom is decided by the features. */

/** A request in the chat: what it is about, and two buttons or what became of it. Lengths in characters. */
export interface DecisionCard {
  /** Unique among all cards; letters, digits, `_`, `-`, `@`, at most 64. */
  readonly taskId: string
  /** At most 36. */
  readonly title: string
  /** At most 44. */
  readonly subtitle: string
  /** At most 6; names at most 5, values at most 30. */
  readonly rows: readonly { readonly name: string; readonly value: string }[]
  /** In the mini-program, without a slash at its start; where a tap on the card leads. */
  readonly pagePath: string
  /** The buttons from left to right, or one grey line. Texts at most 10. */
  readonly foot:
    | { readonly kind: 'buttons'; readonly buttons: readonly DecisionButton[] }
    | { readonly kind: 'outcome'; readonly text: string }
}

export interface DecisionButton {
  readonly text: string
  /** Comes back with the press. */
  readonly key: string
  readonly style: 'agree' | 'reject'
}

/** `undeliverable`: WeCom knows no such member, or he may not see the app; sending again helps nothing. */
export type Delivery =
  | { readonly kind: 'sent'; readonly messageId: string; readonly responseCode: string | null }
  | { readonly kind: 'undeliverable' }

/** `code_over`: the response code was used before or is too old: this card stays as it is. */
export type CardUpdate = 'updated' | 'code_over' | 'undeliverable'

/**
 * Every call may be repeated after a failure; a message may then arrive twice, never not at all.
 * @throws AppError WECOM_UNAVAILABLE (try again later), WECOM_REFUSED (an administrator has to change something first)
 */
export interface Messenger {
  /** @param text at most 2 048 bytes; may hold `<a href>` */
  sendText(userId: string, text: string): Promise<Delivery>
  sendCard(userId: string, card: DecisionCard): Promise<Delivery>
  /** @param responseCode of this person's card: good once */
  updateCard(userId: string, responseCode: string, card: DecisionCard): Promise<CardUpdate>
}
