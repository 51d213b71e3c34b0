import type { Clock, Random } from '../../src/ports/system'
import type { CallbackSettings } from './callbacks'
import type { DirectorySource } from './directory-types'

export interface WecomSandboxOptions {
  readonly corpId: string
  /** The self-built app first; `/login-codes` and the chats are its. */
  readonly apps: readonly [SandboxApp, ...SandboxApp[]]
  /** Secrets of other companies: 40091. */
  readonly foreignSecrets?: readonly string[]
  readonly directory: DirectorySource
  readonly clock: Clock
  readonly random: Random
  readonly behaviour?: BehaviourChanges
  readonly chatPage?: ChatPageOptions
}

export interface SandboxApp {
  readonly agentId: number
  readonly secret: string
  /** `contacts`: 通讯录同步, whose secret has rights of its own. Default `app`. */
  readonly kind?: 'app' | 'contacts'
  /** The linked mini-program. */
  readonly miniProgramAppId?: string
  /** Hosts, with their port where it is not the usual one; a function where the port is known only later. */
  readonly trustedDomains?: readonly string[] | (() => readonly string[])
  /** 企业可信IP: addresses; absent: every one. */
  readonly trustedIps?: readonly string[]
  /** Departments (with all below them) whose members the app sees; absent: everybody. */
  readonly visibleDepartments?: readonly number[]
  /** Listed under 打卡 → 可调用接口的应用. Default true. */
  readonly checkin?: boolean
  /** Created before 2022-06-20: user/get and user/list give avatar, gender, mobile, e-mail and address. */
  readonly readsPrivateFields?: boolean
  readonly callback?: CallbackSettings
  /** Whether change_contact is sent to its callback. Default: only to `contacts`. */
  readonly contactEvents?: boolean
}

export interface ChatPageOptions {
  readonly appName: string
  /** Buttons below each chat; they open a page of the mini-program. */
  readonly menu: readonly {
    readonly name: string
    readonly icon: 'list' | 'stamp' | 'help'
    readonly pagePath: string
  }[]
  /** Where a phone of the preview is, e.g. `/preview/phone`; null: there is no preview. */
  readonly previewPath: string | null
}

/** How this WeCom behaves. Defaults are the documented figures, and the stricter of what no document settles. */
export interface SandboxBehaviour {
  /** Refuse what is only recommended for display (characters of titles, rows, buttons) and members a card does not have. */
  readonly strict: boolean
  readonly tokenSeconds: number
  /** Whether gettoken gives the same token again while it is good (older documents say so). */
  readonly sameTokenWhileGood: boolean
  readonly codeSeconds: number
  readonly userTicketSeconds: number
  readonly ticketSeconds: number
  /** 72 in the present document, 24 in older ones. */
  readonly responseCodeHours: number
  /** What a response_code that is used, expired or unknown gets; no document names the code. */
  readonly spentResponseCodeErrcode: number
  readonly recallHours: number
  /** What a repeat under enable_duplicate_check gets beside errcode 0: nothing, or the first one's answer. */
  readonly duplicateAnswer: 'bare' | 'first'
  /** Some official samples misspell it. */
  readonly optionIdsSpelling: 'OptionIds' | 'OpitonIds'
  readonly mostSelectionOptions: number
  /** Whether department/list says who leads. */
  readonly departmentLeaders: boolean
  /** Whether the 通讯录同步 secret may call user/get, user/list and department/list (addresses added before 2022-08-15). */
  readonly contactsSecretReadsMembers: boolean
  readonly urlCheckTimeoutMs: number
  readonly callbackTimeoutMs: number
  readonly callbackRetries: number
  readonly callbackRetryGapMs: number
  readonly messagesPerChat: number
  readonly limits: SandboxLimits
}

export type BehaviourChanges = Partial<Omit<SandboxBehaviour, 'limits'>> & { readonly limits?: Partial<SandboxLimits> }

export interface SandboxLimits {
  readonly perApiPerMinute: number
  readonly perApiPerHour: number
  readonly perAddressPerMinute: number
  readonly perAddressPerHour: number
  /** Calls of one API under way at once: 45033; no document gives the figure. */
  readonly atOncePerApi: number
  readonly messagesPerMemberPerMinute: number
  readonly messagesPerMemberPerHour: number
  /** Person-times per app, day and account of the company. */
  readonly messagesPerAccountPerDay: number
  readonly corpTicketsPerHour: number
  readonly appTicketsPerHour: number
  readonly checkinReadsPerMinute: number
  readonly checkinRecordsPerMinute: number
  readonly punchCorrectionsPerMinute: number
}

const DOCUMENTED_LIMITS: SandboxLimits = {
  perApiPerMinute: 10_000,
  perApiPerHour: 150_000,
  perAddressPerMinute: 20_000,
  perAddressPerHour: 600_000,
  atOncePerApi: 1_000,
  messagesPerMemberPerMinute: 30,
  messagesPerMemberPerHour: 1_000,
  messagesPerAccountPerDay: 200,
  corpTicketsPerHour: 400,
  appTicketsPerHour: 100,
  checkinReadsPerMinute: 600,
  checkinRecordsPerMinute: 60,
  punchCorrectionsPerMinute: 600,
}

export const DOCUMENTED_BEHAVIOUR: SandboxBehaviour = {
  strict: true,
  tokenSeconds: 7_200,
  sameTokenWhileGood: false,
  codeSeconds: 300,
  userTicketSeconds: 1_800,
  ticketSeconds: 7_200,
  responseCodeHours: 72,
  spentResponseCodeErrcode: 40058,
  recallHours: 24,
  duplicateAnswer: 'bare',
  optionIdsSpelling: 'OptionIds',
  mostSelectionOptions: 10,
  departmentLeaders: true,
  contactsSecretReadsMembers: false,
  urlCheckTimeoutMs: 1_000,
  callbackTimeoutMs: 5_000,
  callbackRetries: 3,
  callbackRetryGapMs: 1_000,
  messagesPerChat: 200,
  limits: DOCUMENTED_LIMITS,
}
