import {
  badRequest,
  isObject,
  jsonAnswer,
  parseObject,
  type Json,
  type SandboxAnswer,
  type SandboxRequest,
} from './answer'
import { assetAnswer } from './assets'
import type { Callbacks, CallbackSettings } from './callbacks'
import type { Directory } from './directory'
import type { DirectoryEdits } from './directory-edits'
import type { Department, Member, NewMember } from './directory-types'
import { Refusal } from './errors'
import { readFaultSwitch, type Faults } from './faults'
import type { LoginCodes } from './login-codes'
import type { SandboxApp, WecomSandboxOptions } from './options'
import type { createChatsPage } from './pages/chats-page'
import type { createLoginPages } from './pages/login-pages'
import { TEXTS } from './pages/texts'
import type { createPresses, Pressed, PressOptions } from './presses'
import type { AccessTokens } from './tokens'

interface Parts {
  readonly options: WecomSandboxOptions
  readonly codeSeconds: number
  readonly codes: LoginCodes
  readonly tokens: AccessTokens
  readonly directory: Directory
  readonly edits: DirectoryEdits
  readonly faults: Faults
  readonly callbacks: Callbacks
  readonly presses: ReturnType<typeof createPresses>
  readonly chatsPage: ReturnType<typeof createChatsPage>
  readonly loginPages: ReturnType<typeof createLoginPages>
}

type OwnPath = (body: Json, query: URLSearchParams) => Promise<SandboxAnswer>

/**
 * What WeCom has no path for, under paths of our own: log-in codes, and, with `chatPage`, faults, edits of the company,
 * the callback settings of its console, the chats and the log-in pages.
 * @returns null: no such path
 */
export function createOwnApi(parts: Parts): (request: SandboxRequest) => Promise<SandboxAnswer | null> {
  const { options, codes, directory, faults, loginPages } = parts

  /** What `wx.qy.login` gives a phone. */
  async function issueCode(body: Json): Promise<SandboxAnswer> {
    const { userId, corpId = options.corpId } = body
    if (typeof userId !== 'string' || userId === '' || typeof corpId !== 'string') {
      return badRequest('send { userId, corpId? }')
    }
    if (corpId === options.corpId && !(await directory.hasAccount(userId))) {
      return jsonAnswer(404, { errcode: 60111, errmsg: 'userid not found' })
    }
    const { agentId } = options.apps[0]
    const code = codes.issue({ use: 'mini-program', agentId, corpId, userId, scope: 'snsapi_base' })
    return jsonAnswer(201, { code, agentId, expiresInSeconds: parts.codeSeconds })
  }

  const bench = benchPaths(parts)

  return async ({ method, path, query, body }) => {
    const json = method === 'POST' ? parseObject(body) : {}
    if (method === 'POST' && path === '/login-codes') return json === null ? badRequest('no JSON') : issueCode(json)
    if (options.chatPage === undefined) return null
    if (path === '/faults' || path.startsWith('/faults/')) return faultsAnswer(faults, method, path, body)
    if (method === 'GET' && path.startsWith('/assets/')) return assetAnswer(path.slice('/assets/'.length))
    const answer = bench[`${method} ${path}`]
    if (answer === undefined) return method === 'GET' ? loginPages(path, query) : null
    if (json === null) return badRequest('the body is no JSON object')
    try {
      return await answer(json, query)
    } catch (error) {
      if (error instanceof Refusal) return badRequest(`${error.errcode} ${error.message}`)
      throw error
    }
  }
}

function benchPaths(parts: Parts): Readonly<Record<string, OwnPath>> {
  const { options, tokens, directory, edits, callbacks, presses, chatsPage } = parts
  const done = async (work: Promise<void>): Promise<SandboxAnswer> => {
    await work
    return jsonAnswer(200, { errcode: 0, errmsg: 'ok' })
  }
  return {
    'GET /chats': (_body, query) => chatsPage.page(query),
    'GET /chats/state': (_body, query) => chatsPage.state(query),
    'POST /chats/press': async (body) =>
      pressAnswer(await presses.press(text(body, 'userId'), text(body, 'taskId'), text(body, 'key'), chosen(body))),
    'POST /chats/menu': async (body) =>
      pressAnswer(await presses.pressMenu(text(body, 'userId'), text(body, 'taskId'), text(body, 'key'))),
    'POST /chats/say': async (body) => pressAnswer(await presses.say(text(body, 'userId'), text(body, 'text'))),
    'GET /members': async () => jsonAnswer(200, { members: await directory.members() }),
    'POST /members': (body) => done(edits.addMember(newMember(body))),
    'POST /members/edit': (body) => done(edits.editMember(text(body, 'userId'), changes<Partial<Member>>(body))),
    'POST /members/rename': (body) => done(edits.renameMember(text(body, 'userId'), text(body, 'newUserId'))),
    'POST /members/delete': (body) => done(edits.deleteMember(text(body, 'userId'))),
    'GET /departments': async () => jsonAnswer(200, { departments: await directory.departments() }),
    'POST /departments': (body) => done(edits.addDepartment({ order: 0, ...body } as unknown as Department)),
    'POST /departments/edit': (body) =>
      done(edits.editDepartment(Number(body['id']), changes<Partial<Department>>(body))),
    'POST /departments/delete': (body) => done(edits.deleteDepartment(Number(body['id']))),
    'POST /tokens/end': () => done(Promise.resolve(tokens.endAll())),
    'GET /callbacks': () => Promise.resolve(jsonAnswer(200, { deliveries: callbacks.log() })),
    'POST /callback-settings': async (body) => {
      const app = appOf(options.apps, body['agentId'])
      const settings: CallbackSettings = {
        url: text(body, 'url'),
        token: text(body, 'token'),
        encodingAesKey: text(body, 'encodingAesKey'),
      }
      const problem = await callbacks.save(app, settings)
      return problem === null ? jsonAnswer(200, { errcode: 0, errmsg: 'ok' }) : badRequest(problem)
    },
  }
}

/** `GET`, `POST` and `DELETE /faults`, `DELETE /faults/{id}`. */
function faultsAnswer(faults: Faults, method: string, path: string, body: string): SandboxAnswer | null {
  const id = path.slice('/faults/'.length)
  if (method === 'GET' && path === '/faults') return jsonAnswer(200, { faults: faults.list() })
  if (method === 'DELETE') {
    const isCleared = path === '/faults' ? faults.clear() : faults.clear(id)
    return isCleared ? jsonAnswer(200, { faults: faults.list() }) : badRequest('no such fault', 404)
  }
  if (method !== 'POST' || path !== '/faults') return null
  const given = readFaultSwitch(body)
  if (given === null) return badRequest('send { kind, path?, times?, delayMs?, errcode? }')
  try {
    return jsonAnswer(201, { ...faults.set(given) })
  } catch (error) {
    return badRequest(error instanceof Error ? error.message : String(error))
  }
}

function pressAnswer({ outcome, reason }: Pressed): SandboxAnswer {
  const thrownAway = outcome === 'answered' && reason !== null ? `${TEXTS.thrownAway}${reason}` : ''
  return jsonAnswer(200, { outcome, reason, text: TEXTS.pressed[outcome] + thrownAway })
}

function appOf(apps: readonly SandboxApp[], agentId: unknown): SandboxApp {
  const app = agentId === undefined ? apps[0] : apps.find((known) => known.agentId === agentId)
  if (app === undefined) throw new Refusal(40056)
  return app
}

function text(body: Json, member: string): string {
  const value = body[member]
  if (typeof value !== 'string' || value === '') throw new Refusal(40058, member)
  return value
}

function chosen({ selected }: Json): PressOptions {
  if (!isObject(selected)) return {}
  const lists = Object.entries(selected).map(([key, ids]) => [key, Array.isArray(ids) ? ids.map(String) : []] as const)
  return { selected: Object.fromEntries(lists) }
}

function newMember(body: Json): NewMember {
  if (!Array.isArray(body['departments'])) throw new Refusal(40058, 'departments')
  return { ...body, userId: text(body, 'userId'), name: text(body, 'name'), departments: body['departments'] as never }
}

function changes<Changes>(body: Json): Changes {
  if (!isObject(body['changes'])) throw new Refusal(40058, 'changes')
  return body['changes'] as Changes
}
