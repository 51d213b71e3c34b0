/** What the phone's system allows to WeCom. */

export interface SystemAuthorizations {
  readonly locationReducedAccuracy?: boolean
  readonly locationAuthorized?: Authorization
  readonly cameraAuthorized?: Authorization
  readonly locationEnabled?: boolean
}

type Authorization = 'authorized' | 'denied' | 'not determined' | boolean

/** WeCom lacks the newer calls; the older one tells the same. */
export function systemAuthorizations(): SystemAuthorizations {
  try {
    return { ...wx.getSystemSetting(), ...wx.getAppAuthorizeSetting() }
  } catch {
    return systemInfo()
  }
}

function systemInfo(): SystemAuthorizations {
  try {
    return wx.getSystemInfoSync()
  } catch {
    return {}
  }
}

/** Null: not told, or nobody was asked yet. */
export function allowed(authorization: Authorization | undefined): boolean | null {
  if (typeof authorization === 'boolean') return authorization
  if (authorization === 'denied') return false
  return authorization === 'authorized' ? true : null
}
