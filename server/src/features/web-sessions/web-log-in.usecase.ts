import { AppError } from '../../app-error'
import type { Clock } from '../../ports/system'
import type { LoginStates, WebLogin } from '../../ports/web-login'
import type { Wecom } from '../../ports/wecom'
import type { PresentableSession } from '../sessions/session-reply.rules'

export interface LoginAttempt {
  readonly state: string
  /** For the browser's cookie. */
  readonly secret: string
  readonly authorizeUrl: string
  readonly scan: Readonly<Record<string, string>>
}

/** @param redirectUrl the page that WeCom sends the browser back to */
export function createBeginWebLogIn(dependencies: {
  readonly states: LoginStates
  readonly webLogin: Pick<WebLogin, 'authorizeUrl' | 'scanParameters'>
  readonly redirectUrl: () => string
  readonly clock: Clock
}): () => LoginAttempt {
  const { states, webLogin, redirectUrl, clock } = dependencies
  return () => {
    const { state, secret } = states.issue(clock.nowMs())
    const url = redirectUrl()
    return { state, secret, authorizeUrl: webLogin.authorizeUrl(url, state), scan: webLogin.scanParameters(url, state) }
  }
}

export interface WebLogInInput {
  readonly code: string
  readonly state: string
  /** From the browser's cookie; null when it sent none. */
  readonly secret: string | null
  readonly requestId: string
}

export type WebLogIn = (input: WebLogInInput) => Promise<PresentableSession>

export interface WebLogInDependencies {
  readonly states: LoginStates
  /** Redeems the code, finds its person and opens a browser's session. */
  readonly logIn: (input: {
    readonly code: string
    readonly keyThumbprint: null
    readonly requestId: string
  }) => Promise<PresentableSession>
  readonly clock: Clock
}

/**
 * Whoever brings the code has to be the browser that asked for it: else anybody could log somebody in to an account of
 * his own choice. The code is redeemed after that, so a wrong state spends nothing.
 * @throws AppError LOGIN_CODE_INVALID, WRONG_COMPANY, EMPLOYEE_UNKNOWN, EMPLOYEE_LEFT, WECOM_UNAVAILABLE, WECOM_REFUSED
 */
export function createWebLogIn({ states, logIn, clock }: WebLogInDependencies): WebLogIn {
  return async ({ code, state, secret, requestId }) => {
    if (secret === null || !states.matches(state, secret, clock.nowMs())) {
      throw new AppError('LOGIN_CODE_INVALID', { internalText: 'web log-in: the state is not of this browser' })
    }
    return logIn({ code, keyThumbprint: null, requestId })
  }
}

/** Nobody's userid, and no company's id. */
const VISITOR = { corpId: 'none', userId: '-' } as const

/** The browser's codes where the log-in asks for the mini-program's. @param corpId the company whose app redeems them */
export function asLogInCodes(webLogin: Pick<WebLogin, 'redeem'>, corpId: string): Wecom {
  return {
    async redeemLoginCode(code) {
      const person = await webLogin.redeem(code)
      return person === null ? VISITOR : { corpId, userId: person.userId }
    },
  }
}
