import type { Json } from '../answer'
import { requireUnique, requireUrl, type Checks } from '../checks'
import { Refusal } from '../errors'

export const KEY_BYTES = 1_024
const OPTION_ID_BYTES = 128

/** What a card is checked against beside itself. */
export interface CardContext {
  readonly checks: Checks
  /** The mini-program linked to the sending app; null: none. */
  readonly miniProgramAppId: string | null
  readonly mostSelectionOptions: number
}

/** Refusals of an update name other codes than those of a first card. */
export interface ButtonErrcodes {
  readonly text: number
  readonly key: number
  readonly missingKey: number
}

/** `type` 1 needs a url, 2 the app's own mini-program. */
function checkLink(part: Json, where: string, context: CardContext, types: readonly number[] = [0, 1, 2]): void {
  const { checks, miniProgramAppId } = context
  const type = checks.choice(part, 'type', types) ?? 0
  if (!types.includes(type)) throw new Refusal(40058, `${where}.type must be one of ${types.join()}`)
  const url = checks.text(part, 'url', { required: type === 1, bytes: 2_048 })
  requireUrl(url, `${where}.url`)
  const appId = checks.text(part, 'appid', { required: type === 2, errcode: 42030 })
  if (type === 2 && appId !== miniProgramAppId) throw new Refusal(42030, `${where}.appid`)
  checks.text(part, 'pagepath', { bytes: 1_024 })
}

export function checkSource(card: Json, { checks }: CardContext): void {
  const source = checks.part(card, 'source')
  if (source === undefined) return
  checks.only(source, 'source', ['icon_url', 'desc', 'desc_color'])
  requireUrl(checks.text(source, 'icon_url'), 'source.icon_url')
  checks.text(source, 'desc', { characters: 20 })
  checks.choice(source, 'desc_color', [0, 1, 2, 3])
}

/** @returns whether there is one */
export function checkActionMenu(card: Json, { checks }: CardContext): boolean {
  const menu = checks.part(card, 'action_menu')
  if (menu === undefined) return false
  checks.only(menu, 'action_menu', ['desc', 'action_list'])
  checks.text(menu, 'desc')
  const actions = checks.list(menu, 'action_list', { least: 1, most: 3 })
  for (const action of actions) checks.text(action, 'text', { required: true })
  const keys = actions.map((action) => checks.text(action, 'key', { required: true, bytes: KEY_BYTES, errcode: 42039 }))
  requireUnique(keys as string[], 'action_list.key', 42039)
  return true
}

/** @returns whether it has a title */
export function checkMainTitle(card: Json, { checks }: CardContext): boolean {
  const title = checks.part(card, 'main_title')
  if (title === undefined) return false
  checks.only(title, 'main_title', ['title', 'desc'])
  checks.text(title, 'desc', { characters: 44 })
  return checks.text(title, 'title', { characters: 36 }) !== undefined
}

export function checkQuoteArea(card: Json, context: CardContext): void {
  const quote = context.checks.part(card, 'quote_area')
  if (quote === undefined) return
  context.checks.only(quote, 'quote_area', ['type', 'url', 'appid', 'pagepath', 'title', 'quote_text'])
  checkLink(quote, 'quote_area', context)
  context.checks.text(quote, 'title')
  context.checks.text(quote, 'quote_text')
}

export function checkEmphasis(card: Json, { checks }: CardContext): void {
  const emphasis = checks.part(card, 'emphasis_content')
  if (emphasis === undefined) return
  checks.only(emphasis, 'emphasis_content', ['title', 'desc'])
  checks.text(emphasis, 'title', { characters: 14 })
  checks.text(emphasis, 'desc', { characters: 22 })
}

export function checkRows(card: Json, { checks }: CardContext): void {
  const errcode = 42035
  for (const row of checks.list(card, 'horizontal_content_list', { most: 6, errcode })) {
    checks.only(row, 'horizontal_content_list', ['type', 'keyname', 'value', 'url', 'media_id', 'userid'])
    const type = checks.choice(row, 'type', [0, 1, 2, 3]) ?? 0
    checks.text(row, 'keyname', { required: true, characters: 5, errcode })
    checks.text(row, 'value', { characters: 30, errcode })
    requireUrl(checks.text(row, 'url', { required: type === 1 }), 'horizontal_content_list.url')
    checks.text(row, 'media_id', { required: type === 2 })
    checks.text(row, 'userid', { required: type === 3 })
  }
}

export function checkColumns(card: Json, { checks }: CardContext): void {
  const errcode = 42036
  for (const column of checks.list(card, 'vertical_content_list', { most: 4, errcode })) {
    checks.only(column, 'vertical_content_list', ['title', 'desc'])
    checks.text(column, 'title', { required: true, characters: 38, errcode })
    checks.text(column, 'desc', { characters: 160, errcode })
  }
}

export function checkJumps(card: Json, context: CardContext): void {
  for (const jump of context.checks.list(card, 'jump_list', { most: 3 })) {
    context.checks.only(jump, 'jump_list', ['type', 'title', 'url', 'appid', 'pagepath'])
    context.checks.text(jump, 'title', { required: true, characters: 18 })
    checkLink(jump, 'jump_list', context)
  }
}

/** @param required a notice card opens something, so that type 0 is none of its */
export function checkCardAction(card: Json, context: CardContext, required: boolean): void {
  const action = context.checks.part(card, 'card_action')
  if (action === undefined) {
    if (required) throw new Refusal(40058, 'card_action is missing')
    return
  }
  context.checks.only(action, 'card_action', ['type', 'url', 'appid', 'pagepath'])
  if (required && (action['type'] ?? 0) === 0) throw new Refusal(40058, 'card_action.type must be 1 or 2')
  checkLink(action, 'card_action', context)
}

/** One picture at the head of a news card: alone, or beside text. */
export function checkPicture(card: Json, context: CardContext): void {
  const { checks } = context
  const image = checks.part(card, 'card_image')
  const area = checks.part(card, 'image_text_area')
  if (image === undefined && area === undefined) throw new Refusal(40058, 'card_image or image_text_area is missing')
  if (image !== undefined) {
    checks.only(image, 'card_image', ['url', 'aspect_ratio'])
    requireUrl(checks.text(image, 'url', { required: true }), 'card_image.url')
    const ratio = image['aspect_ratio']
    const isRatio = ratio === undefined || (typeof ratio === 'number' && ratio >= 1.3 && ratio <= 2.25)
    if (!isRatio) throw new Refusal(40058, 'card_image.aspect_ratio: 1.3 to 2.25')
  }
  if (area !== undefined) {
    checks.only(area, 'image_text_area', ['type', 'url', 'appid', 'pagepath', 'title', 'desc', 'image_url'])
    checkLink(area, 'image_text_area', context)
    requireUrl(checks.text(area, 'image_url', { required: true }), 'image_text_area.image_url')
  }
}

export function checkOptions(part: Json, context: CardContext, most: number, characters = Infinity): readonly string[] {
  const { checks } = context
  const errcode = 42037
  const options = checks.list(part, 'option_list', { least: 1, most, errcode })
  const ids = options.map((option) => {
    checks.text(option, 'text', { required: true, characters, errcode })
    return checks.text(option, 'id', { required: true, bytes: OPTION_ID_BYTES, errcode }) as string
  })
  requireUnique(ids, 'option_list.id', errcode)
  const selected = checks.text(part, 'selected_id')
  if (selected !== undefined && !ids.includes(selected)) throw new Refusal(42037, 'selected_id is no option')
  checks.text(part, 'question_key', { required: true, bytes: KEY_BYTES })
  return ids
}

export function checkButtons(card: Json, { checks }: CardContext, errcodes: ButtonErrcodes): void {
  const buttons = checks.list(card, 'button_list', { least: 1, most: 6, errcode: errcodes.text })
  const keys = buttons.map((button) => {
    checks.only(button, 'button_list', ['type', 'text', 'style', 'key', 'url'])
    const type = checks.choice(button, 'type', [0, 1]) ?? 0
    checks.text(button, 'text', { required: true, characters: 10, errcode: errcodes.text })
    checks.choice(button, 'style', [1, 2, 3, 4])
    requireUrl(checks.text(button, 'url', { required: type === 1 }), 'button_list.url')
    requireKey(button, type === 0, errcodes)
    return checks.text(button, 'key', { bytes: KEY_BYTES, errcode: errcodes.key })
  })
  requireUnique(
    keys.filter((key) => key !== undefined),
    'button_list.key',
    errcodes.key,
  )
}

export function checkSubmit(card: Json, { checks }: CardContext, errcodes: ButtonErrcodes): void {
  const button = checks.part(card, 'submit_button')
  if (button === undefined) throw new Refusal(errcodes.text, 'submit_button is missing')
  checks.only(button, 'submit_button', ['text', 'key'])
  checks.text(button, 'text', { required: true, characters: 10, errcode: errcodes.text })
  requireKey(button, true, errcodes)
  checks.text(button, 'key', { bytes: KEY_BYTES, errcode: errcodes.key })
}

function requireKey(button: Json, required: boolean, { missingKey }: ButtonErrcodes): void {
  if (required && !button['key']) throw new Refusal(missingKey, 'key is missing')
}
