/** The server's routes as typed calls in the session of whoever is logged in. */
import type {
  BindDeviceReply,
  BindDeviceRequest,
  CheckInReply,
  ConsentNotice,
  ConsentRequest,
  ConsentState,
  ContextReply,
  DeviceReply,
  EnrolmentReply,
  MeReply,
  Page,
  RecordItem,
  RecordReply,
} from '../contract/api'
import type {
  ApprovalReply,
  ApprovalStatus,
  DecideApprovalRequest,
  RebindReply,
  RebindRequest,
} from '../contract/api-approvals'
import type { CorrectionRequest } from '../contract/api-corrections'
import type { RecordMonthReply } from '../contract/api-days'
import type { FaultReportReply, FaultReportRequest } from '../contract/api-feedback'
import type { PhotoListReply, PhotoReply, PhotoTicketReply, PhotoViewReply } from '../contract/api-photos'
import type { TeamTodayReply } from '../contract/api-team'
import type { EditVisitRecordRequest, VisitRecordReply } from '../contract/api-visits'
import type { WorkDay } from '../contract/work-day'
import type { PhotoType, PhotoView } from '../contract/photos'
import type { Result } from '../result'
import type { Session } from './session'
import type { ApiProblem, Outgoing, Transport } from './transport'

export type Answer<Reply> = Promise<Result<Reply, ApiProblem>>
export type Api = ReturnType<typeof createApi>

export const CHECK_INS_PATH = '/api/v1/check-ins'

export function createApi(transport: Transport, session: Session) {
  /** Once more after a new token, where that is what the server asks for. */
  async function send<Reply>(outgoing: Outgoing): Answer<Reply> {
    const held = await session.ensure()
    if (!held.ok) return held
    const token = held.value.accessToken
    const first = await transport.send<Reply>(withToken(outgoing, token))
    if (first.ok || first.problem.kind !== 'refused') return first
    const { action } = first.problem
    if (action !== 'refresh' && action !== 'login') return first
    const fresh = action === 'refresh' ? await session.renew(token) : await session.login()
    return fresh.ok ? transport.send<Reply>(withToken(outgoing, fresh.value.accessToken)) : fresh
  }

  const get = <Reply>(path: string, timeoutMs?: number) =>
    send<Reply>({ method: 'GET', path, ...(timeoutMs === undefined ? {} : { timeoutMs }) })
  const post = <Reply>(path: string, body: unknown) => send<Reply>({ method: 'POST', path, body: JSON.stringify(body) })
  const photoPath = (attemptId: string, sha256: string) => `${CHECK_INS_PATH}/${attemptId}/photos/${sha256}`

  return {
    notice: () => get<ConsentNotice>('/api/v1/privacy/notice'),
    agree: (request: ConsentRequest) => post<ConsentState>('/api/v1/privacy/consents', request),
    withdrawConsent: () => send<unknown>({ method: 'DELETE', path: '/api/v1/privacy/consents/current' }),

    enrol: () => send<EnrolmentReply>({ method: 'POST', path: '/api/v1/devices/enrolments' }),
    /** @param sign headers for exactly this path and body */
    bind: (request: BindDeviceRequest, sign: (path: string, body: string) => Record<string, string>) =>
      signed<BindDeviceReply>('/api/v1/devices', request, sign),
    requestRebind: (request: RebindRequest, sign: (path: string, body: string) => Record<string, string>) =>
      signed<RebindReply>('/api/v1/rebind-requests', request, sign),
    myDevices: () => get<Page<DeviceReply>>('/api/v1/devices/mine'),
    me: () => get<MeReply>('/api/v1/me'),

    context: (query: Readonly<Record<string, string | number>>, timeoutMs?: number) =>
      get<ContextReply>(`/api/v1/context${queryText(query)}`, timeoutMs),
    /** The bytes as they were signed, whenever that was. */
    checkIn: (body: string, headers: Readonly<Record<string, string>>) =>
      send<CheckInReply>({ method: 'POST', path: CHECK_INS_PATH, headers, body }),

    records: (query: { readonly cursor?: string; readonly limit?: number; readonly day?: WorkDay } = {}) =>
      get<Page<RecordItem>>(`/api/v1/records${queryText(query)}`),
    /** @param month `YYYY-MM` */
    recordMonth: (month: string) => get<RecordMonthReply>(`/api/v1/records/months/${month}`),
    record: (attemptId: string) => get<RecordReply>(`/api/v1/records/${attemptId}`),
    visitRecord: (attemptId: string) => get<VisitRecordReply>(`${CHECK_INS_PATH}/${attemptId}/visit-record`),
    editVisitRecord: (attemptId: string, request: EditVisitRecordRequest) =>
      send<VisitRecordReply>({
        method: 'PUT',
        path: `${CHECK_INS_PATH}/${attemptId}/visit-record`,
        body: JSON.stringify(request),
      }),

    photos: (attemptId: string) => get<PhotoListReply>(`${CHECK_INS_PATH}/${attemptId}/photos`),
    photoTicket: (attemptId: string, sha256: string, contentType: PhotoType) =>
      post<PhotoTicketReply>(`${photoPath(attemptId, sha256)}/ticket`, { contentType }),
    photoUploaded: (attemptId: string, sha256: string) =>
      post<PhotoReply>(`${photoPath(attemptId, sha256)}/uploaded`, {}),
    photoView: (attemptId: string, sha256: string, view: PhotoView) =>
      get<PhotoViewReply>(`${photoPath(attemptId, sha256)}/view${queryText({ size: view })}`),

    approvals: (query: {
      readonly role: 'requester' | 'approver'
      readonly status?: ApprovalStatus
      readonly cursor?: string
      readonly limit?: number
    }) => get<Page<ApprovalReply>>(`/api/v1/approvals${queryText(query)}`),
    approval: (approvalId: string) => get<ApprovalReply>(`/api/v1/approvals/${approvalId}`),
    decide: (approvalId: string, request: DecideApprovalRequest) =>
      post<ApprovalReply>(`/api/v1/approvals/${approvalId}/decision`, request),
    teamToday: (query: { readonly cursor?: string; readonly limit?: number } = {}) =>
      get<TeamTodayReply>(`/api/v1/team/today${queryText(query)}`),

    reportFault: (request: FaultReportRequest) => post<FaultReportReply>('/api/v1/feedback', request),
    myFaultReports: (query: { readonly cursor?: string } = {}) =>
      get<Page<FaultReportReply>>(`/api/v1/feedback/mine${queryText(query)}`),

    /** Only where the server's capability `corrections` says so. */
    requestCorrection: (request: CorrectionRequest) => post<ApprovalReply>('/api/v1/corrections', request),
    withdrawApproval: (approvalId: string) => post<ApprovalReply>(`/api/v1/approvals/${approvalId}/withdraw`, {}),
  }

  function signed<Reply>(
    path: string,
    request: unknown,
    sign: (path: string, body: string) => Record<string, string>,
  ): Answer<Reply> {
    const body = JSON.stringify(request)
    return send<Reply>({ method: 'POST', path, headers: sign(path, body), body })
  }
}

function withToken(outgoing: Outgoing, token: string): Outgoing {
  return { ...outgoing, headers: { ...outgoing.headers, authorization: `Bearer ${token}` } }
}

/** `?a=1&b=2`, or nothing. */
function queryText(query: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
