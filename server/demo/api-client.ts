/** One phone against the API, over real HTTP; knows nothing of the server but the contract. */
import type {
  BindDeviceReply,
  BindDeviceRequest,
  ChallengeReply,
  CheckInReply,
  CheckInRequest,
  ConsentNotice,
  ConsentState,
  ContextReply,
  DeviceFacts,
  EnrolmentReply,
  Page,
  RecordItem,
  RecordReply,
  SessionReply,
} from '#contract/api'
import type {
  ApprovalReply,
  DecideApprovalRequest,
  OutageReply,
  OutageRequest,
  RebindReply,
  RebindRequest,
} from '#contract/api-approvals'
import type { PhotoListReply, PhotoReply, PhotoTicketReply } from '#contract/api-photos'
import type { Coordinates } from '#contract/place'
import { PRESENCE_PATH, presenceSigningBytes, type PresenceReply, type PresenceRequest } from '#contract/presence-proof'
import { NO_CHALLENGE, SIGNATURE_HEADERS, signingBytes } from '#contract/signing'
import { exchange, type Exchange, type Outgoing } from './http-json'
import type { PhoneKey } from './phone-key'
import type { Picture } from './picture'
import { uploadForm } from './upload-form'

export interface PhoneOptions {
  /** Without a slash at the end. */
  readonly baseUrl: string
  readonly userId: string
  readonly facts: DeviceFacts
  /** The phone's clock, epoch milliseconds. */
  readonly nowMs: () => number
  readonly key?: PhoneKey | null
  /** Go with every request to the server. */
  readonly headers?: Readonly<Record<string, string>>
  readonly onExchange?: (exchange: Exchange) => void
}

/** A signed check-in, ready to be sent: the same bytes again are a repeat and get the first answer. */
export interface SignedCheckIn {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

export type Phone = ReturnType<typeof createPhone>

export function createPhone(options: PhoneOptions) {
  const { baseUrl, userId, facts, nowMs, key = null, headers: ownHeaders = {}, onExchange = () => {} } = options
  let phoneKey = key
  let accessToken: string | null = null
  let challenge: ChallengeReply | null = null
  let nextPosition = 0

  const send = (outgoing: Outgoing) =>
    exchange({ ...outgoing, headers: { ...ownHeaders, ...outgoing.headers } }, onExchange)
  const authorization = (): Record<string, string> =>
    accessToken === null ? {} : { authorization: `Bearer ${accessToken}` }
  const get = async <Reply>(path: string) =>
    JSON.parse(await send({ method: 'GET', url: baseUrl + path, headers: authorization() })) as Reply
  const post = async (path: string, body: unknown, headers = authorization()) =>
    send({ method: 'POST', url: baseUrl + path, headers, body: JSON.stringify(body) })

  function needKey(): PhoneKey {
    if (phoneKey === null) throw new Error('this phone has no key yet')
    return phoneKey
  }

  function needChallenge(): ChallengeReply {
    if (challenge === null) throw new Error('this phone has no challenge yet: fetch the context first')
    return challenge
  }

  function keepChallenge(fresh: ChallengeReply | null): void {
    if (fresh === null) return
    challenge = fresh
    nextPosition = 0
  }

  function sign(path: string, body: string, challengeId: string, position: number): Record<string, string> {
    const { thumbprint, sign: signBytes } = needKey()
    const timestampMs = nowMs()
    const bytes = signingBytes({
      method: 'POST',
      path,
      timestampMs,
      challenge: challengeId,
      position,
      body: Buffer.from(body),
    })
    return {
      [SIGNATURE_HEADERS.key]: thumbprint,
      [SIGNATURE_HEADERS.timestamp]: String(timestampMs),
      [SIGNATURE_HEADERS.challenge]: challengeId,
      [SIGNATURE_HEADERS.position]: String(position),
      [SIGNATURE_HEADERS.signature]: signBytes(bytes),
    }
  }

  return {
    userId,
    facts,

    /** A login code as `wx.qy.login` would give it, from the WeCom sandbox. */
    async loginCode(): Promise<string> {
      return (JSON.parse(await post('/sandbox/wecom/login-codes', { userId }, {})) as { code: string }).code
    },

    async login(code: string): Promise<SessionReply> {
      const request = { code, ...(phoneKey === null ? {} : { keyThumbprint: phoneKey.thumbprint }) }
      const session = JSON.parse(await post('/api/v1/sessions', request, {})) as SessionReply
      accessToken = session.accessToken
      return session
    },

    notice: () => get<ConsentNotice>('/api/v1/privacy/notice'),

    async agree(version: number): Promise<ConsentState> {
      return JSON.parse(await post('/api/v1/privacy/consents', { version })) as ConsentState
    },

    /** Takes the consent back. */
    async disagree(): Promise<void> {
      await send({ method: 'DELETE', url: `${baseUrl}/api/v1/privacy/consents/current`, headers: authorization() })
    },

    async enrol(): Promise<EnrolmentReply> {
      return JSON.parse(await post('/api/v1/devices/enrolments', {})) as EnrolmentReply
    },

    /** The session that comes with the binding is used from then on. */
    async bind(newKey: PhoneKey, enrolmentToken: string): Promise<BindDeviceReply> {
      phoneKey = newKey
      const request: BindDeviceRequest = { enrolmentToken, publicKey: newKey.publicKey, facts }
      const path = '/api/v1/devices'
      const body = JSON.stringify(request)
      const headers = { ...authorization(), ...sign(path, body, NO_CHALLENGE, 0) }
      const reply = JSON.parse(await send({ method: 'POST', url: baseUrl + path, headers, body })) as BindDeviceReply
      accessToken = reply.session.accessToken
      return reply
    },

    /** @param near lists customers' places near here too */
    async context(near?: Coordinates): Promise<ContextReply> {
      const query = new URLSearchParams({ phoneTime: String(nowMs()) })
      if (near !== undefined) {
        query.set('nearLatitude', String(near.latitude))
        query.set('nearLongitude', String(near.longitude))
      }
      const context = await get<ContextReply>(`/api/v1/context?${query}`)
      keepChallenge(context.challenge)
      return context
    },

    /** Asks a site's gateway to sign the challenge and position that the next check-in will use. */
    async presenceProof(gatewayUrl: string): Promise<string> {
      const { publicKey, thumbprint, sign: signBytes } = needKey()
      const signed = { challenge: needChallenge().id, position: nextPosition, timestampMs: nowMs() }
      const signature = signBytes(presenceSigningBytes(signed))
      const request: PresenceRequest = { ...signed, deviceKeyThumbprint: thumbprint, publicKey, signature }
      const url = gatewayUrl.replace(/\/+$/, '') + PRESENCE_PATH
      return (JSON.parse(await send({ method: 'POST', url, body: JSON.stringify(request) })) as PresenceReply).proof
    },

    /** Signs a check-in; uses up one position of the challenge. */
    signCheckIn(request: CheckInRequest): SignedCheckIn {
      const body = JSON.stringify(request)
      return { body, headers: sign('/api/v1/check-ins', body, needChallenge().id, nextPosition++) }
    },

    /** @returns the reply with its text as received, to compare byte for byte */
    async submit(signed: SignedCheckIn): Promise<{ readonly reply: CheckInReply; readonly text: string }> {
      const headers = { ...authorization(), ...signed.headers, [SIGNATURE_HEADERS.sentAt]: String(nowMs()) }
      const text = await send({ method: 'POST', url: `${baseUrl}/api/v1/check-ins`, headers, body: signed.body })
      const reply = JSON.parse(text) as CheckInReply
      keepChallenge(reply.challenge)
      return { reply, text }
    },

    /**
     * Sends the bytes of a photo that an attempt names straight to the photo store, and says so.
     * @returns the photo as the server knows it then
     */
    async sendPhoto(attemptId: string, { bytes, contentType, claim }: Picture): Promise<PhotoReply> {
      const path = `/api/v1/check-ins/${attemptId}/photos/${claim.sha256}`
      const { photo, upload } = JSON.parse(await post(`${path}/ticket`, { contentType })) as PhotoTicketReply
      if (upload === null) return photo
      await uploadForm(upload, bytes, contentType)
      return JSON.parse(await post(`${path}/uploaded`, {})) as PhotoReply
    },

    photos: (attemptId: string) => get<PhotoListReply>(`/api/v1/check-ins/${attemptId}/photos`),

    /** Asks for a change to this phone, by a key of its own; its session is used from then on. */
    async requestRebind(newKey: PhoneKey, enrolmentToken: string, reason: string): Promise<RebindReply> {
      phoneKey = newKey
      const request: RebindRequest = { enrolmentToken, publicKey: newKey.publicKey, facts, reason }
      const path = '/api/v1/rebind-requests'
      const body = JSON.stringify(request)
      const headers = { ...authorization(), ...sign(path, body, NO_CHALLENGE, 0) }
      const reply = JSON.parse(await send({ method: 'POST', url: baseUrl + path, headers, body })) as RebindReply
      accessToken = reply.session.accessToken
      return reply
    },

    /** Requests that wait for this person's decision. */
    approvalsToDecide: () => get<Page<ApprovalReply>>('/api/v1/approvals?role=approver&status=pending&limit=50'),

    async decide(approvalId: string, decision: DecideApprovalRequest): Promise<ApprovalReply> {
      return JSON.parse(await post(`/api/v1/approvals/${approvalId}/decision`, decision)) as ApprovalReply
    },

    async declareOutage(outage: OutageRequest): Promise<OutageReply> {
      return JSON.parse(await post('/api/v1/outages', outage)) as OutageReply
    },

    record: (attemptId: string) => get<RecordReply>(`/api/v1/records/${attemptId}`),

    records: (cursor?: string) =>
      get<Page<RecordItem>>(`/api/v1/records${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`),
  }
}
