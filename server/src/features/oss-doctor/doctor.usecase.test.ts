import { countingRandom } from '../../../test/fakes'
import { OSS_KEY, startOssBench, systemClock, type OssBench } from '../../../test/oss-bench'
import { createBucketProbe } from '../../adapters/oss/bucket-probe'
import { createCredentials } from '../../adapters/oss/credentials'
import { credentialSource } from '../../adapters/oss/credential-sources'
import { createOssCalls } from '../../adapters/oss/oss-calls'
import { lineText, summaryText, type DoctorLine } from '../doctors/doctor-line.rules'
import { runOssDoctor } from './doctor.usecase'

const ORIGIN = 'https://waiqin.example.com'
const CORS = [{ AllowedOrigin: [ORIGIN], AllowedMethod: ['GET', 'HEAD', 'POST'], AllowedHeader: ['*'] }]
const rule = (Prefix: string, Days: string, ID = 'own') => ({ ID, Prefix, Status: 'Enabled', Expiration: { Days } })

let bench: OssBench
/** A bucket that is as it should be. */
beforeEach(async () => {
  bench = await startOssBench({ settings: { cors: CORS, lifecycle: [rule('attempts/', '365')], encryption: 'AES256' } })
})
afterEach(() => bench.close())

interface Case {
  readonly fixes?: boolean
  readonly origin?: string | null
  readonly region?: string
}

async function examine({ fixes = false, origin = ORIGIN, region }: Case = {}): Promise<DoctorLine[]> {
  const config = { ...bench.config, ...(region !== undefined && { region }) }
  const credentials = createCredentials(credentialSource(config.credentials), systemClock)
  const calls = createOssCalls({ config, credentials, firstWaitMs: 1, timeoutMs: 2_000 })
  const lines: DoctorLine[] = []
  const doctor = runOssDoctor({
    settings: { region: bench.config.region, encryption: 'AES256', origin, bucketUrl: bench.url },
    bucket: createBucketProbe(config, calls, systemClock),
    photoStore: bench.open({ region: config.region }),
    clock: systemClock,
    random: countingRandom(11),
    fixes,
  })
  for await (const line of doctor) lines.push(line)
  expect(lines.map((line) => lineText(line)).join('\n')).not.toContain(OSS_KEY.secret)
  expect(bench.sandbox.objects.keys()).toEqual([])
  return lines
}

const problemsOf = (lines: readonly DoctorLine[]) =>
  lines.filter(({ state }) => state === 'problem').map((line) => lineText(line))

it('finds nothing amiss with a bucket that is as it should be, and leaves nothing behind', async () => {
  const lines = await examine()
  expect(lines.map((line) => lineText(line))).toEqual([
    expect.stringMatching(/^正常　时钟/),
    '正常　Bucket',
    '正常　地域：cn-hangzhou',
    '正常　读写权限',
    '正常　加密：每张照片 AES256，Bucket 默认 AES256',
    '正常　版本控制',
    '正常　跨域（CORS）',
    '正常　生命周期',
    '正常　写入和读取',
    '正常　短时地址',
    '正常　不给外人看',
    '正常　表单上传',
    '正常　禁止覆盖',
    '正常　删除',
  ])
  expect(summaryText(lines, 'OSS 对接正常', 'docs/operations.md')).toBe('OSS 对接正常')
})

it('a bucket that does not encrypt by itself is well: each photo says how', async () => {
  bench.sandbox.settings.encryption = null
  expect((await examine()).map((line) => lineText(line))).toContain('正常　加密：每张照片 AES256，Bucket 默认 不加密')
})

it.each<[string, () => void, Case, RegExp[]]>([
  [
    'a public bucket',
    () => void (bench.sandbox.settings.acl = 'public-read'),
    {},
    [/读写权限：.*任何人/, /不给外人看：没有签名也能读/],
  ],
  [
    'versioning',
    () => void (bench.sandbox.settings.versioning = 'Enabled'),
    {},
    [/版本控制：/, /禁止覆盖：答了 HTTP 200，应当是 409/],
  ],
  [
    'versioning of the past',
    () => void (bench.sandbox.settings.versioning = 'Suspended'),
    {},
    [/版本控制：/, /禁止覆盖：答了 HTTP 200，应当是 409/],
  ],
  [
    'no CORS',
    () => void (bench.sandbox.settings.cors = []),
    {},
    [/跨域（CORS）：没有允许 https:\/\/waiqin\.example\.com.*--fix/],
  ],
  ['CORS of another page', () => {}, { origin: 'https://other.example.com' }, [/跨域（CORS）：没有允许/]],
  ['no address of ours', () => {}, { origin: null }, [/跨域（CORS）：没有 PUBLIC_URL/]],
  [
    'no lifecycle',
    () => void (bench.sandbox.settings.lifecycle = []),
    {},
    [/生命周期：没有删除到期照片的规则。.*--fix/],
  ],
  [
    'a lifecycle that is too short',
    () => void (bench.sandbox.settings.lifecycle = [rule('', '30')]),
    {},
    [/生命周期：有规则会在一年之前/],
  ],
  [
    'a lifecycle of others alone',
    () => void (bench.sandbox.settings.lifecycle = [rule('backup/', '30')]),
    { fixes: true },
    [/生命周期：.*另有别的规则.*到控制台/],
  ],
])('says what to do about %s', async (_, spoil, given, expected) => {
  spoil()
  expect(problemsOf(await examine(given))).toEqual(expected.map((pattern) => expect.stringMatching(pattern)))
})

it('sets CORS and lifecycle when asked to, keeps what was there, and then finds nothing amiss', async () => {
  const { settings } = bench.sandbox
  settings.cors = [{ AllowedOrigin: ['https://other.example.com'], AllowedMethod: ['GET'] }]
  settings.lifecycle = []
  expect(problemsOf(await examine({ fixes: true }))).toEqual([])
  expect(settings.cors.map(({ AllowedOrigin }) => AllowedOrigin)).toEqual([['https://other.example.com'], [ORIGIN]])
  expect(settings.lifecycle).toEqual([
    rule('attempts/', '365', 'waiqin-photos'),
    rule('oss-doctor/', '1', 'waiqin-doctor'),
  ])
  expect(problemsOf(await examine())).toEqual([])
  const headers = { origin: ORIGIN, 'access-control-request-method': 'POST' }
  const preflight = await fetch(bench.url, { method: 'OPTIONS', headers })
  expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([200, ORIGIN])
})

it('a wrong key, region or clock shows in each line that it spoils', async () => {
  bench.sandbox.keys = [{ ...OSS_KEY, secret: 'another-secret-of-this-key' }]
  const lines = problemsOf(await examine())
  expect(lines[0]).toBe('问题　Bucket：SignatureDoesNotMatch，签名不符：核对 OSS_ACCESS_KEY_SECRET 与 OSS_REGION')
  expect(summaryText(await examine(), '', 'docs/operations.md')).toMatch(/^有 \d+ 处要处理/)
  bench.sandbox.keys = [OSS_KEY]
  expect(problemsOf(await examine({ region: 'cn-beijing' })).length).toBeGreaterThan(5)
  await bench.close()
  bench = await startOssBench({ clock: { nowMs: () => Date.now() - 20 * 60_000 } })
  const skewed = problemsOf(await examine())
  expect(skewed[0]).toMatch(/^问题　时钟：比 OSS 快 1(19\d|20\d) 秒。给服务器打开 NTP 对时$/)
  expect(skewed[1]).toContain('RequestTimeTooSkewed，本机时钟差了 15 分钟以上')
})

it('an OSS that cannot be reached is said in every line, once each', async () => {
  await bench.close()
  const lines = await examine()
  expect(lines.every(({ state }) => state === 'problem')).toBe(true)
  bench = await startOssBench()
})
