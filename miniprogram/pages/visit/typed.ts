/** What stands in the page's fields at first; what is typed afterwards does not come back through it. */
import type { DraftContent, DraftText } from '../../services/drafts-content'

export type Field = 'customer' | 'contact' | 'contactPhone' | 'purpose' | 'outcome' | 'notes' | 'reason'
export type Typed = Pick<DraftText, Field>

export const NOTHING_TYPED: Typed = {
  customer: '',
  contact: '',
  contactPhone: '',
  purpose: '',
  outcome: '',
  notes: '',
  reason: '',
}

export function typedOf(content: DraftContent): Typed {
  const { customer, contact, contactPhone, purpose, outcome, notes, reason } = content
  return { customer, contact, contactPhone, purpose, outcome, notes, reason }
}
