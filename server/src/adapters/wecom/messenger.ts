import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { CardUpdate, Delivery, Messenger } from '../../ports/messenger'
import { refused } from './refused'
import { templateCardJson, type CardLook } from './template-card'
import type { WecomApi } from './wecom-api'
import { unavailable, type WecomAnswer } from './wecom-calls'
import { WecomError } from './wecom-problems'

export interface MessengerOptions extends CardLook {
  readonly api: WecomApi
  readonly agentId: number
  /** What one person gets in a minute and in an hour at most. WeCom drops what is over 30 and 1 000, without a word. */
  readonly perMinute?: number
  readonly perHour?: number
}

const SEND = '/cgi-bin/message/send'
const UPDATE_CARD = '/cgi-bin/message/update_template_card'
const LONGEST_TEXT_BYTES = 2_048
const PER_MINUTE = 20
const PER_HOUR = 600
/** A repeat within four hours is the same message, as long as it says the same. */
const DUPLICATE_SECONDS = 4 * 3_600
/** 81013: nobody is left to send to; 60111, 40003: no such member. */
const NOBODY = new Set([81013, 60111, 40003])
/** The task id was used before; its characters are in order, we made it. */
const SENT_BEFORE = 42014

/** Chat messages of the app. */
export function createMessenger(options: MessengerOptions): Messenger {
  const { api, agentId } = options
  const minute = new RateLimiterMemory({ points: options.perMinute ?? PER_MINUTE, duration: 60 })
  const hour = new RateLimiterMemory({ points: options.perHour ?? PER_HOUR, duration: 3_600 })

  async function withinLimits(userId: string): Promise<void> {
    for (const limiter of [minute, hour]) {
      await limiter.consume(userId.toLowerCase()).catch((left: RateLimiterRes) => {
        throw unavailable(SEND, 'this person got enough messages', Math.ceil(left.msBeforeNext / 1_000))
      })
    }
  }

  async function send(userId: string, message: Readonly<Record<string, unknown>>): Promise<Delivery> {
    await withinLimits(userId)
    const body = {
      touser: userId,
      agentid: agentId,
      enable_duplicate_check: 1,
      duplicate_check_interval: DUPLICATE_SECONDS,
      ...message,
    }
    try {
      return deliveryOf(userId, await api.post(SEND, body))
    } catch (fault) {
      if (fault instanceof WecomError && NOBODY.has(fault.errcode)) return { kind: 'undeliverable' }
      // The first one's answer got lost, and what it said has changed since. Its response code comes with a press.
      if (fault instanceof WecomError && fault.errcode === SENT_BEFORE) {
        return { kind: 'sent', messageId: '', responseCode: null }
      }
      throw refused(fault)
    }
  }

  return {
    async sendText(userId, content) {
      if (Buffer.byteLength(content) > LONGEST_TEXT_BYTES) throw new RangeError('text: more than 2 048 bytes')
      return send(userId, { msgtype: 'text', text: { content } })
    },

    sendCard: async (userId, card) =>
      send(userId, { msgtype: 'template_card', template_card: templateCardJson(card, options) }),

    async updateCard(userId, responseCode, card): Promise<CardUpdate> {
      const body = {
        userids: [userId],
        agentid: agentId,
        response_code: responseCode,
        template_card: templateCardJson(card, options),
      }
      try {
        // The code is good once: a repeat whose first answer got lost hears that it is over, which is then true.
        const answer = await api.post(UPDATE_CARD, body)
        return named(answer['invaliduser']).includes(userId.toLowerCase()) ? 'undeliverable' : 'updated'
      } catch (fault) {
        if (fault instanceof WecomError && NOBODY.has(fault.errcode)) return 'undeliverable'
        // The card is in order: what is left to be refused is its code. No document names the error for that.
        if (fault instanceof WecomError && fault.kind === 'request') return 'code_over'
        throw refused(fault)
      }
    },
  }
}

function deliveryOf(userId: string, answer: WecomAnswer): Delivery {
  const { msgid, response_code: responseCode, invaliduser, unlicenseduser } = answer
  const unreached = [...named(invaliduser), ...named(unlicenseduser)]
  if (unreached.includes(userId.toLowerCase())) return { kind: 'undeliverable' }
  return {
    kind: 'sent',
    messageId: typeof msgid === 'string' ? msgid : '',
    responseCode: typeof responseCode === 'string' && responseCode !== '' ? responseCode : null,
  }
}

/** `a|b` in one answer, `["a", "b"]` in another. */
function named(given: unknown): readonly string[] {
  const names = typeof given === 'string' ? given.split('|') : Array.isArray(given) ? given.map(String) : []
  return names.map((name) => name.toLowerCase())
}
