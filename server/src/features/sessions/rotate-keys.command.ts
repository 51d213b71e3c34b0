/** `npm run session-keys:rotate`: publishes a new session signing key, which signs later; the old ones retire after. */
import { openDatabase } from '../../adapters/database/open-database'
import { createSigningKeyStore } from '../../adapters/database/signing-key-store'
import { createKeyCipher } from '../../adapters/system/key-cipher'
import { generateSigningKeyPair } from '../../adapters/system/signing-key-pair'
import { systemClock } from '../../adapters/system/system'
import { loadConfig } from '../../config'
import { rotateSigningKeys } from './signing-keys.usecase'

const config = loadConfig()
const database = await openDatabase({ url: config.database.url })
try {
  const keys = createSigningKeyStore(database, createKeyCipher(config.secrets.keyEncryptionKeyBase64))
  const rotation = await rotateSigningKeys({ keys, clock: systemClock, generateKeyPair: generateSigningKeyPair })
  console.log(`新密钥 ${rotation.kid} 已公布，${new Date(rotation.activeFromMs).toISOString()} 起用于签名`)
  for (const { kid, retiredAtMs } of rotation.retire) {
    console.log(`旧密钥 ${kid} 到 ${new Date(retiredAtMs).toISOString()} 停用`)
  }
} finally {
  await database.close()
}
