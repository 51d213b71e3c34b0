/**
 * `npm run keys:rotate`: puts every encrypted field under the first key of FIELD_KEYS; docs/security.md has the whole
 * procedure. May be stopped and run again. Ends with 0 when nothing is left under another key, 1 when something is, 2
 * when it was stopped or could not begin.
 * `npm run keys:rotate -- --drop-session-keys`: for a new KEY_ENCRYPTION_KEY; only while no web process runs.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { createEncryptedFieldStore } from '../../adapters/database/encrypted-fields'
import { openDatabase } from '../../adapters/database/open-database'
import { systemClock } from '../../adapters/system/system'
import { loadConfig, type Config } from '../../config'
import type { EncryptedFieldStore } from '../../ports/encrypted-fields'
import { untilToldToStop } from '../../stop-signals'
import { fieldCipher } from '../../wiring/platform'
import { dropSigningKeys } from './drop-signing-keys.usecase'
import { rotateKeys, type KeyRotation } from './rotate-keys.usecase'
import { rotationTexts } from './rotation-texts.rules'

const EXIT = { done: 0, left: 1, notDone: 2 } as const

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'drop-session-keys': { type: 'boolean', default: false } } })
  const config = loadConfig()
  const database = await openDatabase({ url: config.database.url })
  try {
    const encryptedFields = createEncryptedFieldStore(database)
    if (values['drop-session-keys']) {
      const kids = await dropSigningKeys({ encryptedFields, clock: systemClock })
      console.log(`已删除 ${kids.length} 个会话签名密钥。用新的 KEY_ENCRYPTION_KEY 启动，会生成新的`)
      return EXIT.done
    }
    const rotation = await rotate(config, encryptedFields)
    for (const line of rotationTexts(rotation)) console.log(line)
    if (rotation.cancelled) return EXIT.notDone
    return rotation.use.slice(1).every(({ count }) => count === 0) ? EXIT.done : EXIT.left
  } finally {
    await database.close()
  }
}

async function rotate(config: Config, encryptedFields: EncryptedFieldStore): Promise<KeyRotation> {
  let isCancelled = false
  void untilToldToStop().then(() => (isCancelled = true))
  const [current, ...others] = config.secrets.fieldKeys.map(({ id }) => id)
  if (current === undefined) throw new Error('FIELD_KEYS: names no key')
  const bar = new SingleBar({
    format: '换密钥 [{bar}] {value}/{total} 预计还要 {eta_formatted}',
    clearOnComplete: true,
  })
  try {
    return await rotateKeys(
      { encryptedFields, cipher: fieldCipher(config), keyIds: [current, ...others], clock: systemClock, pause: sleep },
      {
        onUnreadable: ({ table, column }, rowId) => console.log(`解不开：${table}.${column} ${rowId}，原样保留`),
        onProgress: (doneCount, totalCount) => {
          if (!bar.isActive) bar.start(totalCount, 0)
          bar.setTotal(totalCount)
          bar.update(doneCount)
        },
        isCancelled: () => isCancelled,
      },
    )
  } finally {
    bar.stop()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  // A wrong option, configuration or address: its own words say all.
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = EXIT.notDone
}
