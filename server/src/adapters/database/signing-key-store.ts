import type { FieldCipher } from '../../ports/field-cipher'
import type { PublicJwk, SigningKeyStore } from '../../ports/token-signer'
import type { Database } from './database'
import { writeTrail } from './trail'
import { uniqueConflict } from './unique-conflict'

/** @param cipher over the key encryption key, not over the keys of encrypted fields */
export function createSigningKeyStore(
  database: Database,
  cipher: Pick<FieldCipher, 'encrypt' | 'decrypt'>,
): SigningKeyStore {
  const contextOf = (kid: string) => `SigningKey.privateJwk:${kid}`
  return {
    async list() {
      const rows = await database.read.signingKey.findMany({ orderBy: { activeFrom: 'asc' } })
      return rows.map((row) => ({
        kid: row.kid,
        publicJwk: JSON.parse(row.publicJwkJson) as PublicJwk,
        privateJwkJson: cipher.decrypt(row.privateJwkEncrypted, contextOf(row.kid)),
        activeFromMs: row.activeFrom.getTime(),
        retiredAtMs: row.retiredAt?.getTime() ?? null,
      }))
    },

    async add(key, retire, trail, nowMs) {
      const data = {
        kid: key.kid,
        publicJwkJson: JSON.stringify(key.publicJwk),
        privateJwkEncrypted: cipher.encrypt(key.privateJwkJson, contextOf(key.kid)),
        createdAt: new Date(nowMs),
        activeFrom: new Date(key.activeFromMs),
      }
      try {
        await database.write(async (tx) => {
          await tx.signingKey.create({ data })
          for (const { kid, retiredAtMs } of retire) {
            await tx.signingKey.updateMany({ where: { kid }, data: { retiredAt: new Date(retiredAtMs) } })
          }
          await writeTrail(tx, trail, nowMs)
        })
        return true
      } catch (fault) {
        if (uniqueConflict(fault) === 'SigningKey_pkey') return false
        throw fault
      }
    },
  }
}
