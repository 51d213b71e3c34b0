import type { VisitDetails } from '#contract/api'
import type { FieldCipher } from '../../ports/field-cipher'

/** A visit as its row holds it: who was met is encrypted. */
export interface SealedVisit {
  readonly customer: string
  readonly contactEncrypted: string | null
  readonly contactPhoneEncrypted: string | null
  readonly purpose: string
  readonly outcome: string | null
  readonly notes: string | null
}

export type VisitTable = 'VisitRecord' | 'VisitRecordEdit'

/** @param id of the row, which binds the encrypted values to it */
export function sealVisit(cipher: FieldCipher, visit: VisitDetails, table: VisitTable, id: string): SealedVisit {
  const seal = (text: string | undefined, field: string) =>
    text === undefined ? null : cipher.encrypt(text, `${table}.${field}:${id}`)
  return {
    customer: visit.customer,
    contactEncrypted: seal(visit.contact, 'contact'),
    contactPhoneEncrypted: seal(visit.contactPhone, 'contactPhone'),
    purpose: visit.purpose,
    outcome: visit.outcome ?? null,
    notes: visit.notes ?? null,
  }
}

/** @throws Error when a value cannot be decrypted */
export function openVisit(cipher: FieldCipher, row: SealedVisit, table: VisitTable, id: string): VisitDetails {
  const { customer, contactEncrypted, contactPhoneEncrypted, purpose, outcome, notes } = row
  const open = (value: string, field: string) => cipher.decrypt(value, `${table}.${field}:${id}`)
  return {
    customer,
    purpose,
    ...(contactEncrypted === null ? {} : { contact: open(contactEncrypted, 'contact') }),
    ...(contactPhoneEncrypted === null ? {} : { contactPhone: open(contactPhoneEncrypted, 'contactPhone') }),
    ...(outcome === null ? {} : { outcome }),
    ...(notes === null ? {} : { notes }),
  }
}
