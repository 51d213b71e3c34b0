import { AppError } from '../../app-error'
import type { Wecom } from '../../ports/wecom'
import type { WecomApi } from './wecom-api'
import { unavailable, type WecomAnswer } from './wecom-calls'
import { WecomError } from './wecom-problems'

const PATH = '/cgi-bin/miniprogram/jscode2session'
/** 40029: used, expired or of another app; 42013: the login state has expired. */
const CODE_OVER = new Set([40029, 42013])

/**
 * Mini-program login (developer.work.weixin.qq.com/document/path/91507). The `session_key` of the answer is dropped:
 * nothing here decrypts with it.
 */
export function createWecomLogin(api: WecomApi): Wecom {
  return {
    async redeemLoginCode(code) {
      const answer = await redeem(api, code)
      const { corpid, userid } = answer
      if (typeof corpid !== 'string' || typeof userid !== 'string' || corpid === '' || userid === '') {
        throw unavailable(PATH, 'no corpid or userid in the answer')
      }
      return { corpId: corpid, userId: userid }
    },
  }
}

async function redeem(api: WecomApi, code: string): Promise<WecomAnswer> {
  try {
    return await api.get(PATH, { js_code: code, grant_type: 'authorization_code' })
  } catch (fault) {
    if (!(fault instanceof WecomError)) throw fault
    if (CODE_OVER.has(fault.errcode)) throw new AppError('LOGIN_CODE_INVALID', { internalText: fault.message })
    throw unavailable(fault.path, `errcode ${fault.errcode}`)
  }
}
