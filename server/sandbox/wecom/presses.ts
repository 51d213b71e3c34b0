import type { Clock, Random } from '../../src/ports/system'
import type { Callbacks, CallbackContent, Delivery } from './callbacks'
import { replaceBy, type CardContent } from './card-updates'
import type { TemplateCard } from './cards/card'
import type { CardContext } from './cards/card-parts'
import type { Chats, ChatMessage } from './chats'
import type { Directory } from './directory'
import { Refusal } from './errors'
import type { SandboxApp, SandboxBehaviour } from './options'
import type { ResponseCodes } from './response-codes'
import { selectedItems } from './selected-items'

/** What became of a person's press or words. */
export interface Pressed {
  /** `not-sent`: the client itself would not let this person do that; `ignored`: no callback URL, or a lost callback. */
  readonly outcome: 'not-sent' | 'ignored' | 'unanswered' | 'answered'
  /** Why it was not sent, or why the reply was thrown away. */
  readonly reason: string | null
  readonly delivery: Delivery | null
}

export interface PressOptions {
  /** Question key → chosen option ids; absent: what the card has chosen already. */
  readonly selected?: Readonly<Record<string, readonly string[]>>
  /** Presses though the buttons are grey: a client that has not drawn the update yet. */
  readonly force?: boolean
  /** Default: the first app. */
  readonly agentId?: number
}

interface Parts {
  readonly corpId: string
  readonly apps: readonly [SandboxApp, ...SandboxApp[]]
  readonly directory: Directory
  readonly chats: Chats
  readonly callbacks: Callbacks
  readonly responseCodes: ResponseCodes
  readonly contextOf: (app: SandboxApp) => CardContext
  readonly behaviour: Pick<SandboxBehaviour, 'optionIdsSpelling'>
  readonly clock: Clock
  readonly random: Random
}

/** What people do in their chats (documents 90240, 90238): each act calls back, and the reply changes this person's card alone. */
export function createPresses(parts: Parts) {
  const { corpId, apps, directory, chats, callbacks, responseCodes, contextOf, behaviour, clock, random } = parts
  const appOf = (agentId?: number) => apps.find((app) => app.agentId === agentId) ?? apps[0]
  const head = (userId: string, type: string): CallbackContent => [
    ['ToUserName', corpId],
    ['FromUserName', userId],
    ['CreateTime', Math.floor(clock.nowMs() / 1000)],
    ['MsgType', type],
  ]

  async function send(
    app: SandboxApp,
    userId: string,
    content: CallbackContent,
    message: ChatMessage | null,
  ): Promise<Pressed> {
    const delivery = await callbacks.send(app, content)
    if (delivery === null) return { outcome: 'ignored', reason: 'the app has no callback URL', delivery }
    if (!delivery.isAnswered) {
      const outcome = delivery.attempts.length === 0 ? 'ignored' : 'unanswered'
      return { outcome, reason: null, delivery }
    }
    return { outcome: 'answered', reason: apply(app, userId, message, delivery), delivery }
  }

  /** @returns why the reply was thrown away; null: it was not */
  function apply(app: SandboxApp, userId: string, message: ChatMessage | null, { reply }: Delivery): string | null {
    if (reply.kind === 'none') return null
    if (reply.kind === 'unusable') return reply.reason
    if (reply.kind === 'text') {
      const content = { kind: 'text', from: 'app', content: reply.content } as const
      chats.add(userId, { msgId: null, agentId: app.agentId, sentAtMs: clock.nowMs(), content })
      return null
    }
    // The app may have updated the card while it was answering.
    const current = chats.of(userId).messages.find(({ id }) => id === message?.id)
    if (current?.content.kind !== 'template_card') return 'no card to update'
    try {
      const content: CardContent =
        reply.kind === 'update_button'
          ? { ...current.content, greyedText: reply.replaceName }
          : replaceBy({ ...reply.card }, contextOf(app))(current.content)
      chats.change(userId, current.id, { content })
      return null
    } catch (error) {
      if (error instanceof Refusal) return error.message
      throw error
    }
  }

  async function act(
    userId: string,
    taskId: string,
    { force = false, agentId }: PressOptions,
    event: string,
    read: (card: TemplateCard) => { readonly refused: string } | { readonly more: CallbackContent },
    key: string,
  ): Promise<Pressed> {
    const app = appOf(agentId)
    const member = await directory.member(userId)
    const message = chats.findCard(userId, app.agentId, taskId)
    const notSent = (reason: string): Pressed => ({ outcome: 'not-sent', reason, delivery: null })
    if (member?.status !== 1 && !force) return notSent('no active member')
    if (message?.content.kind !== 'template_card' || message.msgId === null) return notSent('no such card')
    const { card, greyedText } = message.content
    const found = read(card)
    if ('refused' in found && !force) return notSent(found.refused)
    if (greyedText !== null && event === 'template_card_event' && !force) return notSent('the buttons are grey')
    const content: CallbackContent = [
      ...head(member?.userId ?? userId, 'event'),
      ['Event', event],
      ['EventKey', key],
      ['TaskId', taskId],
      ['CardType', card.card_type],
      ['ResponseCode', responseCodes.issue(app, message.msgId)],
      ['AgentID', app.agentId],
      ...('more' in found ? found.more : []),
    ]
    return send(app, userId, content, message)
  }

  return {
    /** Presses a button of a card: `template_card_event`. */
    press(userId: string, taskId: string, key: string, options: PressOptions = {}): Promise<Pressed> {
      const read = (card: TemplateCard) => {
        const keys = [...(card.button_list ?? []), ...(card.submit_button ? [card.submit_button] : [])]
        if (!keys.some((button) => button.key === key)) return { refused: 'no such button' }
        return selectedItems(card, options.selected ?? {}, behaviour.optionIdsSpelling)
      }
      return act(userId, taskId, options, 'template_card_event', read, key)
    },

    /** Chooses from a card's corner menu: `template_card_menu_event`. */
    pressMenu(userId: string, taskId: string, key: string, options: PressOptions = {}): Promise<Pressed> {
      const read = ({ action_menu: menu }: TemplateCard) =>
        menu?.action_list.some((action) => action.key === key) === true ? { more: [] } : { refused: 'no such action' }
      return act(userId, taskId, options, 'template_card_menu_event', read, key)
    },

    /** Writes to the app. */
    async say(userId: string, text: string, agentId?: number): Promise<Pressed> {
      const app = appOf(agentId)
      const member = await directory.member(userId)
      if (member?.status !== 1) return { outcome: 'not-sent', reason: 'no active member', delivery: null }
      const content = { kind: 'text', from: 'member', content: text } as const
      chats.add(userId, { msgId: null, agentId: app.agentId, sentAtMs: clock.nowMs(), content })
      const messageId = Buffer.from(random.bytes(8)).readBigUInt64BE() >> 1n
      const more: CallbackContent = [
        ['Content', text],
        ['MsgId', String(messageId)],
        ['AgentID', app.agentId],
      ]
      return send(app, member.userId, [...head(member.userId, 'text'), ...more], null)
    },

    /** change_contact, to every app that is told of contacts. */
    tellContactChange(changeType: string, change: CallbackContent): void {
      for (const app of apps) {
        if (!(app.contactEvents ?? app.kind === 'contacts')) continue
        const event: CallbackContent = [
          ['Event', 'change_contact'],
          ['ChangeType', changeType],
        ]
        callbacks.queue(app, [...head('sys', 'event'), ...event, ...change])
      }
    },
  }
}
