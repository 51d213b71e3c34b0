import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { countingRandom, fixedClock } from '../../../test/fakes'
import {
  AES_KEY,
  APP,
  CONTACTS,
  CORP_ID,
  openBench,
  serveSandbox,
  TOKEN,
  type BenchOptions,
} from '../../../test/wecom-bench'
import { createCallbackCodec } from '../../adapters/wecom/callback-codec'
import { createCallbackListener } from '../../adapters/wecom/callback-listener'
import { createOwnAddressProbe } from '../../adapters/wecom/own-address-probe'
import { createWecomProbe, type WecomProbeOptions } from '../../adapters/wecom/wecom-probe'
import { lineText, summaryText, type DoctorLine } from '../doctors/doctor-line.rules'
import { runDoctor } from './doctor.usecase'
import type { WecomSettings } from './settings.rules'

const SETTINGS: WecomSettings = {
  isSandbox: false,
  corpId: CORP_ID,
  publicUrl: 'https://waiqin.example.com',
  hasContactSecret: true,
  hasCallback: true,
  hasMiniProgram: true,
  writesBack: true,
  domainFile: 'WW_verify_a1B2c3.txt',
}
const KEYS = { token: TOKEN, aesKey: AES_KEY, receiveId: CORP_ID }
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

interface Case {
  readonly bench?: BenchOptions
  readonly settings?: Partial<WecomSettings>
  readonly probe?: Partial<WecomProbeOptions>
  /** Ours minus WeCom's. */
  readonly clockAheadMs?: number
  readonly keys?: Partial<typeof KEYS>
  /** Instead of our own server. */
  readonly serve?: RequestListener
  /** Instead of where our own server is. */
  readonly publicUrl?: string
}

/** WeCom's servers tell the real time. */
const wecomNowMs = () => Date.now()

async function examine(given: Case = {}): Promise<DoctorLine[]> {
  const clock = fixedClock(wecomNowMs() + (given.clockAheadMs ?? 0))
  const random = countingRandom(3)
  const sandbox = await serveSandbox(openBench(given.bench).sandbox)
  const own = await listen(given.serve ?? ownServer())
  const publicUrl = given.publicUrl ?? own.url
  const lines: DoctorLine[] = []
  const wecom = createWecomProbe({
    baseUrl: sandbox.url,
    corpId: CORP_ID,
    agentId: APP.agentId,
    secret: APP.secret,
    contactSecret: CONTACTS.secret,
    miniprogramAppId: APP.miniProgramAppId,
    clock,
    ...given.probe,
  })
  const keys = { ...KEYS, ...given.keys }
  const probe = createOwnAddressProbe({ keys, clock, random })
  const settings = { ...SETTINGS, ...given.settings }
  const callbackUrl = `${publicUrl}/wecom/callback`
  for await (const line of runDoctor({ settings, wecom, own: probe, publicUrl, callbackUrl })) lines.push(line)
  await sandbox.close()
  await own.close()
  return lines
}

/** Our callback listener, and the file of the trusted domain. */
function ownServer(): RequestListener {
  const clock = { nowMs: wecomNowMs }
  const look = { source: '外勤签到', miniprogramAppId: APP.miniProgramAppId }
  const codec = createCallbackCodec({ keys: KEYS, look, clock, random: countingRandom(4) })
  const callback = createCallbackListener({ codec, receive: () => Promise.resolve(null), log })
  return (request, response) => {
    const [, mounted] = /^\/wecom(\/callback.*)$/.exec(request.url ?? '') ?? []
    if (mounted !== undefined) callback(Object.assign(request, { url: mounted }), response, null)
    else if (request.url === '/WW_verify_a1B2c3.txt') response.end('a1B2c3')
    else response.writeHead(404).end()
  }
}

async function listen(handle: RequestListener) {
  const server = createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const problemsOf = (lines: readonly DoctorLine[]) =>
  lines.filter(({ state }) => state === 'problem').map((line) => lineText(line))

const CHECKS = [
  '设置',
  '时钟',
  '应用 Secret',
  '企业可信IP',
  '读取部门',
  '发消息',
  '关联小程序',
  '写入打卡',
  'JS-SDK 企业票据',
  'JS-SDK 应用票据',
  '通讯录同步 Secret',
  '读取成员名单',
  '回调地址',
  '可信域名文件',
]

it('finds nothing where all is well, and sends nothing to anybody', async () => {
  const lines = await examine()
  expect(lines.map(({ check, state }) => `${check} ${state}`)).toEqual(CHECKS.map((check) => `${check} ok`))
  expect(summaryText(lines, '企业微信对接正常', 'docs/wecom.md')).toBe('企业微信对接正常')
})

it('leaves out what is not set up, without calling that a problem', async () => {
  const settings = { hasContactSecret: false, writesBack: false, domainFile: null }
  const lines = await examine({ settings })
  const off = lines.filter(({ state }) => state === 'off').map(({ check }) => check)
  expect(off).toEqual(['写入打卡', '通讯录同步 Secret', '可信域名文件'])
  expect(problemsOf(lines)).toEqual([])
})

const CASES: Readonly<Record<string, readonly [Case, readonly string[]]>> = {
  'a wrong secret': [{ probe: { secret: 'wrong-secret' } }, ['应用 Secret：errcode 40001，Secret 不对']],
  "another company's secret": [
    { probe: { secret: 'secret-of-another-corp' } },
    ['应用 Secret：errcode 40091，Secret 是别的企业的'],
  ],
  'a wrong corp id': [
    { probe: { corpId: 'ww0000000000000000' } },
    ['应用 Secret：errcode 40013，企业 ID 不对', '通讯录同步 Secret：errcode 40013'],
  ],
  'an agent id of no app': [{ probe: { agentId: 9 } }, ['发消息：errcode', '关联小程序：errcode']],
  'an address that is not trusted': [
    { bench: { app: { trustedIps: ['203.0.113.9'] } } },
    ['企业可信IP：errcode 60020，服务器的出口 IP 不在名单里'],
  ],
  'another mini-program': [
    { probe: { miniprogramAppId: 'wx0000000000000000' } },
    ['关联小程序：errcode 42030，查企业微信文档「全局错误码」。核对 WECOM_MINIPROGRAM_APPID'],
  ],
  'no right to attendance': [
    { bench: { app: { checkin: false } } },
    ['写入打卡：errcode 48002，这个接口没有对应用开放：在管理后台给应用授权。在「打卡 → 可调用接口的应用」'],
  ],
  "the app's secret for 通讯录同步": [{ probe: { contactSecret: APP.secret } }, ['读取成员名单：errcode 48002']],
  'a wrong secret of 通讯录同步': [{ probe: { contactSecret: 'wrong-secret' } }, ['通讯录同步 Secret：errcode 40001']],
  'a clock that is a minute fast': [{ clockAheadMs: 62_000 }, ['时钟：比企业微信快 6']],
  'a clock that is a minute slow': [{ clockAheadMs: -63_000 }, ['时钟：比企业微信慢 6']],
  'a WeCom that cannot be reached': [
    { probe: { baseUrl: 'http://127.0.0.1:1' } },
    ['时钟：没有从企业微信得到时间', '应用 Secret：连不上企业微信（', '通讯录同步 Secret：连不上企业微信（'],
  ],
  'another callback token': [{ keys: { token: 'anothertoken' } }, ['拒绝了自己的请求（403）']],
  'a proxy that rewrites': [
    { serve: (request, response) => void response.end(request.url?.startsWith('/WW') ? 'a1B2c3' : '"text"') },
    ['答的不是明文'],
  ],
  'nothing behind the address': [
    { serve: (_request, response) => void response.writeHead(502).end() },
    ['答了 HTTP 502。检查服务是否在运行', '可信域名文件：'],
  ],
  'an address that is not there': [
    { publicUrl: 'http://127.0.0.1:1' },
    ['连不上（', '可信域名文件：http://127.0.0.1:1/WW_verify_a1B2c3.txt 连不上'],
  ],
  'a file of another name': [
    { settings: { domainFile: 'WW_verify_other1.txt' } },
    ['/WW_verify_other1.txt 答了 HTTP 404。核对 WECOM_DOMAIN_FILE'],
  ],
  'settings that cannot be right': [
    {
      settings: { corpId: 'corp', publicUrl: null, hasCallback: false, hasMiniProgram: false },
    },
    ['WECOM_CORP_ID 不像企业 ID', '没有 PUBLIC_URL', '没有 WECOM_CALLBACK_TOKEN', '没有 WECOM_MINIPROGRAM_APPID'],
  ],
  'an address without TLS': [{ settings: { publicUrl: 'http://waiqin.example.com' } }, ['PUBLIC_URL 不是 https']],
}

it.each(Object.entries(CASES))(
  'says of %s what it is, one line each, and no secret',
  async (_what, [given, expected]) => {
    const lines = await examine(given)
    const problems = problemsOf(lines)
    expect(problems).toEqual(expected.map((text) => expect.stringContaining(text)))
    expect(summaryText(lines, '企业微信对接正常', 'docs/wecom.md')).toBe(
      `有 ${expected.length} 处要处理，步骤见 docs/wecom.md`,
    )
    const said = lines.map((line) => lineText(line)).join('\n')
    for (const secret of [APP.secret, CONTACTS.secret, AES_KEY, TOKEN, 'wrong-secret', 'anothertoken']) {
      expect(said).not.toContain(secret)
    }
  },
)

it('does not ask what cannot work before something else does', async () => {
  const lines = await examine({ bench: { app: { trustedIps: ['203.0.113.9'] } } })
  const later = lines.filter(({ detail }) => detail === '先处理上面的问题').map(({ check }) => check)
  expect(later).toEqual(['读取部门', '发消息', '关联小程序', '写入打卡', 'JS-SDK 企业票据', 'JS-SDK 应用票据'])
})
