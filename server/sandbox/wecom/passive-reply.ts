import { decryptMessage, messageSignature } from './crypto'
import { readCardXml } from './cards/card-xml'
import type { CallbackSettings } from './callbacks'
import type { TemplateCard } from './cards/card'
import { childText, parseXml } from './xml'

/** What an app answered to a callback. */
export type PassiveReply =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly content: string }
  | { readonly kind: 'update_button'; readonly replaceName: string }
  | { readonly kind: 'update_template_card'; readonly card: TemplateCard }
  /** WeCom would throw it away: wrong signature, key, receiver or XML. */
  | { readonly kind: 'unusable'; readonly reason: string }

/** Checks and decrypts the body of an answer with status 200. */
export function readPassiveReply(
  body: string,
  { token, encodingAesKey }: Pick<CallbackSettings, 'token' | 'encodingAesKey'>,
  corpId: string,
): PassiveReply {
  if (body.trim() === '' || body.trim() === 'success') return { kind: 'none' }
  try {
    const envelope = parseXml(body)
    const encrypted = childText(envelope, 'Encrypt')
    const signature = messageSignature(token, childText(envelope, 'TimeStamp'), childText(envelope, 'Nonce'), encrypted)
    if (signature !== childText(envelope, 'MsgSignature')) return { kind: 'unusable', reason: 'wrong MsgSignature' }
    return readPlainReply(decryptMessage(encodingAesKey, encrypted, corpId))
  } catch (error) {
    return { kind: 'unusable', reason: error instanceof Error ? error.message : String(error) }
  }
}

function readPlainReply(plain: string): PassiveReply {
  const xml = parseXml(plain)
  const type = childText(xml, 'MsgType')
  const part = (name: string) => xml.children.find((child) => child.name === name)
  if (type === 'text') return { kind: 'text', content: childText(xml, 'Content') }
  if (type === 'update_button') {
    const replaceName = childText(part('Button') ?? xml, 'ReplaceName')
    return replaceName === ''
      ? { kind: 'unusable', reason: 'update_button without ReplaceName' }
      : { kind: 'update_button', replaceName }
  }
  const card = part('TemplateCard')
  if (type === 'update_template_card' && card !== undefined) return { kind: type, card: readCardXml(card) }
  return { kind: 'unusable', reason: `MsgType ${type}` }
}
