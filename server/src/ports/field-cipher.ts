/** Encryption of single fields at rest, and keyed hashes that let encrypted values be compared. */
export interface FieldCipher {
  /** @param context binds the value to its place, e.g. `Attempt.place:<id>`; the same must be given to decrypt. */
  encrypt(plainText: string, context: string): string
  /** @throws Error when the key is unknown, the context differs or the value was altered. */
  decrypt(value: string, context: string): string
  /** HMAC-SHA-256 as lower-case hex, separated by purpose. */
  keyedHash(value: string, purpose: 'coordinates' | 'network-address' | 'device-facts'): string
}
