import { XMLBuilder } from 'fast-xml-parser'
import type { CallbackCodec } from '../../ports/callbacks'
import type { Clock, Random } from '../../ports/system'
import { openEncrypted, refuse, sealReply, type CallbackKeys } from './callback-crypto'
import { fieldsOf, messageKeyOf, readEvent, text } from './callback-xml'
import { cardReplyXml, type CardLook } from './template-card'

export interface CallbackCodecOptions {
  readonly keys: CallbackKeys
  readonly look: CardLook
  readonly clock: Clock
  readonly random: Random
}

const builder = new XMLBuilder({ cdataPropName: 'cdata' })

export function createCallbackCodec({ keys, look, clock, random }: CallbackCodecOptions): CallbackCodec {
  return {
    openEcho: (query, echo) => openEncrypted(keys, query, echo, clock),

    open(query, body) {
      const encrypted = text(fieldsOf(body), 'Encrypt')
      if (encrypted === '') throw refuse('no <Encrypt>')
      const plainXml = openEncrypted(keys, query, encrypted, clock)
      const fields = fieldsOf(plainXml)
      return { ...readEvent(fields), messageKey: messageKeyOf(plainXml, fields), plainXml }
    },

    eventOf: (plainXml) => readEvent(fieldsOf(plainXml)).event,

    cardReply: (card, userId) => cardReplyXml(card, look, { userId, corpId: keys.receiveId, nowMs: clock.nowMs() }),

    seal(plainXml) {
      const { encrypted, signature, timestamp, nonce } = sealReply(keys, plainXml, clock, random)
      return builder.build({
        xml: {
          Encrypt: { cdata: encrypted },
          MsgSignature: { cdata: signature },
          TimeStamp: timestamp,
          Nonce: { cdata: nonce },
        },
      })
    },
  }
}
