import type { CardLink, CardRow, CardSelection, TemplateCard } from '../cards/card'
import type { ChatContent } from '../chats'
import { html, joined, type Html } from './html'
import { APP_ICON } from './icons'
import { outerLink } from './rich-text'
import { TEXTS } from './texts'

type CardContent = Extract<ChatContent, { kind: 'template_card' }>

/** A template card as WeCom draws it; its buttons carry their task and key for the page's script. */
export function cardView({ card, taskId, greyedText }: CardContent): Html {
  const isOpen = greyedText === null
  return html`<article class="card" data-task="${taskId ?? ''}">
    ${menu(card)} ${source(card)} ${picture(card)} ${opened(card.card_action, title(card), 'card-main')} ${quote(card)}
    ${card.sub_title_text === undefined ? null : html`<p class="sub-title">${card.sub_title_text}</p>`} ${columns(card)}
    ${rows(card)}
    ${(card.jump_list ?? []).map((jump) => html`<p class="jump">${opened(jump, html`${jump.title}`, 'jump-link')}</p>`)}
    ${selections(card, isOpen)} ${buttons(card, greyedText)}
  </article>`
}

/** A link's content: pages of the mini-program open on the person's phone in the preview. */
export function opened(link: CardLink | undefined, content: Html, className: string): Html {
  if (link?.type === 1 && link.url !== undefined) return outerLink(link.url, content, className)
  if (link?.type === 2) {
    return html`<a class="${className}" href="#" data-page="${link.pagepath ?? ''}" target="_blank">${content}</a>`
  }
  return html`<div class="${className}">${content}</div>`
}

function menu({ action_menu: given }: TemplateCard): Html | null {
  if (given === undefined) return null
  return html`<details class="card-menu">
    <summary aria-label="${given.desc ?? TEXTS.cardMenu}">⋯</summary>
    <div>
      ${given.action_list.map(({ text, key }) => html`<button type="button" data-menu="${key}">${text}</button>`)}
    </div>
  </details>`
}

function source({ source: given }: TemplateCard): Html | null {
  if (given?.desc === undefined) return null
  return html`<p class="source colour-${given.desc_color ?? 0}">${APP_ICON}${given.desc}</p>`
}

function title({ main_title: main, emphasis_content: emphasis }: TemplateCard): Html {
  const line = (className: string, text: string | undefined) =>
    text === undefined || text === '' ? null : html`<p class="${className}">${text}</p>`
  return html`${line('main-title', main?.title)}${line('main-desc', main?.desc)}${line('emphasis', emphasis?.title)}${line(
    'emphasis-desc',
    emphasis?.desc,
  )}`
}

/** Pictures of elsewhere are not loaded: the page's policy allows none. */
function picture({ card_image: image, image_text_area: area }: TemplateCard): Html | null {
  if (image === undefined && area === undefined) return null
  const text = area === undefined ? null : html`<span>${area.title ?? ''} ${area.desc ?? ''}</span>`
  return opened(area, html`<span class="picture" role="img">${TEXTS.picture}</span>${text}`, 'picture-area')
}

function quote({ quote_area: area }: TemplateCard): Html | null {
  if (area === undefined) return null
  const content = html`${area.title === undefined ? null : html`<b>${area.title}</b>`}${area.quote_text ?? ''}`
  return html`<blockquote>${opened(area, content, 'quote')}</blockquote>`
}

function columns({ vertical_content_list: list = [] }: TemplateCard): Html {
  return joined(list.map(({ title: head, desc }) => html`<p class="column"><b>${head}</b>${desc ?? ''}</p>`))
}

function rows({ horizontal_content_list: list = [] }: TemplateCard): Html | null {
  if (list.length === 0) return null
  const value = (row: CardRow) => {
    const text = html`${row.value ?? row.userid ?? ''}`
    return row.type === 1 && row.url !== undefined ? outerLink(row.url, text) : text
  }
  return html`<dl>
    ${list.map(
      (row) =>
        html`<div>
          <dt>${row.keyname}</dt>
          <dd>${value(row)}</dd>
        </div>`,
    )}
  </dl>`
}

function selections(
  { button_selection: one, checkbox, select_list: several = [] }: TemplateCard,
  isOpen: boolean,
): Html {
  return joined([
    ...(one === undefined ? [] : [select(one, isOpen)]),
    ...several.map((given) => select(given, isOpen)),
    ...(checkbox === undefined ? [] : [checks(checkbox, isOpen)]),
  ])
}

function select(given: CardSelection, isOpen: boolean): Html {
  const isLocked = !isOpen || given.disable === true
  return html`<label class="select"
    ><span>${given.title ?? TEXTS.choose}</span>
    <select data-question="${given.question_key}" ${flag('disabled', isLocked)}>
      ${given.option_list.map(
        ({ id, text }) => html`<option value="${id}" ${flag('selected', id === given.selected_id)}>${text}</option>`,
      )}
    </select></label
  >`
}

function checks(given: NonNullable<TemplateCard['checkbox']>, isOpen: boolean): Html {
  const type = given.mode === 1 ? 'checkbox' : 'radio'
  const isLocked = !isOpen || given.disable === true
  return html`<fieldset data-question="${given.question_key}" ${flag('disabled', isLocked)}>
    ${given.option_list.map(
      ({ id, text, is_checked: isChecked }) =>
        html`<label
          ><input
            type="${type}"
            name="${given.question_key}"
            value="${id}"
            ${flag('checked', isChecked === true)}
          />${text}</label
        >`,
    )}
  </fieldset>`
}

function buttons(
  { button_list: list = [], submit_button: submit }: TemplateCard,
  greyedText: string | null,
): Html | null {
  if (greyedText !== null) return html`<div class="buttons"><span class="greyed">${greyedText}</span></div>`
  const all = submit === undefined ? list : [...list, { ...submit, style: 1 }]
  if (all.length === 0) return null
  return html`<div class="buttons${all.length > 2 ? ' many' : ''}">
    ${all.map(({ type, text, key, url, style = 1 }) =>
      type === 1
        ? outerLink(url ?? '', html`${text}`, `button style-${style}`)
        : html`<button type="button" class="style-${style}" data-press="${key ?? ''}">${text}</button>`,
    )}
  </div>`
}

function flag(name: string, isSet: boolean): Html | null {
  return isSet ? { html: ` ${name}` } : null
}
