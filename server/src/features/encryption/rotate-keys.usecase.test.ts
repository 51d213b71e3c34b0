import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseSchema } from '../../../../prisma/render/parse-schema'
import { seedEmployee } from '../../../../prisma/seed/builders'
import { fixedClock } from '../../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { createApprovalCardStore } from '../../adapters/database/approval-card-store'
import { createCallbackStore } from '../../adapters/database/callback-store'
import { createEncryptedFieldStore } from '../../adapters/database/encrypted-fields'
import { createFeedbackStore } from '../../adapters/database/feedback-store'
import { createIntegrationTokenStore } from '../../adapters/database/integration-token-store'
import { createFieldCipher } from '../../adapters/system/field-cipher'
import type { EncryptedFieldStore } from '../../ports/encrypted-fields'
import type { FieldCipher } from '../../ports/field-cipher'
import { rotateKeys, type RotateKeysPorts, type RotateKeysWatcher } from './rotate-keys.usecase'
import { rotationTexts } from './rotation-texts.rules'

const NOW_MS = Date.UTC(2026, 10, 18, 1)
const HASH_KEY = new Uint8Array(32).fill(9)
const KEYS = { old: new Uint8Array(32).fill(1), new: new Uint8Array(32).fill(2), wrong: new Uint8Array(32).fill(3) }

function cipherOf(...keys: readonly (readonly [string, Uint8Array])[]): FieldCipher {
  const known = keys.map(([id, key]) => ({ id, key }))
  return createFieldCipher({ keys: known, currentKeyId: known[0]!.id, hashKey: HASH_KEY })
}
const oldCipher = cipherOf(['old', KEYS.old])
const bothCipher = cipherOf(['new', KEYS.new], ['old', KEYS.old])
const newCipher = cipherOf(['new', KEYS.new])

const EMPLOYEE = '0190a000-0000-7000-8000-000000000001'
const attemptId = (number: number) => `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`

let opened: TestDatabase
let store: EncryptedFieldStore
beforeEach(async () => {
  opened = await openTestDatabase()
  store = createEncryptedFieldStore(opened.database)
})
afterEach(() => opened.close())

/** Attempts with place, every other one with Wi-Fi, and a visit that was edited twice. */
async function storeAttempts(cipher: FieldCipher, count: number, from = 0): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => from + index)
  const at = new Date(NOW_MS)
  const encrypted = (table: string, field: string, id: string) =>
    cipher.encrypt(`${field} ${id}`, `${table}.${field}:${id}`)
  const visit = (table: string, id: string) => ({
    ...{ customer: 'c', purpose: 'p' },
    contactEncrypted: encrypted(table, 'contact', id),
    contactPhoneEncrypted: encrypted(table, 'contactPhone', id),
  })
  await opened.database.write(async (tx) => {
    if (from === 0) {
      await tx.employee.create({ data: { id: EMPLOYEE, userId: 'e', userIdKey: 'e', name: 'e', createdAt: at } })
    }
    await tx.attempt.createMany({
      data: numbers.map((number) => {
        const id = attemptId(number)
        return {
          ...{ id, employeeId: EMPLOYEE, workDay: at, slotKind: 'visit', slotSpan: 0, slotKey: 'visit-0', zone: 'UTC' },
          ...{ keyThumbprint: 'k', bodyHash: 'b', sessionId: 's', phoneTime: at, capturedAt: at, receivedAt: at },
          ...{ deferred: false, networkType: '5g', deviceJson: '{}', clientVersion: '1', replyJson: '{}' },
          ...{ outcome: 'accepted', code: 'ACCEPTED', evidenceState: 'none' },
          placeEncrypted: encrypted('Attempt', 'place', id),
          wifiEncrypted: number % 2 === 0 ? encrypted('Attempt', 'wifi', id) : null,
        }
      }),
    })
    const visits = attemptId(from)
    await tx.visitRecord.create({ data: { attemptId: visits, ...visit('VisitRecord', visits), updatedAt: at } })
    for (const version of [1, 2]) {
      const edit = { attemptId: visits, version, ...visit('VisitRecordEdit', `${visits}:${version}`), writtenAt: at }
      await tx.visitRecordEdit.create({ data: edit })
    }
  })
  await createIntegrationTokenStore(opened.database, cipher).save(`token ${from}`, {
    value: 'token',
    expiresAtMs: NOW_MS,
  })
}

/** Everything encrypted, opened with this cipher; a value that does not open is `null`. */
async function openAll(cipher: FieldCipher): Promise<Map<string, string | null>> {
  const texts = new Map<string, string | null>()
  for (const field of store.fields) {
    for (const { rowId, context, value } of await store.notUnderKey(field, 'none', null, 10_000)) {
      let text: string | null = null
      try {
        text = cipher.decrypt(value, context)
      } catch {
        // Not under one of its keys.
      }
      texts.set(`${field.table}.${field.column} ${rowId}`, text)
    }
  }
  return texts
}

async function rotation(changes: Partial<RotateKeysPorts> = {}, watcher: Partial<RotateKeysWatcher> = {}) {
  const unreadable: string[] = []
  const progress: (readonly [number, number])[] = []
  const result = await rotateKeys(
    {
      ...{ encryptedFields: store, cipher: bothCipher, keyIds: ['new', 'old'], clock: fixedClock(NOW_MS) },
      pause: () => Promise.resolve(),
      ...changes,
    },
    {
      onUnreadable: ({ table, column }, rowId) => unreadable.push(`${table}.${column} ${rowId}`),
      onProgress: (done, total) => progress.push([done, total]),
      isCancelled: () => false,
      ...watcher,
    },
  )
  return { ...result, unreadable, progress }
}

describe('the list of encrypted fields', () => {
  it('has every `…Encrypted` column of the schema and the replies, but not the signing keys, which lie under another key', () => {
    const schema = parseSchema(readFileSync(join(resolve('.'), 'prisma/schema.prisma'), 'utf8'))
    const columns = schema.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
    const encrypted = columns.filter((column) => column.endsWith('Encrypted'))
    const listed = store.fields.map(({ table, column }) => `${table}.${column}`)
    expect(columns).toContain('WecomCallback.replyXml')
    expect([...listed, 'SigningKey.privateJwkEncrypted'].sort()).toEqual(
      [...encrypted, 'WecomCallback.replyXml'].sort(),
    )
  })
})

describe('rotating keys', () => {
  it('puts every value under the first key, and none is lost or changed', async () => {
    await storeAttempts(oldCipher, 120)
    const before = await openAll(oldCipher)
    // Places, every other Wi-Fi, a visit and two edits of two fields, a token.
    expect(before.size).toBe(120 + 60 + 6 + 1)
    const result = await rotation()
    expect(result).toMatchObject({ replacedCount: before.size, unreadableCount: 0, cancelled: false })
    expect(result.use).toEqual([
      { keyId: 'new', count: before.size },
      { keyId: 'old', count: 0 },
      { keyId: null, count: 0 },
    ])
    expect(await openAll(newCipher)).toEqual(before)
    expect([...before.values()]).not.toContain(null)
    expect(result.progress.at(-1)).toEqual([before.size, before.size])
  })

  it('leaves an audit line for each batch, without values', async () => {
    await storeAttempts(oldCipher, 60)
    await rotation()
    const rows = await opened.database.read.auditRecord.findMany({ include: { detail: true }, orderBy: { id: 'asc' } })
    expect(rows.map(({ action, subjectId, detail }) => [action, subjectId, detail?.detailJson]).slice(0, 3)).toEqual([
      ['field_key.rotated', 'Attempt.placeEncrypted', '{"keyId":"new","count":50}'],
      ['field_key.rotated', 'Attempt.placeEncrypted', '{"keyId":"new","count":10}'],
      ['field_key.rotated', 'Attempt.wifiEncrypted', '{"keyId":"new","count":30}'],
    ])
  })

  it('does nothing the second time', async () => {
    await storeAttempts(oldCipher, 10)
    await rotation()
    const rows = await opened.database.read.attempt.findMany()
    expect(await rotation()).toMatchObject({
      replacedCount: 0,
      progress: store.fields.map(() => [0, 0]),
    })
    expect(await opened.database.read.attempt.findMany()).toEqual(rows)
  })

  it('keeps callbacks and response codes readable by their own stores', async () => {
    const callback = { id: attemptId(1), messageKey: 'k', eventName: 'x', plainXml: '<xml/>', nextTryAtMs: NOW_MS }
    await createCallbackStore(opened.database, oldCipher).receive(callback, NOW_MS)
    const answered = { ...callback, id: attemptId(4), messageKey: 'answered' }
    await createCallbackStore(opened.database, oldCipher).receive(answered, NOW_MS)
    await createCallbackStore(opened.database, oldCipher).finish(answered.id, '<xml>王建国已同意</xml>', NOW_MS)
    const cards = createApprovalCardStore(opened.database, oldCipher)
    const taskId = `card-${attemptId(2)}`
    await cards.plan([{ taskId, requestId: attemptId(3), employeeId: EMPLOYEE, round: 1 }], NOW_MS)
    await cards.pressed(taskId, 'response-code', NOW_MS)
    expect(await rotation()).toMatchObject({ replacedCount: 3, unreadable: [] })
    const again = await createCallbackStore(opened.database, newCipher).receive(answered, NOW_MS)
    expect(again).toMatchObject({ state: 'done', plainXml: null, replyXml: '<xml>王建国已同意</xml>' })
    const [waiting] = await createCallbackStore(opened.database, newCipher).due(NOW_MS, 1)
    expect(waiting?.plainXml).toBe('<xml/>')
    expect(await createApprovalCardStore(opened.database, newCipher).find(taskId)).toMatchObject({
      responseCode: 'response-code',
    })
  })

  it('keeps the place of a fault report readable by its own store', async () => {
    const place = { latitude: 31.20413, longitude: 121.59071 }
    const { id: employeeId } = await opened.database.write((tx) => seedEmployee(tx))
    const report = { id: attemptId(1), employeeId, text: '定位一直失败', diagnosis: null, place }
    const noTrail = { audit: [], events: [] }
    await createFeedbackStore(opened.database, oldCipher).create(report, noTrail, NOW_MS)
    expect(await rotation()).toMatchObject({ replacedCount: 1, unreadable: [] })
    const feedback = createFeedbackStore(opened.database, newCipher)
    expect(await feedback.readPlace(report.id, noTrail, NOW_MS)).toEqual(place)
  })

  it('goes on where it was interrupted', async () => {
    await storeAttempts(oldCipher, 120)
    const before = await openAll(oldCipher)
    let asked = 0
    const stopped = await rotation({}, { isCancelled: () => ++asked > 2 })
    expect(stopped).toMatchObject({ replacedCount: 100, cancelled: true })
    expect(stopped.use.slice(0, 2)).toEqual([
      { keyId: 'new', count: 100 },
      { keyId: 'old', count: before.size - 100 },
    ])
    expect(await openAll(bothCipher)).toEqual(before)
    expect(await rotation()).toMatchObject({ replacedCount: before.size - 100, cancelled: false })
    expect(await openAll(newCipher)).toEqual(before)
  })

  it('does not overwrite what was written meanwhile', async () => {
    await storeAttempts(oldCipher, 3)
    const context = `Attempt.place:${attemptId(1)}`
    const meanwhile = oldCipher.encrypt('written meanwhile', context)
    const racing: EncryptedFieldStore = {
      ...store,
      replace: async (field, values, trailOf, nowMs) => {
        if (field.column === 'placeEncrypted') {
          await opened.database.write((tx) =>
            tx.attempt.update({ where: { id: attemptId(1) }, data: { placeEncrypted: meanwhile } }),
          )
        }
        return store.replace(field, values, trailOf, nowMs)
      },
    }
    const result = await rotation({ encryptedFields: racing })
    expect(result.use).toContainEqual({ keyId: 'old', count: 1 })
    const row = await opened.database.read.attempt.findUniqueOrThrow({ where: { id: attemptId(1) } })
    expect(row.placeEncrypted).toBe(meanwhile)
    await rotation()
    expect((await openAll(newCipher)).get(`Attempt.placeEncrypted ${attemptId(1)}`)).toBe('written meanwhile')
  })

  it('keeps values bound to their place', async () => {
    await storeAttempts(oldCipher, 2)
    await rotation()
    const [first, second] = await opened.database.read.attempt.findMany({ orderBy: { id: 'asc' } })
    expect(() => newCipher.decrypt(first!.placeEncrypted!, `Attempt.place:${second!.id}`)).toThrow()
    expect(() => newCipher.decrypt(first!.placeEncrypted!, `Attempt.wifi:${first!.id}`)).toThrow()
  })
})

describe('values that do not open', () => {
  it('are named and stay as they are: a key that is not configured', async () => {
    await storeAttempts(cipherOf(['lost', KEYS.old]), 2)
    await storeAttempts(oldCipher, 60, 100)
    const before = await opened.database.read.attempt.findMany({ where: { id: { lt: attemptId(100) } } })
    const result = await rotation()
    expect(result.unreadable).toEqual([
      `Attempt.placeEncrypted ${attemptId(0)}`,
      `Attempt.placeEncrypted ${attemptId(1)}`,
      `Attempt.wifiEncrypted ${attemptId(0)}`,
      `VisitRecord.contactEncrypted ${attemptId(0)}`,
      `VisitRecord.contactPhoneEncrypted ${attemptId(0)}`,
      ...['contactEncrypted', 'contactPhoneEncrypted'].flatMap((column) =>
        [1, 2].map((version) => `VisitRecordEdit.${column} ${attemptId(0)}:${version}`),
      ),
      'IntegrationToken.valueEncrypted token 0',
    ])
    expect(result).toMatchObject({ unreadableCount: 10, replacedCount: 60 + 30 + 7 })
    expect(result.use[2]).toEqual({ keyId: null, count: 10 })
    expect(await opened.database.read.attempt.findMany({ where: { id: { lt: attemptId(100) } } })).toEqual(before)
    // With its key back, they open.
    const allKeys = cipherOf(['new', KEYS.new], ['lost', KEYS.old])
    expect(await rotation({ cipher: allKeys, keyIds: ['new', 'lost'] })).toMatchObject({ replacedCount: 10 })
    expect([...(await openAll(newCipher)).values()]).not.toContain(null)
  })

  it('are named and stay as they are: the wrong key under the right name, a value from another row', async () => {
    await storeAttempts(oldCipher, 3)
    const wrong = cipherOf(['new', KEYS.new], ['old', KEYS.wrong])
    const refused = await rotation({ cipher: wrong })
    expect(refused).toMatchObject({ replacedCount: 0, unreadableCount: 3 + 2 + 7 })
    const [first] = await opened.database.read.attempt.findMany({ orderBy: { id: 'asc' } })
    await opened.database.write((tx) =>
      tx.attempt.update({ where: { id: attemptId(1) }, data: { placeEncrypted: first!.placeEncrypted } }),
    )
    const result = await rotation()
    expect(result.unreadable).toEqual([`Attempt.placeEncrypted ${attemptId(1)}`])
    const row = await opened.database.read.attempt.findUniqueOrThrow({ where: { id: attemptId(1) } })
    expect(row.placeEncrypted).toBe(first!.placeEncrypted)
  })
})

describe('what the operator reads', () => {
  const figures = { replacedCount: 5, unreadableCount: 1, cancelled: false }
  it('says when an old key may go, and when it may not', () => {
    const use = [
      { keyId: 'c', count: 90 },
      { keyId: 'b', count: 0 },
      { keyId: 'a', count: 3 },
      { keyId: null, count: 1 },
    ]
    expect(rotationTexts({ ...figures, use })).toEqual([
      '已完成：重新加密 5 个值，解不开 1 个',
      '当前密钥 c：90 个值',
      '旧密钥 b：0 个值；各进程都换上新密钥后，可以从 FIELD_KEYS 删除',
      '旧密钥 a：还有 3 个值，不要删除；各进程换上新密钥并重启后再运行一次',
      '不在配置里的密钥：1 个值。把它们的密钥加回 FIELD_KEYS，再运行一次',
    ])
    expect(rotationTexts({ ...figures, cancelled: true, use: [] })[0]).toBe('已停下：重新加密 5 个值，解不开 1 个')
  })
})
