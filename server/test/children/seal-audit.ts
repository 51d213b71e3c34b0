/**
 * Seals audit lines until told to stop, or kills itself at a step of its n-th batch.
 * Arguments: database address, owner, folder of seal files, [step: chain | before-commit | after-commit | file | filed, n].
 */
import { auditHashes } from '../../src/adapters/database/audit-rows'
import { createAuditSealStore } from '../../src/adapters/database/audit-store'
import { createLeaseStore } from '../../src/adapters/database/lease-store'
import { openDatabase } from '../../src/adapters/database/open-database'
import { createSealFiles } from '../../src/adapters/system/seal-files'
import { systemClock, systemRandom } from '../../src/adapters/system/system'
import type { AuditSealStore, SealFiles } from '../../src/ports/audit-store'
import { systemTimer } from '../../src/worker/repeat'
import { startSealingAudit } from '../../src/worker/seal-audit'

const [url = '', ownerId = '', folder = '', step = '', n = '1'] = process.argv.slice(2)
const database = await openDatabase({ url })
const counts: Record<string, number> = {}
let total = 0
const dieAt = (name: string) => {
  counts[name] = (counts[name] ?? 0) + 1
  if (step === name && counts[name] === Number(n)) process.kill(process.pid, 'SIGKILL')
}

const store = createAuditSealStore({
  read: database.read,
  write: (work) =>
    database.write(async (tx) => {
      const result = await work(tx)
      dieAt('before-commit')
      return result
    }),
})
const audit: AuditSealStore = {
  ...store,
  sealNext: async (request, nowMs) => {
    const chain: typeof request.chain = (newest, lines) => {
      dieAt('chain')
      return request.chain(newest, lines)
    }
    const count = await store.sealNext({ ...request, chain }, nowMs)
    total += count ?? 0
    dieAt('after-commit')
    return count
  },
}
const files = createSealFiles(folder)
const sealFiles: SealFiles = {
  ...files,
  finish: async (day) => {
    dieAt('file')
    await files.finish(day)
    dieAt('filed')
  },
}

const tell = (_fields: unknown, text: string) => console.log(text)
const sealing = startSealingAudit(
  {
    audit,
    leases: createLeaseStore(database),
    sealFiles,
    hashText: auditHashes.hashText,
    clock: systemClock,
    random: systemRandom,
    log: { info: tell, warn: tell, error: tell },
    ownerId,
  },
  // Often, so that sealers meet.
  (work, delayMs) => systemTimer(work, Math.min(delayMs, 20)),
)
console.log('ready')
process.once('SIGTERM', () => {
  void sealing.stop().then(async () => {
    console.log(`sealed ${total}`)
    await database.close()
  })
})
