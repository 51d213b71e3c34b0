/** `/chats`: keeps the chat up to date, and does what the person taps. Words come from the page. */
import type { ChatState } from '../pages/chat-state'
import { phoneUrl } from './preview-phone'

const POLL_MS = 1_000
const TOAST_MS = 6_000
const { person = '', preview = '', failed = '' } = document.body.dataset
let version = Number(document.body.dataset['version'])
let toastTimer = 0

const element = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind | null
const messages = element('messages')
const flow = element('flow')

void run()

async function run(): Promise<void> {
  if (messages === null || flow === null) return
  document.addEventListener('click', onClick)
  element<HTMLSelectElement>('person')?.addEventListener('change', ({ target }) => {
    location.search = `?person=${encodeURIComponent((target as HTMLSelectElement).value)}`
  })
  element('send')?.addEventListener('click', () => void say())
  element('text')?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) void say()
  })
  showEmpty()
  flow.scrollTop = flow.scrollHeight
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    if (document.visibilityState === 'visible') await refresh().catch(() => undefined)
  }
}

async function refresh(): Promise<void> {
  const response = await fetch(`chats/state?person=${encodeURIComponent(person)}&since=${version}`)
  if (!response.ok) return
  const state = (await response.json()) as ChatState
  const isAtEnd = flow !== null && flow.scrollHeight - flow.scrollTop - flow.clientHeight < 80
  const kept = new Set(state.ids.map(String))
  for (const item of messages?.querySelectorAll<HTMLElement>('[data-id]') ?? []) {
    if (!kept.has(item.dataset['id'] ?? '')) item.remove()
  }
  for (const { id, html } of state.messages) place(id, html)
  replaceHtml('people', state.people)
  const dropped = element('dropped')
  if (dropped !== null && dropped.textContent !== state.dropped) dropped.textContent = state.dropped
  version = state.version
  showEmpty()
  if (isAtEnd && state.messages.length > 0) flow.scrollTop = flow.scrollHeight
}

function place(id: number, html: string): void {
  const template = document.createElement('template')
  // Escaped by the server; the page's policy lets no script in it run.
  template.innerHTML = html
  const old = messages?.querySelector(`[data-id="${id}"]`)
  if (old) old.replaceWith(template.content)
  else messages?.append(template.content)
}

function replaceHtml(id: string, html: string): void {
  const target = element(id)
  if (target === null || target.dataset['shown'] === html) return
  target.dataset['shown'] = html
  target.innerHTML = html
}

function showEmpty(): void {
  const none = element('none')
  if (none !== null) none.hidden = (messages?.children.length ?? 0) > 0
}

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null
  const link = target?.closest<HTMLAnchorElement>('a[data-page]')
  if (link) {
    if (preview === '') event.preventDefault()
    else link.href = phoneUrl(preview, person, link.dataset['page'] ?? '')
    return
  }
  const button = target?.closest<HTMLButtonElement>('button[data-press], button[data-menu]')
  if (button) void press(button)
}

async function press(button: HTMLButtonElement): Promise<void> {
  const card = button.closest<HTMLElement>('.card')
  const { press: pressKey, menu: menuKey } = button.dataset
  const buttons = [...(card?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
  for (const each of buttons) each.disabled = true
  await post(pressKey === undefined ? 'chats/menu' : 'chats/press', {
    userId: person,
    taskId: card?.dataset['task'] ?? '',
    key: pressKey ?? menuKey ?? '',
    selected: card === null ? {} : chosenIn(card),
  })
  for (const each of buttons) each.disabled = false
}

/** Question key → ids of what is chosen. */
function chosenIn(card: HTMLElement): Record<string, string[]> {
  const questions = [...card.querySelectorAll<HTMLElement>('[data-question]')]
  return Object.fromEntries(
    questions.map((question) => [
      question.dataset['question'] ?? '',
      question instanceof HTMLSelectElement
        ? [question.value]
        : [...question.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value),
    ]),
  )
}

async function say(): Promise<void> {
  const input = element<HTMLInputElement>('text')
  const text = input?.value.trim() ?? ''
  if (input === null || text === '') return
  input.value = ''
  await post('chats/say', { userId: person, text })
}

async function post(path: string, body: unknown): Promise<void> {
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
    const { text } = (await response.json()) as { text?: string }
    if (!response.ok) throw new Error(String(response.status))
    await refresh()
    toast(text ?? '')
  } catch {
    toast(failed)
  }
}

function toast(text: string): void {
  const box = element('toast')
  if (box === null) return
  box.textContent = text
  box.hidden = text === ''
  clearTimeout(toastTimer)
  toastTimer = window.setTimeout(() => (box.hidden = true), TOAST_MS)
}
