/** `npm run db:seed`: the minimum of an installation; `-- --demo`: the demo company too. Both may be run again. */
import { parseArgs } from 'node:util'
import { openDatabase } from '../../server/src/adapters/database/open-database'
import { createFieldCipher } from '../../server/src/adapters/system/field-cipher'
import { systemClock } from '../../server/src/adapters/system/system'
import { ConfigError, loadConfig } from '../../server/src/config'
import { seedBase } from './base'
import { seedDemo } from './demo'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { demo: { type: 'boolean', default: false }, company: { type: 'string', default: '我的公司' } },
  })
  const { database: settings, secrets, wecom } = loadConfig()
  const database = await openDatabase({ url: settings.url })
  try {
    const nowMs = systemClock.nowMs()
    if (values.demo) {
      const keys = secrets.fieldKeys.map(({ id, keyBase64 }) => ({ id, key: Buffer.from(keyBase64, 'base64') }))
      const hashKey = Buffer.from(secrets.fieldHashKeyBase64, 'base64')
      const cipher = createFieldCipher({ keys, hashKey, currentKeyId: keys[0]?.id ?? '' })
      await seedDemo(database, { cipher, nowMs, corpId: wecom.corpId })
    } else {
      await seedBase(database, { corpId: wecom.corpId, companyName: values.company, nowMs })
    }
    console.log(values.demo ? '演示公司已就绪' : '基础数据已就绪')
  } finally {
    await database.close()
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exitCode = 1
}
