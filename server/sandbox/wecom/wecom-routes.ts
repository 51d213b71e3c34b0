import type { Json, SandboxRequest } from './answer'
import { parseObject } from './answer'
import type { createCardUpdates } from './card-updates'
import type { createCheckin } from './checkin'
import type { createContacts } from './contacts'
import { Refusal } from './errors'
import type { createJsapiTickets } from './jsapi-tickets'
import { perMinute, type RateLimits } from './limits'
import type { OauthUsers } from './login-codes'
import type { createMessages } from './messages'
import type { SandboxApp, SandboxBehaviour } from './options'
import type { AccessTokens } from './tokens'

/** One API of WeCom: `GET` with a query, or `POST` with JSON. */
interface WecomRoute {
  readonly method: 'GET' | 'POST'
  /** Whose secrets may call it. */
  readonly rights: 'any' | 'app' | 'contacts' | 'checkin' | 'members'
  readonly perMinute?: number
  readonly answer: (app: SandboxApp, query: URLSearchParams, body: Json) => Json | Promise<Json>
}

export interface WecomApis {
  readonly tokens: AccessTokens
  readonly session: (app: SandboxApp, query: URLSearchParams) => Json
  readonly oauth: OauthUsers
  readonly contacts: ReturnType<typeof createContacts>
  readonly messages: ReturnType<typeof createMessages>
  readonly updateCards: ReturnType<typeof createCardUpdates>
  readonly tickets: ReturnType<typeof createJsapiTickets>
  readonly checkin: ReturnType<typeof createCheckin>
  readonly rates: RateLimits
  readonly behaviour: SandboxBehaviour
}

/** Addresses of documentation (RFC 5737), which nobody has. */
const WECOM_ADDRESSES = ['192.0.2.0/28', '198.51.100.7']

function routes(apis: WecomApis): Readonly<Record<string, WecomRoute>> {
  const { session, oauth, contacts, messages, updateCards, tickets, checkin } = apis
  const { limits } = apis.behaviour
  const get = (rights: WecomRoute['rights'], answer: WecomRoute['answer']) =>
    ({ method: 'GET', rights, answer }) as const
  const post = (rights: WecomRoute['rights'], answer: (app: SandboxApp, body: Json) => Json | Promise<Json>) =>
    ({ method: 'POST', rights, answer: (app, _query, body) => answer(app, body) }) satisfies WecomRoute
  return {
    '/cgi-bin/miniprogram/jscode2session': get('app', session),
    '/cgi-bin/auth/getuserinfo': get('app', oauth.info),
    '/cgi-bin/auth/getuserdetail': post('app', oauth.detail),
    '/cgi-bin/user/get': get('members', contacts.get),
    '/cgi-bin/user/list': get('members', contacts.list),
    '/cgi-bin/user/simplelist': get('members', contacts.simpleList),
    '/cgi-bin/user/list_id': post('contacts', contacts.listId),
    '/cgi-bin/department/list': get('members', contacts.departmentList),
    '/cgi-bin/department/simplelist': get('any', contacts.departmentSimpleList),
    '/cgi-bin/message/send': post('app', messages.send),
    '/cgi-bin/message/recall': post('app', messages.recall),
    '/cgi-bin/message/update_template_card': post('app', updateCards),
    '/cgi-bin/get_jsapi_ticket': get('app', tickets.corp),
    '/cgi-bin/ticket/get': get('app', tickets.app),
    '/cgi-bin/checkin/add_checkin_record': {
      ...post('checkin', checkin.addRecords),
      perMinute: limits.checkinRecordsPerMinute,
    },
    '/cgi-bin/checkin/punch_correction': {
      ...post('checkin', checkin.correctPunch),
      perMinute: limits.punchCorrectionsPerMinute,
    },
    '/cgi-bin/checkin/getcheckindata': { ...post('checkin', checkin.read), perMinute: limits.checkinReadsPerMinute },
    '/cgi-bin/getcallbackip': get('any', () => ({ ip_list: WECOM_ADDRESSES })),
    '/cgi-bin/get_api_domain_ip': get('any', () => ({ ip_list: WECOM_ADDRESSES })),
  }
}

/** Answers WeCom's paths. @returns null: no such path; @throws Refusal */
export function createWecomRoutes(apis: WecomApis): (request: SandboxRequest) => Promise<Json | null> {
  const { tokens, rates, behaviour } = apis
  const known = routes(apis)
  return async ({ method, path, query, body, address = '127.0.0.1' }) => {
    const route = known[path]
    const isToken = path === '/cgi-bin/gettoken'
    if (!isToken && route === undefined) return null
    const end = rates.begin(path)
    try {
      rates.requireGeneral(path, address)
      if (isToken) return tokens.issue(query)
      if (route === undefined) return null
      if (method !== route.method) throw new Refusal(40058, `${route.method} only`)
      const app = tokens.check(query, address)
      requireRight(route, app, behaviour)
      if (route.perMinute !== undefined) rates.require(path, [perMinute(route.perMinute)])
      const json = method === 'POST' ? parseObject(body) : {}
      if (json === null) throw new Refusal(40058, 'the body is no JSON object')
      return await route.answer(app, query, json)
    } finally {
      end()
    }
  }
}

function requireRight({ rights }: WecomRoute, app: SandboxApp, behaviour: SandboxBehaviour): void {
  const kind = app.kind ?? 'app'
  const isAllowed = {
    any: true,
    app: kind === 'app',
    contacts: kind === 'contacts',
    checkin: kind === 'app' && (app.checkin ?? true),
    members: kind === 'app' || behaviour.contactsSecretReadsMembers,
  }[rights]
  if (!isAllowed) throw new Refusal(48002)
}
