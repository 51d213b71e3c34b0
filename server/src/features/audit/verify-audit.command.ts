/**
 * `npm run audit:verify [-- --from <seal number>] [-- --seal-file <path>]…`: recomputes the audit chain and says in one
 * line each what was changed from outside. Without `--seal-file` it is held against the files in DATA_DIR/audit-seals.
 * Ends with 0 when all is as it was sealed, 1 when something is not, 2 when it could not be looked through.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { createAuditReader } from '../../adapters/database/audit-read'
import { auditHashes } from '../../adapters/database/audit-rows'
import { openDatabase } from '../../adapters/database/open-database'
import { createSealFiles, readSealFile } from '../../adapters/system/seal-files'
import { systemClock } from '../../adapters/system/system'
import { loadConfig, type Config } from '../../config'
import type { SealFile } from '../../ports/audit-store'
import { untilToldToStop } from '../../stop-signals'
import { problemText, summaryTexts } from './verify-texts.rules'
import { verifyAudit, type AuditVerification } from './verify-audit.usecase'

const EXIT = { sound: 0, changed: 1, notVerified: 2 } as const
const USAGE = '用法：npm run audit:verify -- [--from 封印号] [--seal-file 文件]…'

async function main(): Promise<number> {
  const options = { from: { type: 'string', default: '1' }, 'seal-file': { type: 'string', multiple: true } } as const
  const { values } = parseArgs({ options })
  const fromNumber = Number(values.from)
  if (!Number.isSafeInteger(fromNumber) || fromNumber < 1) {
    console.error(USAGE)
    return EXIT.notVerified
  }
  const config = loadConfig()
  const sealFiles = await sealFilesOf(config, values['seal-file'])
  const result = await verify(config, fromNumber, sealFiles)
  // Of files that were named, nobody expects every day.
  const unfiledDays = values['seal-file'] === undefined ? result.unfiledDays : []
  for (const line of summaryTexts({ ...result, unfiledDays, sealFileCount: sealFiles.length })) console.log(line)
  if (result.cancelled) return EXIT.notVerified
  return result.problemCount > 0 ? EXIT.changed : EXIT.sound
}

function sealFilesOf({ dataFolder }: Config, paths: readonly string[] | undefined): Promise<readonly SealFile[]> {
  if (paths !== undefined) return Promise.all(paths.map(readSealFile))
  return createSealFiles(join(dataFolder, 'audit-seals')).list()
}

async function verify(config: Config, fromNumber: number, sealFiles: readonly SealFile[]): Promise<AuditVerification> {
  let isCancelled = false
  void untilToldToStop().then(() => (isCancelled = true))
  const database = await openDatabase({ url: config.database.url })
  const bar = new SingleBar({ format: '核对 [{bar}] {value}/{total} 预计还要 {eta_formatted}', clearOnComplete: true })
  try {
    return await verifyAudit(
      { audit: createAuditReader(database), hashes: auditHashes, clock: systemClock },
      {
        fromNumber,
        sealFiles,
        onProblem: (problem) => console.log(problemText(problem)),
        onProgress: (checkedCount, totalCount) => {
          if (!bar.isActive) bar.start(totalCount, 0)
          bar.update(checkedCount)
        },
        isCancelled: () => isCancelled,
      },
    )
  } finally {
    bar.stop()
    await database.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  // A wrong option, configuration or address: its own words say all.
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = EXIT.notVerified
}
