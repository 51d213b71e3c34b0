/** What the page asks of whatever is written on it: a new visit, or the record of one that is checked in. */
import type { DraftContent, DraftText } from '../../services/drafts-content'
import type { VisitView } from './visit.view'

export interface Writing {
  /** Null while there is nothing to show yet. */
  view(): VisitView | null
  content(): DraftContent
  change(change: Partial<DraftText>): void
  /** The button at the foot. */
  act(): Promise<void>
  /** Writes down what was typed last. */
  save(): Promise<void>
  /** The page is in front: begins what goes on while it is. */
  watch(): void
  /** The page is hidden, or gone. */
  stop(): void
}

/** Told when the view changes, and when fields have to be filled anew. */
export interface Shown {
  render(): void
  refill(): void
}
