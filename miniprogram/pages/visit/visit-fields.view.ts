/** The fields of a visit record, whether it goes with a check-in or is written afterwards. */
import type { VisitDetails } from '../../contract/api'
import { LONGEST, type DraftContent, type DraftText } from '../../services/drafts-content'
import { texts } from '../../texts/texts'

export interface Choice {
  readonly text: string
  readonly isOn: boolean
}

export interface FieldsView {
  readonly purposes: readonly Choice[]
  readonly isOwnPurpose: boolean
  readonly outcomes: readonly Choice[]
  readonly isOwnOutcome: boolean
  readonly notesCount: string
}

const words = texts.visit
export const PURPOSES = Object.values(words.purposes)
export const OUTCOMES = Object.values(words.outcomes)

/** Pure. */
export function fieldsView({ purpose, isOwnPurpose, outcome, isOwnOutcome, notes }: DraftContent): FieldsView {
  return {
    purposes: choices(PURPOSES, purpose, isOwnPurpose),
    isOwnPurpose,
    outcomes: choices(OUTCOMES, outcome, isOwnOutcome),
    isOwnOutcome,
    notesCount: words.counted(notes.length, LONGEST.notes),
  }
}

function choices(usual: readonly string[], chosen: string, isOwn: boolean): readonly Choice[] {
  const others = usual.map((text) => ({ text, isOn: !isOwn && text === chosen }))
  return [...others, { text: words.own, isOn: isOwn }]
}

/** What a tap on a choice changes; a second tap takes it back. */
export function chosenPurpose({ purpose, isOwnPurpose }: DraftContent, text: string): Partial<DraftText> {
  const { own, value } = tapped(purpose, isOwnPurpose, text)
  return { purpose: value, isOwnPurpose: own }
}

export function chosenOutcome({ outcome, isOwnOutcome }: DraftContent, text: string): Partial<DraftText> {
  const { own, value } = tapped(outcome, isOwnOutcome, text)
  return { outcome: value, isOwnOutcome: own }
}

function tapped(value: string, isOwn: boolean, text: string): { readonly own: boolean; readonly value: string } {
  if (text === words.own) return { own: !isOwn, value: '' }
  return { own: false, value: !isOwn && value === text ? '' : text }
}

/** Whether anything of the record is written beside the customer. */
export function isRecordBegun(content: DraftContent): boolean {
  const { contact, contactPhone, purpose, isOwnPurpose, outcome, isOwnOutcome, notes } = content
  return isOwnPurpose || isOwnOutcome || [contact, contactPhone, purpose, outcome, notes].some(isFilled)
}

export function isFilled(text: string): boolean {
  return text.trim() !== ''
}

/** As it is sent: without blanks at the ends, and without what is empty. */
export function detailsOf(content: DraftContent, customer: string): VisitDetails {
  const { contact, contactPhone, purpose, outcome, notes } = content
  const optional = Object.entries({ contact, contactPhone, outcome, notes }).flatMap(([field, text]) =>
    isFilled(text) ? [[field, text.trim()] as const] : [],
  )
  return { customer: customer.trim(), purpose: purpose.trim(), ...Object.fromEntries(optional) }
}

/** A record that stands, as something to edit. */
export function contentOf(details: VisitDetails, version: number): Partial<DraftText> {
  const { customer, contact = '', contactPhone = '', purpose, outcome = '', notes = '' } = details
  return {
    customer,
    contact,
    contactPhone,
    purpose,
    isOwnPurpose: purpose !== '' && !PURPOSES.includes(purpose),
    outcome,
    isOwnOutcome: outcome !== '' && !OUTCOMES.includes(outcome),
    notes,
    version,
  }
}
