/**
 * A decision card as WeCom's `template_card` of type `button_interaction`: JSON for sending and updating, XML for the
 * answer to a press (developer.work.weixin.qq.com/document/path/90236, 94888, 90241).
 */
import { XMLBuilder } from 'fast-xml-parser'
import type { DecisionButton, DecisionCard } from '../../ports/messenger'

export interface CardLook {
  /** Small, above the title; at most 20 characters. */
  readonly source: string
  /** Of the mini-program that is linked to the app; null: a tap on the card leads nowhere. */
  readonly miniprogramAppId: string | null
}

const CARD_TYPE = 'button_interaction'
/** WeCom draws 1 to 4 differently; which is how is not documented. */
const STYLES: Readonly<Record<DecisionButton['style'], number>> = { agree: 1, reject: 3 }
const TASK_ID = /^[0-9A-Za-z_\-@]{1,128}$/
const LARGEST_KEY_BYTES = 1_024
const MOST_ROWS = 6
const MOST_BUTTONS = 6
const LINK_TO_MINIPROGRAM = 2
/** XML 1.0 has no way to write them. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** @throws RangeError naming the part that is over WeCom's limit */
export function requireFitting(card: DecisionCard, { source }: CardLook): void {
  const most = (part: string, text: string, limit: number) => {
    if (Array.from(text).length > limit) throw new RangeError(`card: ${part} has more than ${limit} characters`)
  }
  if (!TASK_ID.test(card.taskId)) throw new RangeError('card: task id has other characters or over 128')
  if (card.rows.length > MOST_ROWS) throw new RangeError(`card: more than ${MOST_ROWS} rows`)
  most('source', source, 20)
  most('title', card.title, 36)
  most('subtitle', card.subtitle, 44)
  for (const { name, value } of card.rows) {
    most('row name', name, 5)
    most('row value', value, 30)
  }
  const buttons = buttonsOf(card)
  if (buttons.length === 0 || buttons.length > MOST_BUTTONS) throw new RangeError(`card: 1 to ${MOST_BUTTONS} buttons`)
  if (new Set(buttons.map(({ key }) => key)).size < buttons.length) throw new RangeError('card: button keys repeat')
  for (const { text, key } of buttons) {
    most('button', text, 10)
    if (Buffer.byteLength(key) > LARGEST_KEY_BYTES) throw new RangeError('card: button key over 1 024 bytes')
  }
}

/** For `message/send`; for `update_template_card` as well, where the task id is ignored. */
export function templateCardJson(card: DecisionCard, look: CardLook): Readonly<Record<string, unknown>> {
  requireFitting(card, look)
  const { taskId, title, subtitle, rows, pagePath, foot } = card
  return {
    card_type: CARD_TYPE,
    task_id: taskId,
    source: { desc: look.source, desc_color: 0 },
    main_title: { title, desc: subtitle },
    horizontal_content_list: rows.map(({ name, value }) => ({ keyname: name, value })),
    ...(look.miniprogramAppId === null
      ? {}
      : { card_action: { type: LINK_TO_MINIPROGRAM, appid: look.miniprogramAppId, pagepath: pagePath } }),
    button_list: buttonsOf(card).map(({ text, key, style }) => ({ text, key, style: STYLES[style] })),
    ...(foot.kind === 'outcome' ? { replace_text: foot.text } : {}),
  }
}

/** The inner XML of the answer to a press: the presser's card becomes this one. @param nowMs epoch milliseconds */
export function cardReplyXml(
  card: DecisionCard,
  look: CardLook,
  { userId, corpId, nowMs }: { readonly userId: string; readonly corpId: string; readonly nowMs: number },
): string {
  requireFitting(card, look)
  const text = (value: string) => ({ cdata: value.replace(NOT_IN_XML, '') })
  return builder.build({
    xml: {
      ToUserName: text(userId),
      FromUserName: text(corpId),
      CreateTime: Math.floor(nowMs / 1_000),
      MsgType: text('update_template_card'),
      TemplateCard: {
        CardType: text(CARD_TYPE),
        Source: { Desc: text(look.source), DescColor: 0 },
        MainTitle: { Title: text(card.title), Desc: text(card.subtitle) },
        HorizontalContentList: card.rows.map(({ name, value }) => ({ KeyName: text(name), Value: text(value) })),
        ...(look.miniprogramAppId === null
          ? {}
          : {
              CardAction: {
                Type: LINK_TO_MINIPROGRAM,
                AppId: text(look.miniprogramAppId),
                PagePath: text(card.pagePath),
              },
            }),
        ButtonList: buttonsOf(card).map(({ text: words, key, style }) => ({
          Text: text(words),
          Style: STYLES[style],
          Key: text(key),
        })),
        ...(card.foot.kind === 'outcome' ? { ReplaceText: text(card.foot.text) } : {}),
      },
    },
  })
}

const builder = new XMLBuilder({ cdataPropName: 'cdata' })

/** A card that is decided still needs a button to be valid; the grey line stands in its place. */
function buttonsOf({ foot }: DecisionCard): readonly DecisionButton[] {
  return foot.kind === 'buttons' ? foot.buttons : [{ text: foot.text, key: 'decided', style: 'agree' }]
}
