import type { XmlElement } from '../xml'
import type { TemplateCard } from './card'

/**
 * Members of a card by their CamelCase tag in lower case: official samples write `KeyName` and `AppId` for `keyname` and
 * `appid`, so only letters count.
 */
const MEMBERS = new Map(
  [
    ...[
      'card_type',
      'task_id',
      'source',
      'icon_url',
      'desc',
      'desc_color',
      'action_menu',
      'action_list',
      'text',
      'key',
    ],
    ...['main_title', 'title', 'quote_area', 'type', 'url', 'appid', 'pagepath', 'quote_text', 'emphasis_content'],
    ...['sub_title_text', 'horizontal_content_list', 'keyname', 'value', 'media_id', 'userid', 'jump_list'],
    ...['card_action', 'card_image', 'aspect_ratio', 'image_text_area', 'image_url', 'vertical_content_list'],
    ...['button_selection', 'question_key', 'option_list', 'id', 'selected_id', 'disable', 'button_list', 'style'],
    ...['checkbox', 'mode', 'is_checked', 'select_list', 'submit_button', 'replace_text'],
  ].map((member) => [member.replaceAll('_', ''), member]),
)
const LISTS = new Set(['action_list', 'horizontal_content_list', 'jump_list', 'vertical_content_list', 'option_list'])
LISTS.add('button_list').add('select_list')
const NUMBERS = new Set(['desc_color', 'type', 'aspect_ratio', 'style', 'mode'])
const FLAGS = new Set(['disable', 'is_checked'])

/** `<TemplateCard>` of a passive reply as the JSON of message/send. @throws Error at a tag that no card has */
export function readCardXml(element: XmlElement): TemplateCard {
  return readObject(element) as unknown as TemplateCard
}

function readObject(element: XmlElement): Readonly<Record<string, unknown>> {
  const object: Record<string, unknown> = {}
  for (const child of element.children) {
    const member = MEMBERS.get(child.name.toLowerCase())
    if (member === undefined) throw new Error(`a card has no ${child.name}`)
    if (LISTS.has(member)) object[member] = [...((object[member] as unknown[] | undefined) ?? []), readObject(child)]
    else object[member] = child.children.length > 0 ? readObject(child) : readValue(member, child.text.trim())
  }
  return object
}

function readValue(member: string, text: string): unknown {
  if (NUMBERS.has(member)) return Number(text)
  if (FLAGS.has(member)) return text === 'true' || text === '1'
  return text
}
