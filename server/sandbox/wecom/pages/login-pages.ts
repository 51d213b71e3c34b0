import { redirect, type SandboxAnswer } from '../answer'
import type { Directory } from '../directory'
import { Refusal } from '../errors'
import type { LoginCode, LoginCodes } from '../login-codes'
import type { SandboxApp, WecomSandboxOptions } from '../options'
import { pageAnswer } from './document'
import { html, type Html } from './html'
import { APP_ICON } from './icons'
import { TEXTS } from './texts'

interface Parts {
  readonly options: WecomSandboxOptions
  readonly directory: Directory
  readonly codes: LoginCodes
}

interface Asked {
  readonly app: SandboxApp
  readonly redirectUri: URL
  readonly state: string
  readonly scope: LoginCode['scope']
  /** Of a scan panel: where its answer goes. */
  readonly redirectType: 'top' | 'callback' | 'self'
}

const SCOPES = ['snsapi_base', 'snsapi_privateinfo'] as const
const REDIRECT_TYPES = ['top', 'callback', 'self'] as const
const ASSETS = '../../assets/'
const MOST_PEOPLE = 500

/** Who logs in, in the browser: inside WeCom (document 91022) and by scanning (what `@wecom/jssdk` frames). */
export function createLoginPages({ options, directory, codes }: Parts) {
  const { corpId, apps, chatPage } = options

  function requireApp(query: URLSearchParams, isNeeded: boolean): SandboxApp {
    const agentId = query.get('agentid')
    const app = agentId === null && !isNeeded ? apps[0] : apps.find((known) => String(known.agentId) === agentId)
    if (query.get('appid') !== corpId) throw new Refusal(40013)
    if (app === undefined) throw new Refusal(40056)
    return app
  }

  function requireRedirect(query: URLSearchParams, app: SandboxApp): URL {
    const text = query.get('redirect_uri') ?? ''
    const url = URL.canParse(text) ? new URL(text) : null
    if (url === null || !/^https?:$/.test(url.protocol)) throw new Refusal(50001, 'redirect_uri')
    if (!domainsOf(app).includes(url.host)) throw new Refusal(50001, url.host)
    return url
  }

  function readAuthorize(query: URLSearchParams): Asked {
    const scope = SCOPES.find((known) => known === query.get('scope'))
    const state = query.get('state') ?? ''
    if (query.get('response_type') !== 'code') throw new Refusal(40058, 'response_type')
    if (scope === undefined) throw new Refusal(40058, 'scope')
    if (!/^[a-zA-Z0-9]{0,128}$/.test(state)) throw new Refusal(40058, 'state')
    const app = requireApp(query, scope === 'snsapi_privateinfo')
    return { app, redirectUri: requireRedirect(query, app), state, scope, redirectType: 'self' }
  }

  function readScan(query: URLSearchParams): Asked {
    const type = query.get('login_type')
    if (type !== 'CorpApp' && type !== 'ServiceApp') throw new Refusal(40058, 'login_type')
    const redirectType = REDIRECT_TYPES.find((known) => known === (query.get('redirect_type') ?? 'top'))
    if (redirectType === undefined) throw new Refusal(40058, 'redirect_type')
    const app = requireApp(query, type === 'CorpApp')
    return {
      app,
      redirectUri: requireRedirect(query, app),
      state: query.get('state') ?? '',
      scope: 'snsapi_base',
      redirectType,
    }
  }

  async function choosePage(query: URLSearchParams, asked: Asked, isScan: boolean): Promise<SandboxAnswer> {
    const members = (await directory.members()).filter(({ status }) => status === 1).slice(0, MOST_PEOPLE)
    const target = isScan && asked.redirectType === 'top' ? '_top' : '_self'
    const choice = (more: Readonly<Record<string, string>>, text: string): Html => {
      const link = `choose?${new URLSearchParams({ ...Object.fromEntries(query), ...more })}`
      return html`<a href="${link}" target="${target}">${text}</a>`
    }
    return pageAnswer({
      title: TEXTS.login.title,
      assets: ASSETS,
      styles: ['page.css', 'login.css'],
      scripts: isScan ? ['login.js'] : [],
      frameAncestors: isScan ? framesOf(asked.app) : "'none'",
      body: html`<body data-origin="${asked.redirectUri.origin}">
        <main>
          <h1>${APP_ICON}${TEXTS.login.title}</h1>
          <p>${TEXTS.login.asks(chatPage?.appName ?? '')}</p>
          <p class="hint">
            ${isScan ? TEXTS.login.scan : asked.scope === 'snsapi_privateinfo' ? TEXTS.login.privateInfo : ''}
          </p>
          <ul>
            ${members.map(({ userId, name }) => html`<li>${choice({ userid: userId }, name)}</li>`)}
          </ul>
          <p class="refuse">${choice({}, TEXTS.login.refuse)}</p>
        </main>
      </body>`,
    })
  }

  /** Redirects with code and state; who refuses brings the state alone. */
  async function choose(query: URLSearchParams, asked: Asked, isScan: boolean): Promise<SandboxAnswer> {
    const { app, redirectUri, state, scope } = asked
    const chosen = query.get('userid')
    const member = chosen === null ? null : await directory.member(chosen)
    if (chosen !== null && member?.status !== 1) throw new Refusal(60111, chosen)
    const login = { use: 'web', agentId: app.agentId, corpId, userId: member?.userId ?? '', scope } as const
    const code = member === null ? null : codes.issue(login)
    if (isScan && asked.redirectType === 'callback') return messagePage(asked, code)
    const target = new URL(redirectUri)
    if (code !== null) target.searchParams.set('code', code)
    target.searchParams.set('state', state)
    return redirect(target.href)
  }

  /** Tells the framing page by the SDK's messages. */
  function messagePage({ app, redirectUri }: Asked, code: string | null): SandboxAnswer {
    const text = code === null ? TEXTS.login.refused : TEXTS.login.done
    return pageAnswer({
      title: TEXTS.login.title,
      assets: ASSETS,
      styles: ['page.css', 'login.css'],
      scripts: ['login.js'],
      frameAncestors: framesOf(app),
      body: html`<body
        data-origin="${redirectUri.origin}"
        data-code="${code ?? ''}"
        data-refused="${code === null ? text : ''}"
      >
        <main><p>${text}</p></main>
      </body>`,
    })
  }

  const pages: Readonly<Record<string, (query: URLSearchParams) => Promise<SandboxAnswer>>> = {
    '/connect/oauth2/authorize': async (query) => choosePage(query, readAuthorize(query), false),
    '/connect/oauth2/choose': async (query) => choose(query, readAuthorize(query), false),
    '/wwlogin/sso/login': async (query) => choosePage(query, readScan(query), true),
    '/wwlogin/sso/choose': async (query) => choose(query, readScan(query), true),
  }

  /** @returns null: no such page */
  return async (path: string, query: URLSearchParams): Promise<SandboxAnswer | null> => {
    try {
      return (await pages[path]?.(query)) ?? null
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return problemPage(error)
    }
  }
}

/** What WeCom shows where a login cannot begin: its error code, in words for whoever sets the app up. */
function problemPage({ errcode, message }: Refusal): SandboxAnswer {
  return pageAnswer({
    title: TEXTS.login.title,
    assets: ASSETS,
    styles: ['page.css', 'login.css'],
    scripts: [],
    status: 400,
    frameAncestors: '*',
    body: html`<body>
      <main>
        <h1>${TEXTS.login.problem}</h1>
        <p>${errcode} ${message}</p>
      </main>
    </body>`,
  })
}

function domainsOf({ trustedDomains = [] }: SandboxApp): readonly string[] {
  return typeof trustedDomains === 'function' ? trustedDomains() : trustedDomains
}

function framesOf(app: SandboxApp): string {
  return (
    domainsOf(app)
      .flatMap((host) => [`https://${host}`, `http://${host}`])
      .join(' ') || "'none'"
  )
}
