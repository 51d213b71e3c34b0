import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createSandboxListener } from '../../../sandbox/wecom/sandbox-listener'
import { countingRandom } from '../../../test/fakes'
import { startScript } from '../../../test/start-child'
import { makeTempFolder, type TempFolder } from '../../../test/temp-folder'
import { AES_KEY, APP, CONTACTS, CORP_ID, openBench } from '../../../test/wecom-bench'
import { createCallbackCodec } from '../../adapters/wecom/callback-codec'
import { createCallbackListener } from '../../adapters/wecom/callback-listener'

const COMMAND = fileURLToPath(new URL('./doctor.command.ts', import.meta.url))
const CALLBACK_TOKEN = 'callbacktoken'
/** A process starts and compiles on a machine that may be busy. */
const PATIENCE_MS = 120_000

let folder: TempFolder
let server: ReturnType<typeof createServer>
let port: number

/** A web process as the doctor sees it: the sandbox below its path, and the callback address. */
beforeAll(async () => {
  folder = makeTempFolder()
  const sandbox = createSandboxListener(openBench().sandbox)
  const random = countingRandom(4)
  const codec = createCallbackCodec({
    keys: { token: CALLBACK_TOKEN, aesKey: AES_KEY, receiveId: CORP_ID },
    look: { source: '外勤签到', miniprogramAppId: APP.miniProgramAppId },
    clock: { nowMs: () => Date.now() },
    random,
  })
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const callback = createCallbackListener({ codec, receive: () => Promise.resolve(null), log })
  server = createServer((request, response) => {
    const url = request.url ?? ''
    if (url.startsWith('/sandbox/wecom/')) {
      request.url = url.slice('/sandbox/wecom'.length)
      return sandbox(request, response)
    }
    request.url = url.replace(/^\/wecom/, '')
    callback(request, response, null)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  folder.remove()
})

async function run(changes: Readonly<Record<string, string>> = {}) {
  const child = startScript(COMMAND, [], {
    NODE_ENV: 'test',
    PORT: String(port),
    DATA_DIR: folder.path,
    WECOM_CORP_ID: CORP_ID,
    WECOM_AGENT_ID: String(APP.agentId),
    WECOM_SECRET: APP.secret,
    WECOM_CONTACT_SECRET: CONTACTS.secret,
    WECOM_CALLBACK_TOKEN: CALLBACK_TOKEN,
    WECOM_CALLBACK_AES_KEY: AES_KEY,
    WECOM_MINIPROGRAM_APPID: APP.miniProgramAppId,
    ...changes,
  })
  const text = await child.output.catch((error: unknown) => String(error))
  return { code: child.process.exitCode, text }
}

describe('npm run wecom:doctor', () => {
  it(
    'ends with 0 where all is well, a line for each check',
    async () => {
      const { code, text } = await run()
      expect(text.trim().split('\n')).toEqual([
        '正常　设置：用的是内置沙箱，没有连真的企业微信',
        expect.stringMatching(/^正常　时钟/),
        ...['应用 Secret', '企业可信IP', '读取部门', '发消息', '关联小程序'].map((check) => `正常　${check}`),
        '未用　写入打卡：WECOM_WRITE_BACK 没有打开',
        ...['JS-SDK 企业票据', 'JS-SDK 应用票据', '通讯录同步 Secret', '读取成员名单'].map((check) => `正常　${check}`),
        expect.stringMatching(/^正常　回调地址/),
        expect.stringMatching(/^未用　可信域名文件/),
        '企业微信对接正常',
      ])
      expect(code).toBe(0)
    },
    PATIENCE_MS,
  )

  it(
    'ends with 1 and names what is wrong, but no secret',
    async () => {
      const { code, text } = await run({ WECOM_SECRET: 'a-wrong-secret' })
      expect(code).toBe(1)
      expect(text).toContain('问题　应用 Secret：errcode 40001')
      expect(text).toMatch(/有 \d 处要处理，步骤见 docs\/wecom\.md/)
      for (const secret of ['a-wrong-secret', CONTACTS.secret, AES_KEY, CALLBACK_TOKEN])
        expect(text).not.toContain(secret)
    },
    PATIENCE_MS,
  )

  it(
    'ends with 78 when the settings cannot be read',
    async () => {
      const { code, text } = await run({ WECOM_CALLBACK_AES_KEY: 'too-short' })
      expect(code).toBe(78)
      expect(text).toContain('WECOM_CALLBACK_AES_KEY')
    },
    PATIENCE_MS,
  )
})
