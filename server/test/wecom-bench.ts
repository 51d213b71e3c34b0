/** A small company in a sandbox with a clock that stands still, and an app behind it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { countingRandom, fixedClock } from './fakes'
import { parseObject, type Json } from '../sandbox/wecom/answer'
import type { CallbackSettings } from '../sandbox/wecom/callbacks'
import { decryptMessage, encryptMessage, messageSignature } from '../sandbox/wecom/crypto'
import type { DirectoryContents } from '../sandbox/wecom/directory-types'
import type { BehaviourChanges, SandboxApp, WecomSandboxOptions } from '../sandbox/wecom/options'
import { createSandboxListener } from '../sandbox/wecom/sandbox-listener'
import { createWecomSandbox, type WecomSandbox } from '../sandbox/wecom/wecom-sandbox'
import { writeXml, type XmlContent } from '../sandbox/wecom/xml'

export const CORP_ID = 'ww5a4db0c000000001'
export const APP = {
  agentId: 1_000_002,
  secret: 'secret-of-the-app',
  miniProgramAppId: 'wx5a4db0c000000001',
  trustedDomains: ['app.example.com', '127.0.0.1:8787'],
  contactEvents: true,
} as const satisfies SandboxApp
export const OTHER_APP = { agentId: 1_000_003, secret: 'secret-of-another-app' } as const
export const CONTACTS = { agentId: 2, secret: 'secret-of-contacts', kind: 'contacts' } as const
export const NOW_MS = Date.UTC(2026, 10, 18, 1, 12, 0)

export const TOKEN = 'callback-token'
export const AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'

export const COMPANY: DirectoryContents = {
  departments: [
    { id: 1, name: '澄江仪表', parentId: 0, order: 0 },
    { id: 20, name: '服务中心', parentId: 1, order: 2 },
    { id: 21, name: '昆山组', parentId: 20, order: 1 },
    { id: 30, name: '研发中心', parentId: 1, order: 1 },
  ],
  members: [
    {
      userId: 'WangJianGuo',
      name: '王建国',
      departments: [
        { id: 21, isLeader: true },
        { id: 20, isLeader: false },
      ],
      mobile: '13800000001',
    },
    {
      userId: 'ChenYuTong',
      name: '陈雨桐',
      departments: [{ id: 21, isLeader: false }],
      directLeaders: ['WangJianGuo'],
    },
    { userId: 'ZhouLi', name: '周立', departments: [{ id: 30, isLeader: false }] },
    { userId: 'WuBing', name: '吴冰', departments: [{ id: 30, isLeader: false }], status: 4 },
    { userId: 'ZhouQi', name: '周琪', departments: [{ id: 30, isLeader: false }], status: 5 },
  ],
}

export interface BenchOptions {
  readonly app?: Partial<SandboxApp>
  readonly behaviour?: BehaviourChanges
  /** Null: as in production. */
  readonly chatPage?: WecomSandboxOptions['chatPage'] | null
}

export const CHAT_PAGE = {
  appName: '外勤签到',
  menu: [
    { name: '我的签到', icon: 'list', pagePath: 'pages/records/records' },
    { name: '审批', icon: 'stamp', pagePath: 'pages/requests/requests' },
    { name: '帮助', icon: 'help', pagePath: 'packages/help/help/help' },
  ],
  previewPath: '/preview/phone',
} as const satisfies WecomSandboxOptions['chatPage']

/** A sandbox and short ways to ask it. */
export function openBench({ app = {}, behaviour = {}, chatPage = CHAT_PAGE }: BenchOptions = {}) {
  const clock = fixedClock(NOW_MS)
  const sandbox = createWecomSandbox({
    corpId: CORP_ID,
    apps: [{ ...APP, ...app }, OTHER_APP, CONTACTS],
    foreignSecrets: ['secret-of-another-corp'],
    directory: { read: () => Promise.resolve(COMPANY) },
    clock,
    random: countingRandom(7),
    behaviour: { callbackRetryGapMs: 0, ...behaviour },
    ...(chatPage === null ? {} : { chatPage }),
  })

  async function ask(method: string, url: string, body: unknown = '', address?: string): Promise<Json> {
    const { pathname, searchParams } = new URL(url, 'http://sandbox.invalid')
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const request = { method, path: pathname, query: searchParams, body: text }
    const answer = await sandbox.handle(address === undefined ? request : { ...request, address })
    if (answer === null) return { unanswered: true }
    return { status: answer.status, ...(parseObject(answer.body) ?? { text: answer.body, headers: answer.headers }) }
  }

  async function tokenOf({ secret }: { readonly secret: string } = APP): Promise<string> {
    const { access_token: token } = await ask('GET', `/cgi-bin/gettoken?corpid=${CORP_ID}&corpsecret=${secret}`)
    return String(token)
  }

  return {
    sandbox,
    clock,
    ask,
    tokenOf,
    get: async (path: string, query: Readonly<Record<string, string>> = {}, by: { secret: string } = APP) =>
      ask('GET', `/cgi-bin/${path}?${new URLSearchParams({ access_token: await tokenOf(by), ...query })}`),
    post: async (path: string, body: unknown, by: { secret: string } = APP) =>
      ask('POST', `/cgi-bin/${path}?access_token=${await tokenOf(by)}`, body),
  }
}

export type Bench = ReturnType<typeof openBench>

/** A `button_interaction` card as the app would send it; `changes` replace members, undefined takes one away. */
export function buttonCard(taskId: string, changes: Json = {}): Json {
  const card = {
    card_type: 'button_interaction',
    task_id: taskId,
    source: { desc: '外勤签到' },
    main_title: { title: '陈雨桐申请换手机', desc: '同意后新手机生效，旧手机立即停用' },
    horizontal_content_list: [
      { keyname: '旧手机', value: 'HUAWEI Mate 60' },
      { keyname: '新手机', value: 'Xiaomi 15' },
    ],
    card_action: { type: 2, appid: APP.miniProgramAppId, pagepath: 'packages/manage/approval/approval?id=7' },
    button_list: [
      { text: '驳回', style: 3, key: 'reject' },
      { text: '同意换机', style: 1, key: 'approve' },
    ],
    ...changes,
  }
  return Object.fromEntries(Object.entries(card).filter(([, value]) => value !== undefined))
}

export function cardMessage(card: Json, changes: Json = {}): Json {
  const head = { touser: 'WangJianGuo', msgtype: 'template_card', agentid: APP.agentId }
  return { ...head, template_card: card, ...changes }
}

export interface Received {
  readonly query: URLSearchParams
  /** Decrypted after its signature was checked. */
  readonly plain: string
}

export type Reply = (received: Received, response: ServerResponse) => void

export interface FakeApp {
  readonly settings: CallbackSettings
  readonly received: readonly Received[]
  /** From the next callback on. */
  reply(next: Reply): void
  close(): Promise<void>
}

/** An app's callback URL: verifies, decrypts, remembers, and answers as it is told. */
export async function startFakeApp(): Promise<FakeApp> {
  const received: Received[] = []
  let reply: Reply = (_, response) => void response.end()
  const server = createServer((request, response) => void serve(request, response))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const query = new URL(request.url ?? '', 'http://app.invalid').searchParams
    const [timestamp, nonce] = [query.get('timestamp') ?? '', query.get('nonce') ?? '']
    let body = ''
    for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString('utf8')
    const isCheck = request.method === 'GET'
    const encrypted = isCheck ? (query.get('echostr') ?? '') : (/<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1] ?? '')
    if (messageSignature(TOKEN, timestamp, nonce, encrypted) !== query.get('msg_signature')) {
      return void response.writeHead(400).end()
    }
    const plain = decryptMessage(AES_KEY, encrypted, CORP_ID)
    if (isCheck) return void response.end(plain)
    received.push({ query, plain })
    reply({ query, plain }, response)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    settings: { url: `http://127.0.0.1:${port}/callback`, token: TOKEN, encodingAesKey: AES_KEY },
    received,
    reply: (next) => {
      reply = next
    },
    close: () => closeServer(server),
  }
}

/** A passive reply as an app seals it. */
export function sealed(content: XmlContent, { token = TOKEN, key = AES_KEY, corpId = CORP_ID } = {}): string {
  const encrypted = encryptMessage(key, writeXml('xml', content), corpId, new Uint8Array(16).fill(7))
  return writeXml('xml', [
    ['Encrypt', encrypted],
    ['MsgSignature', messageSignature(token, '1772409600', 'n', encrypted)],
    ['TimeStamp', 1_772_409_600],
    ['Nonce', 'n'],
  ])
}

/** The sandbox over HTTP, at the root. */
export async function serveSandbox(sandbox: Pick<WecomSandbox, 'handle'>) {
  const server = createServer(createSandboxListener(sandbox))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => closeServer(server),
  }
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
