/** The XML of callbacks (developer.work.weixin.qq.com/document/path/90240, 90970): no DTD, no entities but XML's own five. */
import { XMLParser } from 'fast-xml-parser'
import { createHash } from 'node:crypto'
import type { WecomEvent } from '../../ports/wecom-events'
import { refuse } from './callback-crypto'

type Fields = Readonly<Record<string, unknown>>

const LARGEST_XML_CHARACTERS = 64 * 1_024
const parser = new XMLParser({
  ignoreAttributes: true,
  // Ids of digits stay text.
  parseTagValue: false,
  trimValues: true,
  processEntities: true,
  htmlEntities: false,
  allowBooleanAttributes: false,
})

/** The members of the `<xml>` element. @throws AppError CALLBACK_REFUSED */
export function fieldsOf(xml: string): Fields {
  if (xml.length > LARGEST_XML_CHARACTERS) throw refuse('XML too long')
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw refuse('XML with a DTD')
  let parsed: unknown
  try {
    parsed = parser.parse(xml, true)
  } catch {
    throw refuse('no XML')
  }
  const root = (parsed as Fields | null)?.['xml']
  if (typeof root !== 'object' || root === null || Array.isArray(root)) throw refuse('no <xml> element')
  return root as Fields
}

/** What is read of a decrypted message. @throws AppError CALLBACK_REFUSED */
export function readEvent(fields: Fields): { readonly event: WecomEvent; readonly eventName: string } {
  const type = text(fields, 'MsgType')
  if (type !== 'event') return { event: { kind: 'other', event: type }, eventName: `message/${type}`.slice(0, 60) }
  const event = text(fields, 'Event')
  if (event === 'template_card_event')
    return { event: { kind: 'card_press', press: pressOf(fields) }, eventName: event }
  if (event === 'change_contact') {
    const change = text(fields, 'ChangeType')
    return { event: contactChangeOf(change, fields), eventName: `${event}/${change}`.slice(0, 60) }
  }
  return { event: { kind: 'other', event }, eventName: event.slice(0, 60) }
}

/** A press is the same whatever else the repeat carries; everything else repeats byte for byte. */
export function messageKeyOf(plainXml: string, fields: Fields): string {
  const isPress = text(fields, 'Event') === 'template_card_event'
  const names = ['FromUserName', 'CreateTime', 'TaskId', 'EventKey']
  const what = isPress ? JSON.stringify(names.map((name) => text(fields, name))) : plainXml
  return createHash('sha256').update(what).digest('hex')
}

function pressOf(fields: Fields) {
  const userId = text(fields, 'FromUserName')
  const taskId = text(fields, 'TaskId')
  if (userId === '' || taskId === '') throw refuse('a press without person or task')
  return {
    userId,
    taskId,
    buttonKey: text(fields, 'EventKey'),
    responseCode: text(fields, 'ResponseCode') || null,
    pressedAtMs: Number(text(fields, 'CreateTime')) * 1_000,
  }
}

function contactChangeOf(change: string, fields: Fields): WecomEvent {
  const userId = text(fields, 'UserID')
  if (change === 'delete_user' && userId !== '') {
    return { kind: 'contact_change', change: { kind: 'member_removed', userId } }
  }
  if ((change === 'create_user' || change === 'update_user') && userId !== '') {
    const newUserId = text(fields, 'NewUserID') || null
    return { kind: 'contact_change', change: { kind: 'member_changed', userId, newUserId } }
  }
  if (change.endsWith('_party')) return { kind: 'contact_change', change: { kind: 'departments_changed' } }
  return { kind: 'other', event: `change_contact/${change}` }
}

/** Empty when it is absent, repeated or has children. */
export function text(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}
