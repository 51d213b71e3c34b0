import type { Phone } from '../phone'
import { call, WxFault } from './api'
import { finish } from './request'
import { routeRequest } from './route-request'

const LOGIN_CODES = '/sandbox/wecom/login-codes'
const OTHER_CORP_ID = 'ww0000000000other'

/** `wx.login` everywhere, `wx.qy` inside WeCom alone. The sandbox gives the codes of the person whose phone it is. */
export function loginCalls(phone: Phone) {
  const { settings } = phone
  const code = async () => {
    const { person, host } = settings.current
    const { url } = await routeRequest(phone, LOGIN_CODES)
    const sending = new XMLHttpRequest()
    sending.open('POST', url)
    sending.setRequestHeader('content-type', 'application/json')
    const corpId = host === 'other-company' ? { corpId: OTHER_CORP_ID } : {}
    await finish(sending, JSON.stringify({ userId: person, ...corpId }))
    if (sending.status !== 201) throw new WxFault(`system error ${sending.status}`)
    return { code: (JSON.parse(sending.responseText) as { code: string }).code }
  }
  const wechat = {
    login: call('login', () => ({ code: 'outside-wecom' })),
    checkSession: call('checkSession', () => undefined),
  }
  if (settings.current.host === 'wechat') return wechat
  return {
    ...wechat,
    qy: { login: call('qy.login', code), checkSession: call('qy.checkSession', () => undefined) },
  }
}
