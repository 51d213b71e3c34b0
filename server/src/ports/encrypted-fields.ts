import type { Trail } from './trail'

/** A column of encrypted values, e.g. `Attempt.placeEncrypted`. */
export interface EncryptedField {
  readonly table: string
  readonly column: string
}

export interface EncryptedValue {
  /** Unique and ordered within its field. */
  readonly rowId: string
  /** What the value is bound to; needed to decrypt it and to encrypt it anew. */
  readonly context: string
  readonly value: string
}

export interface ReplacedValue {
  readonly rowId: string
  readonly oldValue: string
  readonly newValue: string
}

/** All encrypted columns of the database that lie under the field keys, seen alike. */
export interface EncryptedFieldStore {
  readonly fields: readonly EncryptedField[]
  /** Values that are not under this key, after this row in order. @param afterRowId null: from the first */
  notUnderKey(
    field: EncryptedField,
    keyId: string,
    afterRowId: string | null,
    limit: number,
  ): Promise<readonly EncryptedValue[]>
  /** How many values lie under a key; null: how many there are at all. */
  count(field: EncryptedField, keyId: string | null): Promise<number>
  /**
   * Replaces each value that still is the old one; what was written meanwhile stays as it is.
   * @param trailOf gets how many were replaced; written only when there was one
   * @returns that number
   */
  replace(
    field: EncryptedField,
    values: readonly ReplacedValue[],
    trailOf: (count: number) => Trail,
    nowMs: number,
  ): Promise<number>
  /**
   * Deletes the session signing keys, which lie under the key encryption key: the next start of the web process makes
   * a new one. Access tokens signed by them are worth nothing from then on; refresh tokens are not touched.
   */
  dropSigningKeys(trailOf: (kids: readonly string[]) => Trail, nowMs: number): Promise<readonly string[]>
}
