import { consolePages as createConsolePages } from '../../console/console-page'
import { createLoginStates, LOGIN_STATE_SECONDS } from '../adapters/system/login-states'
import { createJsSignatures } from '../adapters/wecom/js-signatures'
import { createWebLogin } from '../adapters/wecom/web-login'
import type { WecomApi } from '../adapters/wecom/wecom-api'
import { publicUrl, SANDBOX_WECOM_PATH, type Config } from '../config'
import { fenceFigure } from '../features/start/start.figure'
import { START_TEXTS } from '../features/start/start.texts'
import type { EndSession } from '../features/sessions/end-session.usecase'
import { createLogin } from '../features/sessions/login.usecase'
import type { OpenSession } from '../features/sessions/open-session.usecase'
import { createRefreshWeb } from '../features/sessions/refresh-web.usecase'
import { jsSignatureRoutes } from '../features/web-sessions/js-signature.route'
import { createSignPage } from '../features/web-sessions/sign-page.usecase'
import { asLogInCodes, createBeginWebLogIn, createWebLogIn } from '../features/web-sessions/web-log-in.usecase'
import { webSessionRoutes } from '../features/web-sessions/web-session.route'
import { domainFileText } from '../features/wecom-doctor/settings.rules'
import type { Page } from '../http/page'
import type { Route } from '../http/route'
import type { Platform } from './platform'

const CONSOLE_PATH = '/console'
const AUTHORIZE_BASE_URL = 'https://open.weixin.qq.com'
/** `@wecom/jssdk` frames this address and listens to no other. */
const PANEL_ORIGIN = 'https://login.work.weixin.qq.com'
const START_SHEET = '/assets/start.css'

export interface WebLoginParts {
  readonly openSession: OpenSession
  readonly endSession: EndSession
  /** By the app's secret. */
  readonly wecomApi: Pick<WecomApi, 'get'>
  /** The port that the web process listens on; known once it does. */
  readonly webPort: () => number
}

/** Log-in with a browser and signatures for JS-SDK. */
export function webLoginRoutes(
  platform: Platform,
  { openSession, endSession, wecomApi, webPort }: WebLoginParts,
): Route[] {
  const { config, clock, random } = platform
  const { corpId, agentId } = config.wecom
  const webLogin = createWebLogin({
    api: wecomApi,
    corpId,
    agentId,
    authorizeBaseUrl: () => authorizeBaseUrl(config, webPort()),
  })
  const tokens = platform.integrationTokens
  const jsSignatures = createJsSignatures({ api: wecomApi, app: `${corpId}:${agentId}`, tokens, clock, random })
  const ownOrigin = () => originOf(config, webPort())
  const states = createLoginStates(random)
  const logIn = createLogin({
    ...platform,
    wecom: asLogInCodes(webLogin, corpId),
    corpId,
    openSession: (input) => openSession({ ...input, web: true }),
  })
  return [
    ...webSessionRoutes({
      beginLogIn: createBeginWebLogIn({ states, webLogin, redirectUrl: () => ownOrigin() + CONSOLE_PATH, clock }),
      logIn: createWebLogIn({ states, logIn, clock }),
      refresh: createRefreshWeb({ ...platform, endSession }),
      endSession,
      ownOrigin,
      secureCookies: config.environment === 'production',
      loginStateSeconds: LOGIN_STATE_SECONDS,
    }),
    ...jsSignatureRoutes({ signPage: createSignPage({ jsSignatures, ownOrigin }) }),
  ]
}

/** `/console`. The sandbox cannot stand in for the scan panel: there people go to the log-in of browsers inside WeCom. */
export function consolePages(config: Config, webPort: () => number): Page[] {
  return createConsolePages({
    ownOrigin: () => originOf(config, webPort()),
    panelOrigin: config.wecom.baseUrl === null ? null : PANEL_ORIGIN,
    figure: { html: fenceFigure(START_TEXTS.zh.figure).html, sheet: START_SHEET },
  })
}

/** The file that proves to WeCom that the trusted domain is ours. */
export function domainFilePages({ wecom: { domainFile } }: Config): Page[] {
  if (domainFile === null) return []
  const answer = () => ({ type: 'text/plain; charset=utf-8', body: domainFileText(domainFile) })
  return [{ path: `/${domainFile}`, quiet: true, answer }]
}

/** Where browsers reach us: scheme, host and port. */
export function originOf(config: Config, webPort: number): string {
  return new URL(publicUrl(config, webPort)).origin
}

/** Where a browser inside WeCom logs in; the sandbox plays that too. */
function authorizeBaseUrl(config: Config, webPort: number): string {
  return config.wecom.baseUrl === null ? publicUrl(config, webPort) + SANDBOX_WECOM_PATH : AUTHORIZE_BASE_URL
}
