import { AppError } from '../../app-error'
import type { Clock } from '../../ports/system'
import type { ProbeAnswer, WecomProbe, WecomTrial } from '../../ports/wecom-probe'
import { exchange, type WecomAnswer, type WecomCall } from './wecom-calls'
import { problemOf, WecomError } from './wecom-problems'

export interface WecomProbeOptions {
  /** See `exchange`. */
  readonly baseUrl: string
  readonly corpId: string
  readonly agentId: number
  readonly secret: string
  /** Null: `contacts_token` and `member_ids` are not tried. */
  readonly contactSecret: string | null
  readonly miniprogramAppId: string | null
  readonly clock: Clock
  readonly timeoutMs?: number
}

interface Trial {
  readonly by: 'app' | 'contacts'
  readonly call: Omit<WecomCall, 'query'> & { readonly query?: WecomCall['query'] }
  /** Refusals that come only after the right to call was checked. */
  readonly alsoGood?: readonly number[]
}

type Trials = Readonly<Record<Exclude<WecomTrial, 'app_token' | 'contacts_token'>, Trial>>

const TIMEOUT_MS = 8_000
/** No administrator gives out this userid. */
const NOBODY = 'waiqin-doctor-nobody'
/** 81013, 60111, 40003: no such person, hence nobody to send to. */
const NOBODY_THERE = [81013, 60111, 40003]
const NO_SUCH_MEMBER = 301069

/**
 * Tokens are fetched with the very secret and kept in memory: a token from the database would hide a wrong one.
 * Unconfirmed by any document: that messages and attendance check rights before recipients. Where WeCom checks the other
 * way round, a missing right shows only when something real is sent.
 */
export function createWecomProbe(options: WecomProbeOptions): WecomProbe {
  const { baseUrl, corpId, secret, contactSecret, clock, timeoutMs = TIMEOUT_MS } = options
  const trials = trialsOf(options)
  const tokens = new Map<'app' | 'contacts', Promise<string>>()
  const ask = (call: WecomCall) => exchange(baseUrl, call, AbortSignal.timeout(timeoutMs))

  async function fetchToken(by: 'app' | 'contacts'): Promise<string> {
    const corpsecret = by === 'app' ? secret : contactSecret
    if (corpsecret === null) throw new RangeError('no secret of 通讯录同步')
    const query = { corpid: corpId, corpsecret }
    const { access_token: token } = await ask({ method: 'GET', path: '/cgi-bin/gettoken', query })
    if (typeof token !== 'string' || token === '') throw new RangeError('gettoken answered no access_token')
    return token
  }

  function tokenOf(by: 'app' | 'contacts'): Promise<string> {
    const known = tokens.get(by) ?? fetchToken(by)
    tokens.set(by, known)
    return known
  }

  async function run({ by, call }: Trial): Promise<WecomAnswer> {
    return ask({ ...call, query: { access_token: await tokenOf(by), ...call.query } })
  }

  return {
    async try(name) {
      const trial = name === 'app_token' || name === 'contacts_token' ? null : trials[name]
      try {
        if (trial === null) await tokenOf(name === 'app_token' ? 'app' : 'contacts')
        else await run(trial)
        return { kind: 'ok' }
      } catch (fault) {
        return answerOf(fault, trial?.alsoGood ?? [])
      }
    },

    async clockAheadMs() {
      try {
        const response = await fetch(`${baseUrl}/cgi-bin/gettoken`, { signal: AbortSignal.timeout(timeoutMs) })
        const at = Date.parse(response.headers.get('date') ?? '')
        await response.body?.cancel()
        return Number.isNaN(at) ? null : at - clock.nowMs()
      } catch {
        return null
      }
    },
  }
}

function trialsOf({ agentId, miniprogramAppId, clock }: WecomProbeOptions): Trials {
  const post = (path: string, body: Readonly<Record<string, unknown>>) => ({ method: 'POST', path, body }) as const
  const message = { touser: NOBODY, agentid: agentId }
  const notice = { appid: miniprogramAppId ?? '', title: '外勤签到自检' }
  const record = {
    userid: NOBODY,
    checkin_time: Math.floor(clock.nowMs() / 1_000),
    location_title: 'doctor',
    location_detail: 'doctor',
    device_type: 3,
    device_detail: 'waiqin',
  }
  return {
    departments: { by: 'app', call: { method: 'GET', path: '/cgi-bin/department/list' } },
    member_ids: { by: 'contacts', call: post('/cgi-bin/user/list_id', { limit: 1 }) },
    messages: {
      by: 'app',
      call: post('/cgi-bin/message/send', { ...message, msgtype: 'text', text: { content: 'doctor' } }),
      alsoGood: NOBODY_THERE,
    },
    mini_program: {
      by: 'app',
      call: post('/cgi-bin/message/send', { ...message, msgtype: 'miniprogram_notice', miniprogram_notice: notice }),
      alsoGood: NOBODY_THERE,
    },
    attendance: {
      by: 'app',
      call: post('/cgi-bin/checkin/add_checkin_record', { records: [record] }),
      alsoGood: [NO_SUCH_MEMBER, ...NOBODY_THERE],
    },
    page_ticket: { by: 'app', call: { method: 'GET', path: '/cgi-bin/get_jsapi_ticket' } },
    app_ticket: { by: 'app', call: { method: 'GET', path: '/cgi-bin/ticket/get', query: { type: 'agent_config' } } },
  }
}

function answerOf(fault: unknown, alsoGood: readonly number[]): ProbeAnswer {
  if (fault instanceof WecomError) {
    const { errcode } = fault
    if (alsoGood.includes(errcode)) return { kind: 'ok' }
    return { kind: 'refused', errcode, remedy: problemOf(errcode).remedy ?? null }
  }
  if (fault instanceof AppError) return { kind: 'unreachable', reason: fault.internalText ?? fault.code }
  if (fault instanceof RangeError) return { kind: 'unreachable', reason: fault.message }
  throw fault
}
