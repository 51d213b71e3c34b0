import type { EncryptedField, EncryptedFieldStore, EncryptedValue, ReplacedValue } from '../../ports/encrypted-fields'
import type { FieldCipher } from '../../ports/field-cipher'
import type { Clock } from '../../ports/system'
import type { Trail } from '../../ports/trail'

/** Small transactions with a pause after each: check-ins wait for them, also those of another process. */
const BATCH_SIZE = 50
const PAUSE_MS = 20

export interface RotateKeysPorts {
  readonly encryptedFields: EncryptedFieldStore
  readonly cipher: Pick<FieldCipher, 'encrypt' | 'decrypt'>
  /** All that are configured; the first is the one that `cipher` encrypts with. */
  readonly keyIds: readonly [string, ...string[]]
  readonly clock: Clock
  readonly pause: (delayMs: number) => Promise<unknown>
}

export interface RotateKeysWatcher {
  /** A value that stays as it is, because no configured key opens it. */
  readonly onUnreadable: (field: EncryptedField, rowId: string) => void
  readonly onProgress: (doneCount: number, totalCount: number) => void
  readonly isCancelled: () => boolean
}

export interface KeyUse {
  /** Null: of no configured key. */
  readonly keyId: string | null
  readonly count: number
}

export interface KeyRotation {
  readonly replacedCount: number
  readonly unreadableCount: number
  readonly cancelled: boolean
  /** What lies under which key now: each configured key, in their order, then the rest. */
  readonly use: readonly KeyUse[]
}

/**
 * Puts every encrypted field that lies under another key under the first one, in small batches. May be stopped at any
 * point and run again: what is done is not found again. Values written meanwhile by processes that know both keys are
 * left as they are written; those under an old key are counted in `use`, and the next run takes them.
 */
export async function rotateKeys(ports: RotateKeysPorts, watcher: RotateKeysWatcher): Promise<KeyRotation> {
  const { encryptedFields, keyIds } = ports
  const [currentKeyId] = keyIds
  const totalCount = await countAll(encryptedFields, (field) => countOther(encryptedFields, field, currentKeyId))
  let doneCount = 0
  let replacedCount = 0
  let unreadableCount = 0
  for (const field of encryptedFields.fields) {
    for (let afterRowId: string | null = null; !watcher.isCancelled();) {
      const values = await encryptedFields.notUnderKey(field, currentKeyId, afterRowId, BATCH_SIZE)
      const { replaced, unreadable } = reEncrypt(ports, values)
      if (replaced.length > 0) {
        const trailOf = (count: number) => rotationTrail(field, currentKeyId, count)
        replacedCount += await encryptedFields.replace(field, replaced, trailOf, ports.clock.nowMs())
      }
      for (const rowId of unreadable) watcher.onUnreadable(field, rowId)
      unreadableCount += unreadable.length
      doneCount += values.length
      watcher.onProgress(doneCount, Math.max(doneCount, totalCount))
      afterRowId = values.at(-1)?.rowId ?? null
      if (values.length < BATCH_SIZE) break
      await ports.pause(PAUSE_MS)
    }
  }
  return { replacedCount, unreadableCount, cancelled: watcher.isCancelled(), use: await keyUse(ports) }
}

function reEncrypt({ cipher }: RotateKeysPorts, values: readonly EncryptedValue[]) {
  const replaced: ReplacedValue[] = []
  const unreadable: string[] = []
  for (const { rowId, context, value } of values) {
    try {
      replaced.push({ rowId, oldValue: value, newValue: cipher.encrypt(cipher.decrypt(value, context), context) })
    } catch {
      unreadable.push(rowId)
    }
  }
  return { replaced, unreadable }
}

async function keyUse({ encryptedFields, keyIds }: RotateKeysPorts): Promise<KeyUse[]> {
  const use: KeyUse[] = []
  for (const keyId of keyIds) {
    use.push({ keyId, count: await countAll(encryptedFields, (field) => encryptedFields.count(field, keyId)) })
  }
  const total = await countAll(encryptedFields, (field) => encryptedFields.count(field, null))
  const known = use.reduce((sum, { count }) => sum + count, 0)
  return [...use, { keyId: null, count: Math.max(0, total - known) }]
}

async function countAll(
  { fields }: EncryptedFieldStore,
  countOf: (field: EncryptedField) => Promise<number>,
): Promise<number> {
  let total = 0
  for (const field of fields) total += await countOf(field)
  return total
}

async function countOther(store: EncryptedFieldStore, field: EncryptedField, keyId: string): Promise<number> {
  return (await store.count(field, null)) - (await store.count(field, keyId))
}

function rotationTrail({ table, column }: EncryptedField, keyId: string, count: number): Trail {
  const entry = {
    actor: { kind: 'operator', id: 'operator' },
    action: 'field_key.rotated',
    subject: { kind: 'field', id: `${table}.${column}` },
    requestId: null,
    detail: { keyId, count },
  } as const
  return { audit: [entry], events: [] }
}
