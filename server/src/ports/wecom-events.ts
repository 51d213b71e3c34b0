/** What WeCom calls back about, once it is verified, decrypted and parsed. */
import type { DecisionCard } from './messenger'

/** Who pressed what: only the sender inside the encrypted body says who, and what he may is judged by us. */
export interface CardPress {
  readonly userId: string
  readonly taskId: string
  readonly buttonKey: string
  /** Updates this person's card once; every press brings a new one. */
  readonly responseCode: string | null
  /** When it was pressed, by WeCom's clock in whole seconds. */
  readonly pressedAtMs: number
}

/** Members carry changed fields only; departments likewise. */
export type ContactChange =
  | { readonly kind: 'member_changed'; readonly userId: string; readonly newUserId: string | null }
  | { readonly kind: 'member_removed'; readonly userId: string }
  | { readonly kind: 'departments_changed' }

export type WecomEvent =
  | { readonly kind: 'card_press'; readonly press: CardPress }
  | { readonly kind: 'contact_change'; readonly change: ContactChange }
  /** Nothing that we act on. */
  | { readonly kind: 'other'; readonly event: string }

/**
 * Decides by a press and says what the presser's card shows now; null: it stays as it is. The same press again gets the
 * same card. Never throws for what the person did wrong: the card says so.
 */
export type HandleCardPress = (press: CardPress) => Promise<DecisionCard | null>

/** Harmless when repeated. @throws AppError when it has to be tried again */
export type HandleContactChange = (change: ContactChange) => Promise<void>
