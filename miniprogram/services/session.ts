/** Who is logged in. Logging in and refreshing run one at a time, so that a token is traded once, whoever asks. */
import type { ConsentState, LoginRequest, RefreshRequest, SessionReply } from '../contract/api'
import type { Platform } from '../platform/platform'
import { failure, success, type Result } from '../result'
import { signatureHeaders, type DeviceKeys } from './device-key'
import { kept, listeners, single } from './memory'
import type { ApiProblem, Transport } from './transport'

/** Access tokens live 15 minutes; an older one is not worth asking with. */
const TOKEN_FRESH_MS = 14 * 60_000
const REFRESH_PATH = '/api/v1/sessions/refresh'

interface KeptSession {
  readonly session: SessionReply
  /** By the phone's clock, which only has to run, not to be right. */
  readonly receivedAtMs: number
}

export type SessionResult = Result<SessionReply, ApiProblem>

export interface Session {
  /** Null before anybody logged in here. Asks nobody. */
  current(): Promise<SessionReply | null>
  /** A session whose token is likely to hold. */
  ensure(): Promise<SessionResult>
  /** Trades the token for a new one. @param usedToken when it is not the present one any more, somebody was faster */
  renew(usedToken: string): Promise<SessionResult>
  /** By a new WeCom code: acts that matter need one of the last five minutes. */
  login(): Promise<SessionResult>
  /** Another session took the place of this one, or consent changed. */
  adopt(session: SessionReply): Promise<void>
  adoptConsent(consent: ConsentState): Promise<void>
  /** What is held in memory; what is kept in the phone is deleted elsewhere. */
  forget(): void
  onChange(listener: (session: SessionReply) => void): () => void
}

export function createSession(
  platform: Pick<Platform, 'login' | 'storage' | 'time'>,
  transport: Transport,
  keys: Pick<DeviceKeys, 'current'>,
): Session {
  const store = kept<KeptSession>(platform.storage, 'session')
  const changes = listeners<SessionReply>()
  let held: KeptSession | null = null

  async function load(): Promise<KeptSession | null> {
    held ??= await store.read()
    return held
  }

  async function hold(session: SessionReply, receivedAtMs: number): Promise<void> {
    held = { session, receivedAtMs }
    await store.write(held)
    changes.tell(session)
  }

  const login = single(async (): Promise<SessionResult> => {
    const code = await platform.login.code()
    if (!code.ok) return failure({ kind: 'login', why: code.problem })
    const key = await keys.current()
    const request: LoginRequest = { code: code.value, ...(key === null ? {} : { keyThumbprint: key.thumbprint }) }
    const reply = await transport.send<SessionReply>({
      method: 'POST',
      path: '/api/v1/sessions',
      body: JSON.stringify(request),
    })
    if (reply.ok) await hold(reply.value, platform.time.nowMs())
    return reply
  })

  const refresh = single(async (): Promise<SessionResult> => {
    const refreshToken = held?.session.refreshToken ?? null
    const key = await keys.current()
    if (refreshToken === null || key === null) return login()
    const request: RefreshRequest = { refreshToken }
    const body = JSON.stringify(request)
    const timestampMs = platform.time.nowMs()
    const headers = signatureHeaders(key, { method: 'POST', path: REFRESH_PATH, body, timestampMs })
    const reply = await transport.send<SessionReply>({ method: 'POST', path: REFRESH_PATH, headers, body })
    if (reply.ok) {
      await hold(reply.value, platform.time.nowMs())
      return reply
    }
    // A refresh token that is over is no reason to bother anybody: logging in is silent.
    return reply.problem.kind === 'refused' && reply.problem.action === 'login' ? login() : reply
  })

  return {
    async current() {
      return (await load())?.session ?? null
    },

    async ensure() {
      const found = await load()
      if (found === null) return login()
      const ageMs = platform.time.nowMs() - found.receivedAtMs
      return ageMs >= 0 && ageMs < TOKEN_FRESH_MS ? success(found.session) : refresh()
    },

    async renew(usedToken) {
      const found = await load()
      return found !== null && found.session.accessToken !== usedToken ? success(found.session) : refresh()
    },

    login,
    adopt: (session) => hold(session, platform.time.nowMs()),

    async adoptConsent(consent) {
      const found = await load()
      if (found !== null) await hold({ ...found.session, consent }, found.receivedAtMs)
    },

    forget() {
      held = null
    },

    onChange: changes.add,
  }
}
