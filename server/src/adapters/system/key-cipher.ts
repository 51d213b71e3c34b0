import type { FieldCipher } from '../../ports/field-cipher'
import { createFieldCipher } from './field-cipher'

/** What the session signing keys are encrypted with: a key of its own, so that field keys rotate without them. */
export function createKeyCipher(keyEncryptionKeyBase64: string): Pick<FieldCipher, 'encrypt' | 'decrypt'> {
  const key = Buffer.from(keyEncryptionKeyBase64, 'base64')
  return createFieldCipher({ keys: [{ id: 'kek', key }], currentKeyId: 'kek', hashKey: key })
}
