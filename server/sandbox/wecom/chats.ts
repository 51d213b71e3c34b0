import { pushBounded } from './bounded'
import type { TemplateCard } from './cards/card'

/** What stands in a person's chat with an app. */
export type ChatContent =
  | { readonly kind: 'text'; readonly from: 'app' | 'member'; readonly content: string }
  | {
      readonly kind: 'textcard'
      readonly title: string
      readonly description: string
      readonly url: string
      readonly buttonText: string
    }
  | {
      readonly kind: 'miniprogram_notice'
      readonly title: string
      readonly description: string
      readonly page: string
      readonly emphasiseFirst: boolean
      readonly items: readonly { readonly key: string; readonly value: string }[]
    }
  | {
      readonly kind: 'template_card'
      readonly card: TemplateCard
      /** Of message/send; an update keeps it. */
      readonly taskId: string | null
      /** The buttons are greyed to this text; null: they can be pressed. */
      readonly greyedText: string | null
    }

export interface ChatMessage {
  /** Counts up over all chats. */
  readonly id: number
  /** Of message/send; null for what the member wrote. */
  readonly msgId: string | null
  readonly agentId: number
  readonly sentAtMs: number
  readonly isRecalled: boolean
  /** Changes with every change to this message. */
  readonly version: number
  readonly content: ChatContent
}

export interface Chat {
  readonly userId: string
  readonly messages: readonly ChatMessage[]
  /** Messages over the member's limit, which nobody was told of. */
  readonly droppedCount: number
}

export interface Chats {
  of(userId: string): Chat
  add(userId: string, message: Pick<ChatMessage, 'msgId' | 'agentId' | 'sentAtMs' | 'content'>): ChatMessage
  drop(userId: string): void
  /** The person's card of that task, the newest first. */
  findCard(userId: string, agentId: number, taskId: string): ChatMessage | null
  change(userId: string, id: number, changes: Partial<Pick<ChatMessage, 'isRecalled' | 'content'>>): void
  /** Who has a message of that msgid. */
  holdersOf(msgId: string): readonly { readonly userId: string; readonly message: ChatMessage }[]
  rename(userId: string, newUserId: string): void
}

interface OpenChat {
  userId: string
  messages: ChatMessage[]
  droppedCount: number
}

/** Every person's chat with the company's apps; each keeps its last messages. */
export function createChats(messagesPerChat: number): Chats {
  const chats = new Map<string, OpenChat>()
  let lastId = 0
  let lastVersion = 0

  function open(userId: string): OpenChat {
    const key = userId.toLowerCase()
    const known = chats.get(key)
    if (known !== undefined) return known
    const chat = { userId, messages: [], droppedCount: 0 }
    chats.set(key, chat)
    return chat
  }

  return {
    of: (userId) => chats.get(userId.toLowerCase()) ?? { userId, messages: [], droppedCount: 0 },
    add(userId, given) {
      const message = { ...given, id: ++lastId, version: ++lastVersion, isRecalled: false }
      pushBounded(open(userId).messages, message, messagesPerChat)
      return message
    },
    drop(userId) {
      open(userId).droppedCount += 1
    },
    findCard(userId, agentId, taskId) {
      const found = chats
        .get(userId.toLowerCase())
        ?.messages.findLast(
          ({ content, ...message }) =>
            message.agentId === agentId && content.kind === 'template_card' && content.taskId === taskId,
        )
      return found === undefined || found.isRecalled ? null : found
    },
    change(userId, id, changes) {
      const chat = chats.get(userId.toLowerCase())
      if (chat === undefined) return
      chat.messages = chat.messages.map((message) =>
        message.id === id ? { ...message, ...changes, version: ++lastVersion } : message,
      )
    },
    holdersOf: (msgId) =>
      [...chats.values()].flatMap(({ userId, messages }) =>
        messages.filter((message) => message.msgId === msgId).map((message) => ({ userId, message })),
      ),
    rename(userId, newUserId) {
      const chat = chats.get(userId.toLowerCase())
      if (chat === undefined) return
      chats.delete(userId.toLowerCase())
      chats.set(newUserId.toLowerCase(), { ...chat, userId: newUserId })
    },
  }
}
