import type { Json } from '../answer'
import { Refusal } from '../errors'
import { CARD_TYPES, INTERACTIVE, type CardType, type TemplateCard } from './card'
import {
  checkActionMenu,
  checkButtons,
  checkCardAction,
  checkColumns,
  checkEmphasis,
  checkJumps,
  checkMainTitle,
  checkOptions,
  checkPicture,
  checkQuoteArea,
  checkRows,
  checkSource,
  checkSubmit,
  type ButtonErrcodes,
  type CardContext,
} from './card-parts'

const TASK_ID = /^[0-9A-Za-z_\-@]+$/
const TASK_ID_BYTES = 128
const COMMON = ['card_type', 'task_id', 'source', 'main_title']
const NOTICE = [...COMMON, 'action_menu', 'quote_area', 'horizontal_content_list', 'jump_list', 'card_action']

const MEMBERS: Readonly<Record<CardType, readonly string[]>> = {
  text_notice: [...NOTICE, 'emphasis_content', 'sub_title_text'],
  news_notice: [...NOTICE, 'card_image', 'image_text_area', 'vertical_content_list'],
  button_interaction: [
    ...COMMON,
    'action_menu',
    'quote_area',
    'sub_title_text',
    'horizontal_content_list',
    'card_action',
    'button_selection',
    'button_list',
  ],
  vote_interaction: [...COMMON, 'checkbox', 'submit_button'],
  multiple_interaction: [...COMMON, 'select_list', 'submit_button'],
}

const SEND_CODES: ButtonErrcodes = { text: 42038, key: 42039, missingKey: 42039 }
const UPDATE_CODES: ButtonErrcodes = { text: 42038, key: 42018, missingKey: 42019 }

/**
 * Every documented limit of a template card (document 90236).
 * @param use an update's task_id does not count, and it may grey its buttons by `replace_text`
 * @throws Refusal with WeCom's code where one is documented, else 40058
 */
export function checkCard(card: Json, context: CardContext, use: 'send' | 'update'): TemplateCard {
  const { checks } = context
  const type = card['card_type'] as CardType
  if (!CARD_TYPES.includes(type)) throw new Refusal(42031, String(type))
  checks.only(card, type, [...MEMBERS[type], ...(use === 'update' ? ['replace_text'] : [])])
  const codes = use === 'send' ? SEND_CODES : UPDATE_CODES

  checkSource(card, context)
  const hasTitle = checkMainTitle(card, context)
  const hasSubTitle = checks.text(card, 'sub_title_text', { characters: 160 }) !== undefined
  if (!hasTitle && !(type === 'text_notice' && hasSubTitle)) throw new Refusal(42033, 'main_title.title')
  const hasMenu = checkActionMenu(card, context)
  checkQuoteArea(card, context)
  checkRows(card, context)
  checkCardAction(card, context, type === 'text_notice' || type === 'news_notice')
  checkOwnParts(card, type, context, codes)
  checks.text(card, 'replace_text')
  if (use === 'send') checkTaskId(card, hasMenu || INTERACTIVE.includes(type), context)
  return card as unknown as TemplateCard
}

function checkOwnParts(card: Json, type: CardType, context: CardContext, codes: ButtonErrcodes): void {
  const { checks, mostSelectionOptions } = context
  if (type === 'text_notice') checkEmphasis(card, context)
  if (type === 'text_notice' || type === 'news_notice') checkJumps(card, context)
  if (type === 'news_notice') {
    checkPicture(card, context)
    checkColumns(card, context)
  }
  if (type === 'button_interaction') {
    const selection = checks.part(card, 'button_selection')
    if (selection !== undefined) {
      checks.only(selection, 'button_selection', ['question_key', 'title', 'option_list', 'selected_id', 'disable'])
      checkOptions(selection, context, mostSelectionOptions)
    }
    checkButtons(card, context, codes)
  }
  if (type === 'vote_interaction') {
    const checkbox = checks.part(card, 'checkbox')
    if (checkbox === undefined) throw new Refusal(40058, 'checkbox is missing')
    checks.only(checkbox, 'checkbox', ['question_key', 'mode', 'disable', 'option_list'])
    checks.choice(checkbox, 'mode', [0, 1])
    checkOptions(checkbox, context, 20, 17)
  }
  if (type === 'multiple_interaction') {
    for (const select of checks.list(card, 'select_list', { least: 1, most: 3 })) {
      checks.only(select, 'select_list', ['question_key', 'title', 'selected_id', 'disable', 'option_list'])
      checkOptions(select, context, 10)
    }
  }
  if (type === 'vote_interaction' || type === 'multiple_interaction') checkSubmit(card, context, codes)
}

function checkTaskId(card: Json, required: boolean, { checks }: CardContext): void {
  const taskId = checks.text(card, 'task_id', { required, bytes: TASK_ID_BYTES, errcode: 42014 })
  if (taskId !== undefined && !TASK_ID.test(taskId)) throw new Refusal(42014, 'task_id: 0-9 A-Z a-z _ - @')
}
