/**
 * The console's way in. Inside WeCom the browser goes to WeCom's log-in and comes back with a code; elsewhere a frame of
 * WeCom's shows what to scan, and hands the code to this page.
 */
import { createWWLoginPanel, type WWLoginParams, type WWLoginPanelSizeType } from '@wecom/jssdk'
import type { WebSessionAttempt, WebSessionReply } from '#contract/api-web'
import { ROLE_NAMES, TEXTS } from '../texts'
import { button, element } from './element'
import { beginLogIn, logIn, logOut, Refused, resume } from './web-session'

const { origin = '', scans } = document.body.dataset
const isInsideWecom = /wxwork/i.test(navigator.userAgent)
const place = document.getElementById('console')

function show(...parts: readonly Node[]): void {
  place?.replaceChildren(...parts)
}

/** Does it; what goes wrong is said, with a way to go on. */
function attempt(work: () => Promise<void>): void {
  work().catch((fault: unknown) => {
    const text = problemText(fault)
    // Without a server there is nothing to log in at.
    if (fault instanceof Refused && fault.status < 500) attempt(() => showLogIn(text))
    else
      show(
        notice(text),
        button(TEXTS.problem.again, () => attempt(work), 'primary'),
      )
  })
}

function problemText(fault: unknown): string {
  if (!(fault instanceof Refused)) return TEXTS.problem.unreachable
  if (fault.code === 'LOGIN_CODE_INVALID') return TEXTS.problem.expired
  return [fault.message, fault.hint].filter((part) => part !== '').join('。') || TEXTS.problem.unreachable
}

function notice(text: string): HTMLElement {
  return element('p', { class: 'notice', role: 'alert' }, text)
}

/** @param message what went before; with one nobody is sent on by itself, lest he goes round in circles */
async function showLogIn(message: string | null = null): Promise<void> {
  const begun = await beginLogIn()
  const goToWecom = () => location.replace(begun.authorizeUrl)
  if (isInsideWecom && message === null) return goToWecom()
  const said = message === null ? [] : [notice(message)]
  if (scans === 'true' && !isInsideWecom) return showPanel(begun, said)
  show(
    element('h1', {}, TEXTS.login.heading),
    element('p', { class: 'secondary' }, TEXTS.login.lead),
    ...said,
    button(TEXTS.login.button, goToWecom, 'primary'),
  )
}

function showPanel({ scan, state }: WebSessionAttempt, said: readonly HTMLElement[]): void {
  const frame = element('div', { class: 'panel', role: 'group', 'aria-label': TEXTS.login.panel })
  const steps = element('ol', { class: 'steps' }, ...TEXTS.login.steps.map((step) => element('li', {}, step)))
  show(
    element('h1', {}, TEXTS.login.scanHeading),
    element('p', { class: 'secondary' }, TEXTS.login.lead),
    ...said,
    element('div', { class: 'scan' }, frame, steps),
  )
  const small = 'small' as WWLoginPanelSizeType
  createWWLoginPanel({
    el: frame,
    params: { ...(scan as unknown as WWLoginParams), panel_size: small },
    onLoginSuccess: ({ code }) => attempt(() => finish(code, state)),
    onLoginFail: () => attempt(() => showLogIn(TEXTS.problem.panel)),
  })
}

async function finish(code: string, state: string): Promise<void> {
  show(element('p', { class: 'secondary' }, TEXTS.login.working))
  showSignedIn(await logIn(code, state))
}

function showSignedIn({ employee, roles, sessionExpiresAt }: WebSessionReply): void {
  const { name, department } = employee
  const until = new Date(sessionExpiresAt).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })
  const row = (term: string, text: string) => [element('dt', {}, term), element('dd', {}, text)]
  show(
    element('h1', {}, TEXTS.signedIn.heading(name)),
    element(
      'dl',
      { class: 'person' },
      ...row(TEXTS.signedIn.department, department ?? TEXTS.signedIn.noDepartment),
      ...row(TEXTS.signedIn.roles, roles.map((role) => ROLE_NAMES[role]).join('、')),
      ...row(TEXTS.signedIn.until, until),
    ),
    button(TEXTS.signedIn.logOut, () => {
      attempt(async () => {
        await logOut()
        await showLogIn(TEXTS.signedIn.loggedOut)
      })
    }),
  )
}

/** Back from WeCom with an answer, else whoever is logged in already, else the log-in. */
async function start(): Promise<void> {
  const { pathname, search } = location
  if (location.origin !== origin) return location.replace(`${origin}${pathname}${search}`)
  const query = new URLSearchParams(search)
  const [code, state] = [query.get('code'), query.get('state')]
  if (state !== null) {
    // Codes do not belong into the history.
    history.replaceState(null, '', pathname)
    return code === null ? showLogIn(TEXTS.problem.declined) : finish(code, state)
  }
  const session = await resume()
  if (session === null) await showLogIn()
  else showSignedIn(session)
}

attempt(start)
