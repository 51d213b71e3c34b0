import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fixedClock } from '../../../test/fakes'
import { AppError } from '../../app-error'
import type { IntegrationToken } from '../../ports/integration-token-store'
import type { Log } from '../../ports/log'
import { createWecomApi, type WecomApiOptions } from './wecom-api'
import { WecomError } from './wecom-problems'

const SECRET = 'the-secret-that-nobody-may-see'
const TOKEN = 'token-that-nobody-may-see'
const GET_TOKEN = '/cgi-bin/gettoken'
const PATH = '/cgi-bin/some/call'
const NOW_MS = Date.UTC(2026, 10, 18, 1)

type Answer = (response: ServerResponse, request: IncomingMessage) => void
const json =
  (answer: object): Answer =>
  (response) =>
    void response.end(JSON.stringify(answer))
const ok = json({ errcode: 0, errmsg: 'ok', value: 1 })
const errcode = (code: number) => json({ errcode: code, errmsg: `hint ${TOKEN}` })
const dropped: Answer = (response) => void response.destroy()
const unanswered: Answer = () => undefined

/** What the fake WeCom answers to calls, one after the other; the last one again and again. */
let answers: Answer[]
let asked: { path: string; query: URLSearchParams; body: string }[]
let baseUrl: string
let close: () => Promise<void>
let tokenCount: number

beforeEach(async () => {
  answers = [ok]
  asked = []
  tokenCount = 0
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (data: Buffer) => (body += data.toString()))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://wecom.invalid')
      asked.push({ path: pathname, query: searchParams, body })
      if (pathname === GET_TOKEN) {
        tokenCount++
        return json({ errcode: 0, access_token: `${TOKEN}-${tokenCount}`, expires_in: 7_200 })(response, request)
      }
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      answer?.(response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
})
afterEach(() => close())

function open(changes: Partial<WecomApiOptions> = {}) {
  const stored = new Map<string, IntegrationToken>()
  const outcomes: string[] = []
  const lines: string[] = []
  const say = (level: string) => (fields: unknown, text: string) =>
    lines.push(`${level} ${text} ${JSON.stringify(fields)}`)
  const log: Log = { info: say('info'), warn: say('warn'), error: say('error') }
  const api = createWecomApi({
    ...{ baseUrl, corpId: 'ww1', app: '1000002', secret: SECRET, clock: fixedClock(NOW_MS), log },
    tokens: {
      find: (name) => Promise.resolve(stored.get(name) ?? null),
      save: (name, token) => Promise.resolve(void stored.set(name, token)),
    },
    firstWaitMs: 1,
    timeoutMs: 300,
    onCall: (path, outcome) => outcomes.push(`${path} ${outcome}`),
    ...changes,
  })
  return { ...api, outcomes, lines }
}

const calls = () => asked.filter(({ path }) => path !== GET_TOKEN)

async function faultOf(work: Promise<unknown>): Promise<AppError | WecomError> {
  const fault: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (fault instanceof AppError || fault instanceof WecomError) return fault
  throw new Error(`neither AppError nor WecomError: ${String(fault)}`)
}
const appFaultOf = async (work: Promise<unknown>) => {
  const fault = await faultOf(work)
  return fault instanceof AppError
    ? { code: fault.code, text: fault.internalText, retryAfterSeconds: fault.retryAfterSeconds }
    : { code: 'WecomError', text: fault.message }
}

describe('the token', () => {
  it('is sent with every call, and fetched once', async () => {
    const api = open()
    await Promise.all([api.get(PATH, { userid: 'a&b=c' }), api.post(PATH, { touser: '张敏' }), api.get(PATH)])
    expect(tokenCount).toBe(1)
    for (const { query } of calls()) expect(query.get('access_token')).toBe(`${TOKEN}-1`)
    expect(calls().map(({ query, body }) => [query.get('userid'), body])).toEqual(
      expect.arrayContaining([
        ['a&b=c', ''],
        [null, '{"touser":"张敏"}'],
      ]),
    )
  })

  it.each([40014, 42001])('is fetched anew once when WeCom takes it no more (%d)', async (code) => {
    answers = [errcode(code), ok]
    const api = open()
    expect(await api.post(PATH, {}, { repeatable: false })).toMatchObject({ value: 1 })
    expect(calls().map(({ query }) => query.get('access_token'))).toEqual([`${TOKEN}-1`, `${TOKEN}-2`])
  })

  it('is not fetched again and again', async () => {
    answers = [errcode(40014)]
    expect(await faultOf(open().get(PATH))).toMatchObject({ errcode: 40014 })
    expect([tokenCount, calls().length]).toEqual([2, 2])
  })
})

describe('a call that fails', () => {
  const page: Answer = (response) => void response.writeHead(502).end('<html>')
  const cases: readonly [string, Answer][] = [
    ['busy (-1)', errcode(-1)],
    ['HTTP 502', page],
    ['no JSON', (response) => void response.end('{"errcode":0')],
    ['a broken connection', dropped],
  ]

  it.each(cases)('%s: three tries in all', async (_what, answer) => {
    answers = [answer]
    expect(await appFaultOf(open().get(PATH))).toMatchObject({ code: 'WECOM_UNAVAILABLE' })
    expect(calls()).toHaveLength(3)
  })

  it.each(cases)('%s: the third may do', async (_what, answer) => {
    answers = [answer, answer, ok]
    expect(await open().post(PATH, {})).toMatchObject({ value: 1 })
  })

  it.each(cases)('%s: a call that must not be done twice is tried once', async (_what, answer) => {
    answers = [answer, ok]
    const fault = await appFaultOf(open().post(PATH, {}, { repeatable: false }))
    expect(fault).toMatchObject({ code: 'WECOM_UNAVAILABLE' })
    expect(calls()).toHaveLength(1)
  })

  it('for want of an answer in time is not repeated: whoever waits has waited long enough', async () => {
    answers = [unanswered]
    expect(await appFaultOf(open().get(PATH))).toMatchObject({ text: `WeCom ${PATH}: no answer in time` })
    expect(calls()).toHaveLength(1)
  })

  it.each([40003, 60111, 81013, 99999])('because of what was asked (%d) is not repeated', async (code) => {
    answers = [errcode(code)]
    expect(await faultOf(open().post(PATH, {}))).toMatchObject({ errcode: code, kind: 'request' })
    expect(calls()).toHaveLength(1)
  })

  it.each([40001, 48002, 60020])('that an administrator has to mend (%d) is logged with what to do', async (code) => {
    answers = [errcode(code)]
    const api = open()
    expect(await faultOf(api.get(PATH))).toMatchObject({ errcode: code, kind: 'operator' })
    expect(api.lines).toEqual([expect.stringMatching(new RegExp(`^error WeCom ${PATH} answered errcode ${code}: `))])
    expect(calls()).toHaveLength(1)
  })

  it('by an answer without end is cut off', async () => {
    answers = [
      (response) => {
        const block = Buffer.alloc(1_048_576, 'a')
        const pour = (): void => {
          while (!response.destroyed && response.write(block));
          if (!response.destroyed) response.once('drain', pour)
        }
        pour()
      },
    ]
    const fault = await appFaultOf(open({ timeoutMs: 10_000 }).post(PATH, {}, { repeatable: false }))
    expect(fault).toMatchObject({ code: 'WECOM_UNAVAILABLE', text: `WeCom ${PATH}: RangeError` })
  })
})

describe('limits', () => {
  it.each([45009, 45033])(
    'WeCom’s (%d): no call of this path for a minute, and nobody is kept waiting',
    async (code) => {
      answers = [errcode(code), ok]
      const api = open()
      expect(await appFaultOf(api.get(PATH))).toMatchObject({ code: 'WECOM_UNAVAILABLE', retryAfterSeconds: 60 })
      const again = await appFaultOf(api.get(PATH))
      expect(again).toMatchObject({ code: 'WECOM_UNAVAILABLE', text: `WeCom ${PATH}: own limit reached` })
      expect(again.retryAfterSeconds).toBeGreaterThan(50)
      expect(again.retryAfterSeconds).toBeLessThanOrEqual(60)
      expect(calls()).toHaveLength(1)
      expect(await api.get('/cgi-bin/other')).toMatchObject({ value: 1 })
      expect(api.outcomes).toContain(`${PATH} limited`)
    },
  )

  it('our own: the rest of the minute', async () => {
    const api = open({ callsPerMinute: 2 })
    await api.get(PATH)
    await api.get(PATH)
    const fault = await appFaultOf(api.get(PATH))
    expect(fault).toMatchObject({ code: 'WECOM_UNAVAILABLE', text: `WeCom ${PATH}: own limit reached` })
    expect(fault.retryAfterSeconds).toBeGreaterThan(0)
    expect(calls()).toHaveLength(2)
  })
})

describe('the breaker', () => {
  it('opens after failures in a row, lets nothing through, and closes when WeCom answers again', async () => {
    answers = [errcode(-1)]
    const api = open({ failuresToBreak: 6, breakMs: 50 })
    for (let call = 0; call < 2; call++) await appFaultOf(api.get(PATH))
    expect(api.isBroken()).toBe(true)
    expect(calls()).toHaveLength(6)
    const fault = await appFaultOf(api.get(PATH))
    expect(fault).toMatchObject({ text: `WeCom ${PATH}: no calls for a while`, retryAfterSeconds: 1 })
    expect(calls()).toHaveLength(6)
    expect(api.outcomes.at(-1)).toBe(`${PATH} broken`)

    answers = [ok]
    await until(async () => !(await faulty(api.get(PATH))))
    expect(api.isBroken()).toBe(false)
    expect(api.lines.map((line) => line.replace(/ \{.*/, ''))).toEqual([
      'error WeCom keeps failing: no calls for a while',
      'info WeCom answers again',
    ])
  })

  it('opens again when the first call after the pause fails', async () => {
    answers = [errcode(-1)]
    const api = open({ failuresToBreak: 3, breakMs: 50 })
    await appFaultOf(api.get(PATH))
    expect(api.isBroken()).toBe(true)
    await until(async () => {
      await appFaultOf(api.get(PATH))
      return calls().length > 3
    })
    expect(api.isBroken()).toBe(true)
  })

  it('does not open for what WeCom refuses, and closes upon a refusal: that is an answer', async () => {
    answers = [errcode(48002)]
    const api = open({ failuresToBreak: 3, breakMs: 50 })
    for (let call = 0; call < 5; call++) await faultOf(api.get(PATH))
    expect(api.isBroken()).toBe(false)
    answers = [errcode(-1)]
    await appFaultOf(api.get(PATH))
    expect(api.isBroken()).toBe(true)
    answers = [errcode(81013)]
    await until(async () => (await faultOf(api.get(PATH))) instanceof WecomError)
    expect(api.isBroken()).toBe(false)
  })
})

it('shows no secret in anything it throws or logs', async () => {
  const nowhere = 'http://127.0.0.1:1'
  const texts: string[] = []
  const keep = async (api: ReturnType<typeof open>) => {
    const fault = await faultOf(api.post(PATH, { secret: 'in-the-body' }))
    const { message, stack } = fault
    const cause = fault.cause instanceof Error ? [fault.cause.message, fault.cause.stack] : fault.cause
    texts.push(JSON.stringify([message, stack, fault, cause, api.lines, api.outcomes]))
  }
  const redirected: Answer = (response, { url }) => void response.writeHead(302, { location: url }).end()
  for (const answer of [errcode(40001), errcode(-1), errcode(45009), errcode(99999), dropped, redirected, unanswered]) {
    answers = [answer]
    await keep(open())
  }
  await keep(open({ baseUrl: nowhere }))
  expect(texts).toHaveLength(8)
  for (const text of texts) expect(text).not.toMatch(new RegExp(`${SECRET}|${TOKEN}|in-the-body`))
})

const faulty = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    () => true,
  )

/** Asks again and again, with a little rest in between. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}
