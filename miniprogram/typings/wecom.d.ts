/** What WeCom adds to `wx`; miniprogram-api-typings knows none of it. */
declare namespace WechatMiniprogram {
  interface QyLoginOption {
    readonly success?: (reply: { code: string; errMsg: string }) => void
    readonly fail?: (error: { errMsg: string; errCode?: number }) => void
    readonly timeout?: number
  }

  interface Qy {
    login(option: QyLoginOption): void
    checkSession(option: { success?: () => void; fail?: (error: { errMsg: string }) => void }): void
  }

  interface Wx {
    /** Absent outside WeCom. */
    readonly qy?: Qy
  }

  interface SystemInfo {
    /** `wxwork` inside WeCom. */
    environment?: string
  }
}
