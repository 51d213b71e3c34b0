import { fixedClock } from '../../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { createEncryptedFieldStore } from '../../adapters/database/encrypted-fields'
import { createSigningKeyStore } from '../../adapters/database/signing-key-store'
import { createKeyCipher } from '../../adapters/system/key-cipher'
import { generateSigningKeyPair } from '../../adapters/system/signing-key-pair'
import { ensureSigningKey } from '../sessions/signing-keys.usecase'
import { dropSigningKeys } from './drop-signing-keys.usecase'

const clock = fixedClock(Date.UTC(2026, 10, 18, 1))
let opened: TestDatabase
beforeEach(async () => {
  opened = await openTestDatabase()
})
afterEach(() => opened.close())

const keysUnder = (byte: number) =>
  createSigningKeyStore(opened.database, createKeyCipher(Buffer.alloc(32, byte).toString('base64')))
const start = (keys: ReturnType<typeof keysUnder>) =>
  ensureSigningKey({ keys, clock, generateKeyPair: generateSigningKeyPair })

describe('a new key encryption key', () => {
  it('does not start on the signing keys of the old one, and does once they are dropped', async () => {
    await start(keysUnder(1))
    const [old] = await keysUnder(1).list()
    await expect(start(keysUnder(2))).rejects.toThrow()

    const ports = { encryptedFields: createEncryptedFieldStore(opened.database), clock }
    expect(await dropSigningKeys(ports)).toEqual(['session-1'])
    await start(keysUnder(2))
    const [fresh, ...others] = await keysUnder(2).list()
    expect(others).toEqual([])
    expect(fresh?.publicJwk.x).not.toBe(old?.publicJwk.x)

    const lines = await opened.database.read.auditRecord.findMany({ where: { action: 'session_key.dropped' } })
    expect(lines.map(({ actorKind, subjectId }) => [actorKind, subjectId])).toEqual([['operator', 'session-1']])
  })

  it('drops nothing where there is nothing', async () => {
    const ports = { encryptedFields: createEncryptedFieldStore(opened.database), clock }
    expect(await dropSigningKeys(ports)).toEqual([])
    expect(await opened.database.read.auditRecord.count()).toBe(0)
  })
})
