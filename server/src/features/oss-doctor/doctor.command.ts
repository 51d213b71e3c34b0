/**
 * `npm run oss:doctor`: tries everything that this installation needs of its bucket and says in one line each what works
 * and what to do; `-- --fix` sets CORS and lifecycle. Ends with 0 when all is well, 1 when something is not, 78 when the
 * configuration is wrong.
 */
import { createBucketProbe } from '../../adapters/oss/bucket-probe'
import { createCredentials } from '../../adapters/oss/credentials'
import { credentialSource } from '../../adapters/oss/credential-sources'
import { createOssCalls } from '../../adapters/oss/oss-calls'
import { publicBaseUrl } from '../../adapters/oss/oss-signing'
import { createOssPhotoStore } from '../../adapters/oss/photo-store'
import { ConfigError, loadConfig, type Config } from '../../config'
import { SYSTEM_SOURCES } from '../../wiring'
import { lineText, summaryText, type DoctorLine } from '../doctors/doctor-line.rules'
import { runOssDoctor } from './doctor.usecase'

const EXIT = { well: 0, problem: 1, configuration: 78 } as const

async function examine({ oss, publicUrl }: Config): Promise<number> {
  if (oss === null) throw new ConfigError(['PHOTO_STORE: 不是 oss，没有要检查的 Bucket'])
  const { clock, random } = SYSTEM_SOURCES
  const calls = createOssCalls({
    config: oss,
    credentials: createCredentials(credentialSource(oss.credentials), clock),
  })
  const found: DoctorLine[] = []
  const lines = runOssDoctor({
    settings: {
      region: oss.region,
      encryption: oss.encryption.algorithm,
      origin: publicUrl === null ? null : new URL(publicUrl).origin,
      bucketUrl: publicBaseUrl(oss),
    },
    bucket: createBucketProbe(oss, calls, clock),
    photoStore: createOssPhotoStore(oss, calls),
    clock,
    random,
    fixes: process.argv.includes('--fix'),
  })
  for await (const line of lines) {
    found.push(line)
    console.log(lineText(line))
  }
  console.log(summaryText(found, 'OSS 对接正常', 'docs/operations.md'))
  return found.some(({ state }) => state === 'problem') ? EXIT.problem : EXIT.well
}

try {
  process.exitCode = await examine(loadConfig())
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(
    ['配置有误（每行一处，说明见 .env.example）：', ...error.problems.map((line) => `  ${line}`)].join('\n'),
  )
  process.exitCode = EXIT.configuration
}
