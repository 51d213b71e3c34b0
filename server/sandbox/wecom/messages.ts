import { createHash } from 'node:crypto'
import type { Clock } from '../../src/ports/system'
import type { Json } from './answer'
import { BoundedMap } from './bounded'
import { INTERACTIVE } from './cards/card'
import type { CardContext } from './cards/card-parts'
import type { ChatContent, Chats } from './chats'
import type { Directory } from './directory'
import { Refusal } from './errors'
import { perDay, perHour, perMinute, type RateLimits } from './limits'
import { readContent } from './message-content'
import type { SandboxApp, SandboxBehaviour } from './options'
import { findRecipients, type Recipients } from './recipients'
import type { ResponseCodes } from './response-codes'

interface Parts {
  readonly apps: readonly SandboxApp[]
  readonly directory: Directory
  readonly chats: Chats
  readonly responseCodes: ResponseCodes
  readonly rates: RateLimits
  readonly behaviour: SandboxBehaviour
  readonly hasCallback: (app: SandboxApp) => boolean
  readonly contextOf: (app: SandboxApp) => CardContext
  readonly clock: Clock
  readonly randomText: (bytes: number) => string
}

const MOST_REMEMBERED = 20_000
const DEFAULT_DUPLICATE_SECONDS = 1_800
const MOST_DUPLICATE_SECONDS = 4 * 3_600

/** `POST /cgi-bin/message/send` and `/recall` (documents 90236, 94867). */
export function createMessages(parts: Parts) {
  const { directory, chats, responseCodes, rates, behaviour, clock, randomText } = parts
  const taskIds = new BoundedMap<string, true>(MOST_REMEMBERED)
  const sentBefore = new BoundedMap<string, { readonly untilMs: number; readonly answer: Json }>(MOST_REMEMBERED)
  const sentAt = new BoundedMap<string, { readonly agentId: number; readonly sentAtMs: number }>(MOST_REMEMBERED)

  /** @returns until when a message like this one is a repeat; null: repeats are not looked for */
  function duplicateUntilMs(body: Json): number | null {
    if (body['enable_duplicate_check'] !== 1) return null
    const seconds = body['duplicate_check_interval'] ?? DEFAULT_DUPLICATE_SECONDS
    if (typeof seconds !== 'number' || seconds < 1 || seconds > MOST_DUPLICATE_SECONDS) {
      throw new Refusal(40058, 'duplicate_check_interval: at most 4 hours')
    }
    return clock.nowMs() + seconds * 1000
  }

  /** @returns remembers the task. @throws Refusal 42014 when the app sent it before */
  function requireNewTask(content: ChatContent, { agentId }: SandboxApp): () => void {
    if (content.kind !== 'template_card' || content.taskId === null) return () => undefined
    const task = `${agentId} ${content.taskId}`
    if (taskIds.has(task)) throw new Refusal(42014, `${content.taskId} was sent before`)
    return () => taskIds.set(task, true)
  }

  async function requireDayLimit(app: SandboxApp, count: number): Promise<void> {
    const accounts = (await directory.members()).length
    const most = accounts * behaviour.limits.messagesPerAccountPerDay
    rates.require(`person-times of app ${app.agentId}`, [perDay(most)], count)
  }

  function deliver(app: SandboxApp, msgId: string, content: ChatContent, { members }: Recipients): void {
    const { messagesPerMemberPerMinute, messagesPerMemberPerHour } = behaviour.limits
    const memberRates = [perMinute(messagesPerMemberPerMinute), perHour(messagesPerMemberPerHour)]
    for (const { userId } of members) {
      const isTaken = rates.take(`messages of ${app.agentId} to ${userId.toLowerCase()}`, memberRates)
      if (isTaken) chats.add(userId, { msgId, agentId: app.agentId, sentAtMs: clock.nowMs(), content })
      else chats.drop(userId)
    }
  }

  return {
    async send(app: SandboxApp, body: Json): Promise<Json> {
      requireAgent(parts.apps, app, body['agentid'])
      const content = readContent(body, parts.contextOf(app))
      const isInteractive = content.kind === 'template_card' && INTERACTIVE.includes(content.card.card_type)
      const callsBack = isInteractive || (content.kind === 'template_card' && content.card.action_menu !== undefined)
      if (callsBack && !parts.hasCallback(app)) throw new Refusal(43012)
      const recipients = await findRecipients(body, app, directory)

      const untilMs = duplicateUntilMs(body)
      const fingerprint = fingerprintOf(app, body)
      const before = sentBefore.get(fingerprint)
      const failed = {
        invaliduser: recipients.invalidUsers.join('|'),
        invalidparty: recipients.invalidParties.join('|'),
        invalidtag: recipients.invalidTags.join('|'),
        unlicenseduser: '',
      }
      if (untilMs !== null && before !== undefined && before.untilMs > clock.nowMs()) {
        return behaviour.duplicateAnswer === 'first' ? before.answer : { ...failed, msgid: randomText(30) }
      }
      await requireDayLimit(app, recipients.members.length)
      requireNewTask(content, app)()

      const msgId = randomText(30)
      sentAt.set(msgId, { agentId: app.agentId, sentAtMs: clock.nowMs() })
      deliver(app, msgId, content, recipients)
      const code = isInteractive ? { response_code: responseCodes.issue(app, msgId) } : {}
      const answer = { ...failed, msgid: msgId, ...code }
      if (untilMs !== null) sentBefore.set(fingerprint, { untilMs, answer })
      return answer
    },

    async recall(app: SandboxApp, body: Json): Promise<Json> {
      const msgId = typeof body['msgid'] === 'string' ? body['msgid'] : ''
      const sent = sentAt.get(msgId)
      if (sent === undefined) throw new Refusal(40058, 'msgid')
      if (sent.agentId !== app.agentId) throw new Refusal(301002, 'sent by another app')
      const isLate = clock.nowMs() - sent.sentAtMs > behaviour.recallHours * 3_600_000
      if (isLate) throw new Refusal(40058, `sent more than ${behaviour.recallHours} hours ago`)
      for (const { userId, message } of chats.holdersOf(msgId)) chats.change(userId, message.id, { isRecalled: true })
      return {}
    },
  }
}

/** @throws Refusal 40056 no app of the company, 301002 another one's */
export function requireAgent(apps: readonly SandboxApp[], app: SandboxApp, agentId: unknown): void {
  if (agentId === app.agentId) return
  throw new Refusal(apps.some((known) => known.agentId === agentId) ? 301002 : 40056, 'agentid')
}

/** Everything that a repeat has in common with the first. */
function fingerprintOf({ agentId }: SandboxApp, body: Json): string {
  const { touser, toparty, totag, msgtype } = body
  const content = body[String(msgtype)]
  return createHash('sha256')
    .update(JSON.stringify([agentId, touser, toparty, totag, msgtype, content]))
    .digest('hex')
}
