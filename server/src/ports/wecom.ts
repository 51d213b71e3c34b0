/** WeCom as this system asks it. */
export interface Wecom {
  /**
   * Redeems the code of `wx.qy.login`: good once, for five minutes.
   * @throws AppError LOGIN_CODE_INVALID, WECOM_UNAVAILABLE
   */
  redeemLoginCode(code: string): Promise<WecomIdentity>
}

export interface WecomIdentity {
  /** The company that the person logged in with, which need not be ours. */
  readonly corpId: string
  readonly userId: string
}
