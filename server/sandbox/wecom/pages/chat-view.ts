import type { Chat, ChatContent, ChatMessage } from '../chats'
import { cardView, opened } from './card-view'
import { html, type Html } from './html'
import { APP_ICON } from './icons'
import { outerLink, styledText, textWithLinks } from './rich-text'
import { TEXTS } from './texts'

export const ZONE = 'Asia/Shanghai'
/** A chat says the time again after a pause of this length. */
const PAUSE_MS = 5 * 60_000

export interface MessageView {
  readonly id: number
  readonly version: number
  readonly html: string
}

/** A chat's messages as HTML, each with the version at which it looks so. */
export function messageViews({ messages }: Chat, nowMs: number): MessageView[] {
  return messages.map((message, index) => {
    const before = messages[index - 1]
    const saysTime = before === undefined || message.sentAtMs - before.sentAtMs > PAUSE_MS
    return {
      id: message.id,
      version: message.version,
      html: html`<li class="message" data-id="${message.id}">
        ${saysTime ? html`<p class="time">${shownTime(message.sentAtMs, nowMs)}</p>` : null} ${bubble(message)}
      </li>`.html,
    }
  })
}

function bubble({ isRecalled, content }: ChatMessage): Html {
  if (isRecalled) return html`<p class="time">${TEXTS.recalled}</p>`
  const own = content.kind === 'text' && content.from === 'member'
  return html`<div class="line${own ? ' own' : ''}">${own ? null : APP_ICON}${contentView(content)}</div>`
}

function contentView(content: ChatContent): Html {
  switch (content.kind) {
    case 'text':
      return html`<p class="bubble">${textWithLinks(content.content)}</p>`
    case 'textcard':
      return html`<article class="card">
        <p class="main-title">${content.title}</p>
        <p class="styled">${styledText(content.description)}</p>
        ${outerLink(content.url, html`${content.buttonText || TEXTS.openDetails}`, 'card-main enter')}
      </article>`
    case 'miniprogram_notice':
      return noticeView(content)
    case 'template_card':
      return cardView(content)
  }
}

function noticeView(notice: Extract<ChatContent, { kind: 'miniprogram_notice' }>): Html {
  const { title, description, items, emphasiseFirst, page } = notice
  const [first, ...others] = emphasiseFirst ? items : [undefined, ...items]
  return html`<article class="card">
    <p class="source">${APP_ICON}${TEXTS.notice}</p>
    <p class="main-title">${title}</p>
    ${description === '' ? null : html`<p class="main-desc">${description}</p>`}
    ${
      first === undefined
        ? null
        : html`<p class="emphasis">${first.value}</p>
            <p class="emphasis-desc">${first.key}</p>`
    }
    <dl>
      ${others.map(
        (item) =>
          html`<div>
            <dt>${item?.key ?? ''}</dt>
            <dd>${item?.value ?? ''}</dd>
          </div>`,
      )}
    </dl>
    ${page === '' ? null : opened({ type: 2, pagepath: page }, html`${TEXTS.enterMiniProgram}`, 'card-main enter')}
  </article>`
}

/** One line for the list of people. */
export function lastLine({ messages }: Chat): string {
  const last = messages[messages.length - 1]
  if (last === undefined) return ''
  if (last.isRecalled) return TEXTS.lastRecalled
  const { content } = last
  if (content.kind === 'text') return content.content.replace(/<[^>]*>/g, '')
  if (content.kind === 'template_card') return content.card.main_title?.title ?? content.card.sub_title_text ?? ''
  return content.title
}

/** `今天 08:05`, `11月21日 09:12`; another year is named too. */
function shownTime(atMs: number, nowMs: number): string {
  const parts = (ms: number) =>
    new Intl.DateTimeFormat('zh-CN', {
      timeZone: ZONE,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(ms)
      .reduce<Record<string, string>>((all, { type, value }) => ({ ...all, [type]: value }), {})
  const [at, now] = [parts(atMs), parts(nowMs)]
  const time = `${at['hour']}:${at['minute']}`
  const day = `${at['month']}月${at['day']}日`
  if (at['year'] !== now['year']) return `${at['year']}年${day} ${time}`
  return day === `${now['month']}月${now['day']}日` ? TEXTS.today(time) : `${day} ${time}`
}
