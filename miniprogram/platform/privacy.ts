/**
 * WeChat's own privacy authorisation. The button on our notice gives it together with our own consent
 * (`open-type="agreePrivacyAuthorization"`). Who agreed on another phone is asked by the host's own dialog at the first
 * call that needs it, which is why nothing listens to `onNeedPrivacyAuthorization` here. WeCom lacks all of this: there our
 * notice stands alone.
 */
import { callWx } from './call-wx'
import type { Privacy } from './platform'

const TIMEOUT_MS = 5_000

export function createPrivacy(): Privacy {
  return {
    async hostState() {
      const asked = await callWx<WechatMiniprogram.GetPrivacySettingSuccessCallbackResult>(
        (callbacks) => wx.getPrivacySetting(callbacks),
        TIMEOUT_MS,
      )
      if (!asked.ok) return null
      const { needAuthorization, privacyContractName } = asked.value
      return { needsAuthorisation: needAuthorization, contractName: privacyContractName }
    },

    async openContract() {
      return (await callWx((callbacks) => wx.openPrivacyContract(callbacks), TIMEOUT_MS)).ok
    },
  }
}
