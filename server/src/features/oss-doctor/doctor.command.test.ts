import { fileURLToPath } from 'node:url'
import { OSS_KEY, OSS_PLACE, startOssBench, type OssBench } from '../../../test/oss-bench'
import { startScript } from '../../../test/start-child'
import { makeTempFolder, type TempFolder } from '../../../test/temp-folder'

const COMMAND = fileURLToPath(new URL('./doctor.command.ts', import.meta.url))
/** A process starts and compiles on a machine that may be busy. */
const PATIENCE_MS = 120_000

let folder: TempFolder
let bench: OssBench
beforeAll(async () => {
  folder = makeTempFolder()
  bench = await startOssBench()
})
afterAll(async () => {
  await bench.close()
  folder.remove()
})

async function run(args: readonly string[], changes: Readonly<Record<string, string>> = {}) {
  const child = startScript(COMMAND, args, {
    NODE_ENV: 'test',
    DATA_DIR: folder.path,
    PUBLIC_URL: 'https://waiqin.example.com',
    PHOTO_STORE: 'oss',
    OSS_BUCKET: OSS_PLACE.bucket,
    OSS_REGION: OSS_PLACE.region,
    OSS_DOMAIN: bench.url,
    OSS_ACCESS_KEY_ID: OSS_KEY.id,
    OSS_ACCESS_KEY_SECRET: OSS_KEY.secret,
    ...changes,
  })
  const text = await child.output.catch((error: unknown) => String(error))
  expect(text).not.toContain(OSS_KEY.secret)
  return { code: child.process.exitCode, text }
}

describe('npm run oss:doctor', () => {
  it(
    'ends with 1 for a new bucket and with 0 once it was told to mend it',
    async () => {
      const before = await run([])
      expect(before.code).toBe(1)
      expect(before.text).toContain('有 2 处要处理，步骤见 docs/operations.md')
      const after = await run(['--fix'])
      expect(after.text.trim().split('\n').at(-1)).toBe('OSS 对接正常')
      expect(after.code).toBe(0)
    },
    PATIENCE_MS,
  )

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['the settings cannot be read', { OSS_REGION: 'nowhere' }, 'OSS_REGION'],
    ['photos do not lie in OSS', { PHOTO_STORE: 'embedded' }, 'PHOTO_STORE'],
  ])(
    'ends with 78 when %s',
    async (_, changes, name) => {
      const { code, text } = await run([], changes)
      expect(code).toBe(78)
      expect(text).toContain(name)
    },
    PATIENCE_MS,
  )
})
