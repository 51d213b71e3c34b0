import { AppError } from '../../app-error'
import type { WebLogin } from '../../ports/web-login'
import { refused } from './refused'
import type { WecomApi } from './wecom-api'
import { unavailable, type WecomAnswer } from './wecom-calls'
import { WecomError } from './wecom-problems'

export interface WebLoginOptions {
  readonly api: Pick<WecomApi, 'get'>
  readonly corpId: string
  readonly agentId: number
  /** `https://open.weixin.qq.com`, or where browsers reach the sandbox; without a slash at the end. */
  readonly authorizeBaseUrl: () => string
}

const PATH = '/cgi-bin/auth/getuserinfo'
const STATE = /^[0-9A-Za-z]{1,128}$/
/** Used, expired, or of another app. */
const CODE_OVER = 40029

/** developer.work.weixin.qq.com/document/path/91022, 91023; the panel as `@wecom/jssdk` builds its address. */
export function createWebLogin({ api, corpId, agentId, authorizeBaseUrl }: WebLoginOptions): WebLogin {
  const requireState = (state: string) => {
    if (!STATE.test(state)) throw new RangeError('state: letters and digits, at most 128')
    return state
  }
  return {
    authorizeUrl(redirectUrl, state) {
      const query = new URLSearchParams({
        appid: corpId,
        redirect_uri: redirectUrl,
        response_type: 'code',
        scope: 'snsapi_base',
        state: requireState(state),
        agentid: String(agentId),
      })
      return `${authorizeBaseUrl()}/connect/oauth2/authorize?${query}#wechat_redirect`
    },

    scanParameters: (redirectUrl, state) => ({
      login_type: 'CorpApp',
      appid: corpId,
      agentid: String(agentId),
      redirect_uri: redirectUrl,
      state: requireState(state),
      redirect_type: 'callback',
    }),

    async redeem(code) {
      const answer = await ask(api, code)
      const { userid } = answer
      if (typeof userid === 'string' && userid !== '') return { userId: userid }
      // A visitor of the company's page has an openid or an external id, and no place here.
      if (typeof answer['openid'] === 'string' || typeof answer['external_userid'] === 'string') return null
      throw unavailable(PATH, 'no userid in the answer')
    },
  }
}

async function ask(api: Pick<WecomApi, 'get'>, code: string): Promise<WecomAnswer> {
  try {
    return await api.get(PATH, { code })
  } catch (fault) {
    if (fault instanceof WecomError && fault.errcode === CODE_OVER) {
      throw new AppError('LOGIN_CODE_INVALID', { internalText: fault.message })
    }
    throw refused(fault)
  }
}
