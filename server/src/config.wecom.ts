import { present } from './config.problems'
import type { Variables } from './config.variables'
import type { DevelopmentSecrets } from './development-secrets'

export interface WecomConfig {
  /** Null: the sandbox that the web process mounts at `SANDBOX_WECOM_PATH`; see `wecomBaseUrl`. */
  readonly baseUrl: string | null
  readonly corpId: string
  readonly agentId: number
  readonly secret: string
  /** Of 通讯录同步; null: the organisation comes from files. */
  readonly contactSecret: string | null
  /** As set in the admin console; null: cards are not sent, for nobody could press them. */
  readonly callback: { readonly token: string; readonly aesKey: string } | null
  /** Of the linked mini-program; null: cards lead nowhere. */
  readonly miniprogramAppId: string | null
  /** Name of the file that proves to WeCom that the trusted domain is ours; null: somebody else serves it, or nobody. */
  readonly domainFile: string | null
  /** Write accepted check-ins into WeCom's own attendance. */
  readonly writesBack: boolean
}

const SANDBOX_CORP_ID = 'ww5a4db0c000000001'
const SANDBOX_AGENT_ID = 1_000_002
/** As in project.config.json. */
const SANDBOX_MINIPROGRAM_APPID = 'wx0123456789abcdef'
const WECOM_BASE_URL = 'https://qyapi.weixin.qq.com'

/** @param generated development's own secrets; null in production */
export function wecomConfig(variables: Variables, generated: DevelopmentSecrets | null): WecomConfig {
  const isSandbox = usesSandbox(variables)
  const made = isSandbox ? generated : null
  const token = variables.WECOM_CALLBACK_TOKEN ?? made?.wecomCallbackToken
  const aesKey = variables.WECOM_CALLBACK_AES_KEY ?? made?.wecomCallbackAesKey
  return {
    baseUrl: isSandbox ? null : (variables.WECOM_BASE_URL ?? WECOM_BASE_URL),
    corpId: variables.WECOM_CORP_ID ?? SANDBOX_CORP_ID,
    agentId: variables.WECOM_AGENT_ID ?? SANDBOX_AGENT_ID,
    secret: variables.WECOM_SECRET ?? present(generated?.wecomSandboxSecret),
    contactSecret: variables.WECOM_CONTACT_SECRET ?? made?.wecomContactSecret ?? null,
    callback: token === undefined || aesKey === undefined ? null : { token, aesKey },
    miniprogramAppId: variables.WECOM_MINIPROGRAM_APPID ?? (isSandbox ? SANDBOX_MINIPROGRAM_APPID : null),
    domainFile: variables.WECOM_DOMAIN_FILE ?? null,
    writesBack: variables.WECOM_WRITE_BACK === 'on',
  }
}

/** In development the sandbox serves until an address is set; in production only when it is named. */
function usesSandbox(variables: Variables): boolean {
  if (variables.WECOM_BASE_URL !== undefined) return false
  return variables.NODE_ENV !== 'production' || variables.ALLOW_EMBEDDED.includes('wecom')
}
