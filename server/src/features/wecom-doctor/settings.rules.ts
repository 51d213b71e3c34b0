/** What an installation says about its WeCom, without any secret. */
export interface WecomSettings {
  /** The sandbox plays WeCom. */
  readonly isSandbox: boolean
  readonly corpId: string
  /** Null: not set. */
  readonly publicUrl: string | null
  readonly hasContactSecret: boolean
  readonly hasCallback: boolean
  readonly hasMiniProgram: boolean
  readonly writesBack: boolean
  readonly domainFile: string | null
}

/** `WW_verify_<text>.txt` holds its own text. */
export function domainFileText(fileName: string): string {
  return fileName.replace(/^WW_verify_/, '').replace(/\.txt$/, '')
}

/** One sentence per setting that cannot be right; form was checked at the start. */
export function settingsProblems(settings: WecomSettings): string[] {
  const { isSandbox, corpId, publicUrl, hasMiniProgram, hasCallback } = settings
  if (isSandbox) return []
  const problems: string[] = []
  if (!/^w[wx][0-9a-z]{16}$/i.test(corpId)) problems.push('WECOM_CORP_ID 不像企业 ID（ww 开头，共 18 位）')
  if (publicUrl === null) problems.push('没有 PUBLIC_URL：网页登录、回调和可信域名都要它')
  else if (!publicUrl.startsWith('https:')) problems.push('PUBLIC_URL 不是 https 地址')
  if (!hasCallback) problems.push('没有 WECOM_CALLBACK_TOKEN 或 WECOM_CALLBACK_AES_KEY：不能发审批卡片')
  if (!hasMiniProgram) problems.push('没有 WECOM_MINIPROGRAM_APPID：卡片打不开小程序')
  return problems
}
