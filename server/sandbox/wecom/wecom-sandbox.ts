/**
 * A stand-in for WeCom that speaks its real paths, parameters, limits, error codes and callbacks, for development and
 * tests. Never mounted in production unless it is named there. All it knows lives in this process's memory, is bounded,
 * and dies with it.
 */
import { accept, jsonAnswer, refuse, type SandboxAnswer, type SandboxRequest } from './answer'
import { createCallbacks, type Callbacks, type CallbackSettings } from './callbacks'
import { createCardUpdates } from './card-updates'
import type { CardContext } from './cards/card-parts'
import { createChats, type Chat } from './chats'
import { createCheckin, type CheckinRecord, type PunchCorrection } from './checkin'
import { createChecks } from './checks'
import { createContacts } from './contacts'
import { createDirectory, type Directory } from './directory'
import { createDirectoryEdits, type DirectoryEdits } from './directory-edits'
import { Refusal } from './errors'
import { createFaults, type Faults, type SetFault } from './faults'
import { createJsapiTickets } from './jsapi-tickets'
import { createRateLimits } from './limits'
import { createLoginCodes, createOauthUsers, jsCodeToSession } from './login-codes'
import { createMessages } from './messages'
import { DOCUMENTED_BEHAVIOUR, type SandboxApp, type WecomSandboxOptions } from './options'
import { createOwnApi } from './own-api'
import { createChatsPage } from './pages/chats-page'
import { createLoginPages } from './pages/login-pages'
import { createPresses } from './presses'
import { createResponseCodes } from './response-codes'
import { createAccessTokens } from './tokens'
import { createWecomRoutes } from './wecom-routes'

/** The sandbox, and what tests do with it beside WeCom's own paths. */
export interface WecomSandbox
  extends Pick<ReturnType<typeof createPresses>, 'press' | 'pressMenu' | 'say'>, DirectoryEdits {
  /** @returns null: never answered; the caller waits until it gives up */
  handle(request: SandboxRequest): Promise<SandboxAnswer | null>
  /** A person's chat with the company's apps. */
  chatOf(userId: string): Chat
  /** The code that `wx.qy.login` (`mini-program`) or a web login gives. */
  loginCode(userId: string, use?: 'mini-program' | 'web'): string
  /** Ends every access token before its time, as WeCom may: the next call gets 40014. */
  endAccessTokens(): void
  /** As an administrator saves them: checked by a GET first. @returns what is wrong; null: saved */
  saveCallback(settings: CallbackSettings, agentId?: number): Promise<string | null>
  readonly faults: Faults
  /** What was sent to the apps' callback URLs. */
  readonly callbacks: Pick<Callbacks, 'log' | 'settled'>
  readonly directory: Pick<Directory, 'member' | 'members' | 'departments'>
  /** What apps wrote into WeCom's attendance. */
  checkinRecords(): readonly CheckinRecord[]
  punchCorrections(): readonly PunchCorrection[]
}

export function createWecomSandbox(options: WecomSandboxOptions): WecomSandbox {
  const { corpId, apps, clock, random } = options
  const limits = { ...DOCUMENTED_BEHAVIOUR.limits, ...options.behaviour?.limits }
  const behaviour = { ...DOCUMENTED_BEHAVIOUR, ...options.behaviour, limits }
  const randomText = (bytes: number) => Buffer.from(random.bytes(bytes)).toString('base64url')
  const contextOf = ({ miniProgramAppId }: SandboxApp): CardContext => ({
    checks: createChecks(behaviour.strict),
    miniProgramAppId: miniProgramAppId ?? null,
    mostSelectionOptions: behaviour.mostSelectionOptions,
  })

  const directory = createDirectory(options.directory)
  const chats = createChats(behaviour.messagesPerChat)
  const faults = createFaults(random)
  const rates = createRateLimits(clock, limits)
  const tokens = createAccessTokens(options, behaviour, clock, randomText)
  const codes = createLoginCodes(clock, behaviour.codeSeconds, randomText)
  const callbacks = createCallbacks({ corpId, behaviour, faults, clock, random })
  const responseCodes = createResponseCodes(clock, behaviour, randomText)
  const checkin = createCheckin(directory)
  const shared = { corpId, apps, directory, chats, callbacks, responseCodes, contextOf, behaviour, clock, random }
  const presses = createPresses(shared)
  const edits = createDirectoryEdits(directory, { notify: presses.tellContactChange, renamed: chats.rename })

  const answerWecom = createWecomRoutes({
    tokens,
    session: (app, query) => jsCodeToSession(codes, app, query, random.bytes),
    oauth: createOauthUsers(codes, directory, clock, behaviour.userTicketSeconds, randomText),
    contacts: createContacts(directory, behaviour),
    messages: createMessages({ ...shared, rates, hasCallback: callbacks.hasUrl, randomText }),
    updateCards: createCardUpdates(shared),
    tickets: createJsapiTickets(rates, behaviour, clock, randomText),
    checkin,
    rates,
    behaviour,
  })
  const chatPage = options.chatPage ?? { appName: '', menu: [], previewPath: null }
  const answerOwn = createOwnApi({
    options,
    codeSeconds: behaviour.codeSeconds,
    codes,
    tokens,
    directory,
    edits,
    faults,
    callbacks,
    presses,
    chatsPage: createChatsPage({ directory, chats, options: chatPage, nowMs: () => clock.nowMs() }),
    loginPages: createLoginPages({ options, directory, codes }),
  })

  async function answer(request: SandboxRequest): Promise<SandboxAnswer> {
    try {
      const json = await answerWecom(request)
      if (json !== null) return accept(json)
    } catch (error) {
      if (error instanceof Refusal) return refuse(error)
      throw error
    }
    const { method, path } = request
    return (
      (await answerOwn(request)) ??
      jsonAnswer(404, { errcode: -1, errmsg: `the sandbox does not know ${method} ${path}` })
    )
  }

  return {
    ...presses,
    ...edits,
    async handle(request) {
      const fault = request.path.startsWith('/cgi-bin/') ? faults.takeAnswerFault(request.path) : null
      return fault === null ? answer(request) : troubled(fault, () => answer(request))
    },
    chatOf: chats.of,
    loginCode: (userId, use = 'mini-program') =>
      codes.issue({ use, agentId: apps[0].agentId, corpId, userId, scope: 'snsapi_base' }),
    endAccessTokens: tokens.endAll,
    saveCallback: (settings, agentId) =>
      callbacks.save(apps.find((app) => app.agentId === agentId) ?? apps[0], settings),
    faults,
    callbacks,
    directory,
    checkinRecords: checkin.records,
    punchCorrections: checkin.corrections,
  }
}

/** @returns null: no answer */
async function troubled(
  { kind, delayMs, errcode }: SetFault,
  answer: () => Promise<SandboxAnswer>,
): Promise<SandboxAnswer | null> {
  switch (kind) {
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, delayMs))
      return answer()
    case 'server-error':
      return { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>502 Bad Gateway</html>' }
    case 'broken-json':
      return { ...(await answer()), body: '{"errcode":0,"errmsg":"o' }
    case 'expired-token':
      return refuse(new Refusal(42001))
    case 'busy':
      return refuse(new Refusal(-1))
    case 'errcode':
      return refuse(new Refusal(errcode))
    case 'answer-lost':
      await answer()
      return null
    default:
      return null
  }
}
