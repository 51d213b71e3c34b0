/** The real web process with the WeCom sandbox in it, on its real port; the worker's part is run by hand. */
import { randomUUID } from 'node:crypto'
import type { CheckInRequest, DeviceFacts } from '#contract/api'
import type { ApprovalReply } from '#contract/api-approvals'
import type { Fence } from '#contract/place'
import type { SlotKind } from '#contract/work-day'
import { seedSite, type EmployeeSeed } from '../../prisma/seed/builders'
import { createPhone, type Phone } from '../demo/api-client'
import { createPhoneKey, type PhoneKey } from '../demo/phone-key'
import { fixAt, placeInside, placeOutside } from '../demo/place'
import { encryptMessage, messageSignature } from '../sandbox/wecom/crypto'
import { writeXml, type XmlContent } from '../sandbox/wecom/xml'
import { createLeaseStore } from '../src/adapters/database/lease-store'
import { createOutboxStore } from '../src/adapters/database/outbox-store'
import { createWriteBackStore } from '../src/adapters/database/write-back-store'
import { createAttendance } from '../src/adapters/wecom/attendance'
import { workCards } from '../src/features/approval-cards/work-cards.usecase'
import { sweepApprovals } from '../src/features/approvals/sweep-approvals.usecase'
import { writeBack } from '../src/features/attendance/write-back.usecase'
import { workInbox } from '../src/features/callbacks/work-inbox.usecase'
import { workNotices } from '../src/features/notices/work-notices.usecase'
import { createOpenSession } from '../src/features/sessions/open-session.usecase'
import type { Log } from '../src/ports/log'
import { openWorkerParts, relaySubscribers } from '../src/wiring/worker'
import { createRelayRounds } from '../src/worker/relay'
import { chatLines, type ChatCard, type ChatLine } from './chat-lines'
import { fixedClock } from './fakes'
import {
  addPerson,
  checkInRequest,
  factsOf,
  seedFreeHours,
  send,
  sendOk,
  startApp,
  type Answered,
  type AppOptions,
  type Person,
} from './start-app'

export const SANDBOX = '/sandbox/wecom'
export const CALLBACK = '/wecom/callback'
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
/** In the morning, so that nobody sleeps. */
export const START_MS = Date.parse('2026-11-16T09:12:00+08:00')
const PAGE = 50
const FENCE: Fence = { kind: 'circle', centre: { latitude: 31.2041, longitude: 121.5907 }, radiusMetres: 150 }

export type ChatApp = Awaited<ReturnType<typeof startChatApp>>

export interface StoryPhone extends Phone {
  readonly person: Person
  readonly enrolmentToken: string
  readonly key: PhoneKey
}

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly fields: Readonly<Record<string, unknown>>
  readonly text: string
}

export interface Press {
  readonly outcome: 'not-sent' | 'ignored' | 'unanswered' | 'answered'
  readonly reason: string | null
}

export async function startChatApp({
  startMs = START_MS,
  ...options
}: Omit<AppOptions, 'clock'> & { readonly startMs?: number } = {}) {
  const clock = fixedClock(startMs)
  const app = await startApp({
    ...options,
    clock,
    seed: async (tx) => {
      await seedFreeHours(tx, [await seedSite(tx, { name: '张江总部', fence: FENCE })], {
        policy: { outOfRange: 'pending' },
      })
      await options.seed?.(tx)
    },
  })
  const { database, platform } = app
  const lines: LogLine[] = []
  const log = logInto(lines)
  const config = { ...app.config, port: Number(new URL(app.url).port) }
  /** What a worker process makes once; another one has limits and tokens of its own. */
  const startWorkerParts = async () => {
    const parts = await openWorkerParts(config, database, platform, log)
    const relay = createRelayRounds({
      outbox: createOutboxStore(database),
      leases: createLeaseStore(database),
      subscribers: relaySubscribers(config, database, parts),
      ...{ clock, random: platform.random, log, ownerId: 'worker-of-the-test' },
    })
    const attendance = createAttendance(parts.apps.app)
    return { ...parts, relay, writeBackPorts: { writeBacks: createWriteBackStore(database), attendance, clock, log } }
  }
  let worker = await startWorkerParts()

  async function relay(): Promise<number> {
    const results = await Promise.all([worker.relay.number, ...worker.relay.subscribers].map((round) => round()))
    return results.reduce((sum, { movedCount, pauseMs }) => sum + (pauseMs === undefined ? movedCount : 0), 0)
  }

  async function round(): Promise<number> {
    const { chat, writeBackPorts } = worker
    return (
      (await relay()) +
      (chat.inboxPorts === null ? 0 : await workInbox(chat.inboxPorts, PAGE)) +
      (await workNotices(chat.noticePorts, PAGE)) +
      (await workCards(chat.cardPorts, PAGE)) +
      (config.wecom.writesBack ? await writeBack(writeBackPorts, PAGE) : 0)
    )
  }

  /** Everything that the worker has to do now. */
  async function work(): Promise<void> {
    while ((await round()) > 0) clock.advance(1)
  }

  /** Of a fresh session, without a log-in over HTTP: those are limited per minute. */
  async function tokenOf({ id: employeeId }: Person): Promise<string> {
    const nowMs = clock.nowMs()
    const session = { employeeId, keyThumbprint: null, loggedInAtMs: nowMs, requestId: 'test-session', nowMs }
    return (await createOpenSession(platform)(session)).accessToken
  }

  /** Logged in, and with a key of its own that nobody knows yet. */
  async function newPhone(person: Person, facts: DeviceFacts = factsOf(person)): Promise<StoryPhone> {
    const phone = createPhone({ baseUrl: app.url, userId: person.userId, facts, nowMs: clock.nowMs })
    const session = await phone.login(await phone.loginCode())
    if (!session.consent.sufficient) await phone.agree((await phone.notice()).version)
    const { seed, enrolmentToken } = await phone.enrol()
    return { ...phone, person, enrolmentToken, key: createPhoneKey(seed) }
  }

  async function bindStaff(seed: EmployeeSeed): Promise<StoryPhone> {
    const phone = await newPhone(await addPerson(app, { name: '张敏', ...seed }))
    await phone.bind(phone.key, phone.enrolmentToken)
    await phone.context()
    return phone
  }

  /** A new phone of the person asks to be the one. */
  async function askRebind(person: Person, reason = '旧手机摔坏了') {
    const phone = await newPhone(person, { ...factsOf(person), brand: 'Xiaomi', model: '15 Pro' })
    const { approval } = await phone.requestRebind(phone.key, phone.enrolmentToken, reason)
    await phone.context()
    return { phone, approval }
  }

  async function checkIn(
    phone: StoryPhone,
    place: 'inside' | 'outside',
    kind: SlotKind = 'early',
    changes: Partial<CheckInRequest> = {},
  ) {
    const fix = fixAt(place === 'inside' ? placeInside(FENCE) : placeOutside(FENCE), true)
    // What an earlier session fetched may be too old by now.
    await phone.context()
    const request = checkInRequest(app, phone, kind, { fix, ...changes })
    return (await phone.submit(phone.signCheckIn(request))).reply
  }

  async function chat({ userId }: Pick<Person, 'userId'>): Promise<readonly ChatLine[]> {
    const path = `${SANDBOX}/chats/state?person=${encodeURIComponent(userId)}`
    return chatLines((await sendOk<{ messages: { html: string }[] }>(app, { path })).messages)
  }
  const cards = async (person: Pick<Person, 'userId'>) =>
    (await chat(person)).flatMap((line): ChatCard[] => (line.kind === 'card' ? [line] : []))

  /** The only card, or the newest one. */
  async function card(person: Pick<Person, 'userId'>): Promise<ChatCard> {
    const last = (await cards(person)).at(-1)
    if (last === undefined) throw new Error(`${person.userId} has no card`)
    return last
  }

  async function press(person: Person, decision: 'approve' | 'reject', on?: ChatCard): Promise<Press> {
    const { taskId, buttons } = on ?? (await card(person))
    const key = buttons.find((button) => button.key.startsWith(`${decision}:`))?.key ?? 'no-such-button'
    return sendOk(app, { path: `${SANDBOX}/chats/press`, body: { userId: person.userId, taskId, key } })
  }

  return {
    ...{ app, clock, config, lines, work, relay, round, tokenOf, newPhone, bindStaff, askRebind, checkIn },
    ...{ chat, cards, card, press },
    worker: () => worker,
    /** Another worker process, which knows nothing but the database. */
    restartWorker: async () => {
      worker = await startWorkerParts()
    },
    addPerson: (seed: EmployeeSeed) => addPerson(app, seed),
    texts: async (person: Pick<Person, 'userId'>) =>
      (await chat(person)).flatMap((line) => (line.kind === 'text' ? [line.text] : [])),
    fault: (fault: object) => sendOk(app, { path: `${SANDBOX}/faults`, body: fault }),
    clearFaults: () => sendOk(app, { method: 'DELETE', path: `${SANDBOX}/faults` }),
    /** What the sandbox sent to our callback address. */
    deliveries: async () =>
      (
        await sendOk<{ deliveries: { plain: string; attempts: unknown[]; reply: { kind: string } }[] }>(app, {
          path: `${SANDBOX}/callbacks`,
        })
      ).deliveries,
    /** Escalates and expires what is due. */
    sweep: () => sweepApprovals(worker.approvals, 100),
    read: async (person: Person, approvalId: string) =>
      sendOk<ApprovalReply>(app, { path: `/api/v1/approvals/${approvalId}`, token: await tokenOf(person) }),
    decide: async (person: Person, approvalId: string, decision: 'approve' | 'reject', more: object = {}) =>
      send(app, {
        path: `/api/v1/approvals/${approvalId}/decision`,
        token: await tokenOf(person),
        body: { decision, subjectVersion: 1, ...more },
      }),
    withdraw: async (person: Person, approvalId: string): Promise<Answered> =>
      send(app, { method: 'POST', path: `/api/v1/approvals/${approvalId}/withdraw`, token: await tokenOf(person) }),
    leave: (person: Person) =>
      app.seed((tx) => tx.employee.update({ where: { id: person.id }, data: { leftAt: new Date(clock.nowMs()) } })),
    /** Of the cards in the database, oldest first. */
    storedCards: (requestId: string) =>
      database.read.approvalCard.findMany({ where: { requestId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    close: () => app.close(),
  }
}

/** A callback as WeCom encrypts and signs it. */
export function sealedCallback(
  { config: { wecom }, clock }: Pick<ChatApp, 'config' | 'clock'>,
  plain: string,
  changes: { readonly token?: string; readonly aesKey?: string; readonly corpId?: string; readonly atMs?: number } = {},
) {
  if (wecom.callback === null) throw new Error('no callback address is set')
  const { token = wecom.callback.token, aesKey = wecom.callback.aesKey, corpId = wecom.corpId } = changes
  const timestamp = String(Math.floor((changes.atMs ?? clock.nowMs()) / 1_000))
  const nonce = randomUUID().slice(0, 8)
  const encrypted = encryptMessage(aesKey, plain, corpId, new Uint8Array(16).fill(7))
  const signature = messageSignature(token, timestamp, nonce, encrypted)
  const query = new URLSearchParams({ msg_signature: signature, timestamp, nonce })
  const body = writeXml('xml', [
    ['ToUserName', wecom.corpId],
    ['AgentID', String(wecom.agentId)],
    ['Encrypt', encrypted],
  ])
  return { path: `${CALLBACK}?${query}`, query, encrypted, body, headers: { 'content-type': 'text/xml' } }
}

/** The plain XML of a press. */
export function pressXml(
  { config, clock }: Pick<ChatApp, 'config' | 'clock'>,
  press: { readonly userId: string; readonly taskId: string; readonly key: string; readonly responseCode?: string },
): string {
  const { corpId, agentId } = config.wecom
  const content: XmlContent = [
    ['ToUserName', corpId],
    ['FromUserName', press.userId],
    ['CreateTime', Math.floor(clock.nowMs() / 1_000)],
    ['MsgType', 'event'],
    ['Event', 'template_card_event'],
    ['EventKey', press.key],
    ['TaskId', press.taskId],
    ['CardType', 'button_interaction'],
    ['ResponseCode', press.responseCode ?? 'made-up'],
    ['AgentID', agentId],
  ]
  return writeXml('xml', content)
}

function logInto(lines: LogLine[]): Log {
  const write = (level: LogLine['level']) => (fields: LogLine['fields'], text: string) => {
    lines.push({ level, fields, text })
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
