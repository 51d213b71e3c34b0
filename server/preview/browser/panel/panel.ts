/** `/preview` and `/preview?phones=2`: phones, and beside each what surrounds it. */
import type { PreviewWorld } from '../../settings'
import { element } from '../screen/screen'
import { createPhonePane } from './phone-pane'
import { serverTime } from './server-time'

const MOST_PHONES = 3

const host = document.getElementById('preview')
const world = (await (await fetch('/preview/world.json')).json()) as PreviewWorld
const asked = Number(new URLSearchParams(location.search).get('phones') ?? '1')
const count = Math.min(MOST_PHONES, Math.max(1, Math.trunc(asked) || 1))
host?.append(header(count), phones(count))

function header(shown: number): HTMLElement {
  const bar = element('header', 'bar')
  const ways = element('nav')
  ways.append(
    link('/preview', '一部手机', shown === 1),
    link('/preview?phones=2', '两部手机', shown === 2),
    link('/sandbox/wecom/chats', '企业微信聊天', false),
    link('/', '回首页', false),
  )
  bar.append(element('h1', '', '小程序预览'), serverTime(world.clockOffsetMs), ways)
  return bar
}

function link(href: string, text: string, isHere: boolean): HTMLAnchorElement {
  const created = element('a', '', text)
  created.href = href
  if (isHere) created.setAttribute('aria-current', 'page')
  return created
}

function phones(shown: number): HTMLElement {
  const main = element('main', `phones phones-${shown}`)
  for (let number = 1; number <= shown; number++) main.append(createPhonePane(String(number), world))
  return main
}
