import type { FieldCipher } from '../../ports/field-cipher'
import type { IntegrationTokenStore } from '../../ports/integration-token-store'
import type { Database } from './database'
import { uniqueConflict } from './unique-conflict'

export function createIntegrationTokenStore(database: Database, cipher: FieldCipher): IntegrationTokenStore {
  const contextOf = (name: string) => `IntegrationToken.value:${name}`
  return {
    async find(name) {
      const row = await database.read.integrationToken.findUnique({ where: { name } })
      if (row === null) return null
      return { value: cipher.decrypt(row.valueEncrypted, contextOf(name)), expiresAtMs: row.expiresAt.getTime() }
    },

    async save(name, token) {
      const data = {
        valueEncrypted: cipher.encrypt(token.value, contextOf(name)),
        expiresAt: new Date(token.expiresAtMs),
      }
      const update = () =>
        database.write((tx) =>
          tx.integrationToken.updateMany({ where: { name }, data: { ...data, version: { increment: 1 } } }),
        )
      if ((await update()).count > 0) return
      try {
        await database.write((tx) => tx.integrationToken.create({ data: { name, ...data } }))
      } catch (fault) {
        // Another process stored the first one meanwhile.
        if (uniqueConflict(fault) !== 'IntegrationToken_pkey') throw fault
        await update()
      }
    },
  }
}
