import type { FaultReportRequest, ReportedPlace } from '#contract/api-feedback'
import { AppError } from '../../app-error'
import type { FaultReportListQuery, FeedbackStore, StoredFaultReport } from '../../ports/feedback-store'
import type { Clock, Random } from '../../ports/system'
import type { RoleInScope } from '../people/roles.rules'
import { feedbackReach, reaches, type FeedbackRight } from './feedback-reach.rules'
import { answeredTrail, createdTrail, placeReadTrail } from './feedback-trail.rules'

export interface FeedbackPorts {
  readonly feedback: FeedbackStore
  readonly clock: Clock
  readonly random: Pick<Random, 'id'>
}

export interface Reporter {
  readonly employeeId: string
  /** Whether anything may be collected now. */
  readonly consentSufficient: boolean
  readonly requestId: string
}

export interface Reader {
  readonly employeeId: string
  readonly roles: readonly RoleInScope[]
  readonly requestId: string
}

export interface ReportPage {
  readonly reports: readonly StoredFaultReport[]
  readonly nextCursor: string | null
}

/** @throws AppError CONSENT_NEEDED: a place comes along, and nothing may be collected */
export async function reportFault(
  ports: FeedbackPorts,
  reporter: Reporter,
  request: FaultReportRequest,
): Promise<StoredFaultReport> {
  const { text, diagnosis, place } = request
  if (place !== undefined && !reporter.consentSufficient) throw new AppError('CONSENT_NEEDED')
  const { employeeId, requestId } = reporter
  const id = ports.random.id()
  const trail = createdTrail(ports.random.id(), { reportId: id, employeeId }, place !== undefined, requestId)
  const report = { id, employeeId, text, diagnosis: diagnosis ?? null, place: place ?? null }
  await ports.feedback.create(report, trail, ports.clock.nowMs())
  return requireReport(ports, id)
}

/** A page of one's own reports, newest first. */
export async function listOwnReports(
  { feedback }: Pick<FeedbackPorts, 'feedback'>,
  employeeId: string,
  query: { readonly cursor: string | null; readonly limit: number },
): Promise<ReportPage> {
  return pageOf(await feedback.listOwn(employeeId, query.cursor, query.limit + 1), query.limit)
}

/** A page of the reports within reach, newest first. @throws AppError NOT_ALLOWED: a leader's role alone */
export async function listReports(
  ports: FeedbackPorts,
  reader: Reader,
  query: Omit<FaultReportListQuery, 'reach'>,
): Promise<ReportPage> {
  const reach = feedbackReach(reader.roles, 'read', await ports.feedback.loadLeadership(reader.employeeId))
  if (reach === null) throw new AppError('NOT_ALLOWED')
  return pageOf(await ports.feedback.list({ ...query, reach, limit: query.limit + 1 }), query.limit)
}

/**
 * One answer to each report; the same again by the same person changes nothing.
 * @throws AppError NOT_FOUND (also out of reach), FEEDBACK_ALREADY_ANSWERED
 */
export async function answerReport(
  ports: FeedbackPorts,
  reader: Reader,
  id: string,
  text: string,
): Promise<StoredFaultReport> {
  const { employee } = await requireWithin(ports, reader, id, 'answer')
  const trail = answeredTrail(ports.random.id(), { reportId: id, employeeId: employee.id }, reader)
  const answer = { text, answeredBy: reader.employeeId }
  const isFirst = await ports.feedback.answer(id, answer, trail, ports.clock.nowMs())
  const report = await requireReport(ports, id)
  const stands = report.answer?.text === text && report.answer.by.id === reader.employeeId
  if (!isFirst && !stands) throw new AppError('FEEDBACK_ALREADY_ANSWERED')
  return report
}

/** The place that came along, audited. @throws AppError NOT_FOUND: none, or out of reach */
export async function readReportedPlace(ports: FeedbackPorts, reader: Reader, id: string): Promise<ReportedPlace> {
  const { employee } = await requireWithin(ports, reader, id, 'read_place')
  const trail = placeReadTrail({ reportId: id, employeeId: employee.id }, reader)
  const place = await ports.feedback.readPlace(id, trail, ports.clock.nowMs())
  if (place === null) throw new AppError('NOT_FOUND')
  return place
}

/** The report, when this right of the reader reaches whose it is. @throws AppError NOT_FOUND */
async function requireWithin(
  ports: FeedbackPorts,
  { employeeId, roles }: Reader,
  id: string,
  right: FeedbackRight,
): Promise<StoredFaultReport> {
  const [report, leadership] = await Promise.all([requireReport(ports, id), ports.feedback.loadLeadership(employeeId)])
  if (!reaches(feedbackReach(roles, right, leadership), report.employee)) throw new AppError('NOT_FOUND')
  return report
}

async function requireReport({ feedback }: FeedbackPorts, id: string): Promise<StoredFaultReport> {
  const report = await feedback.find(id)
  if (report === null) throw new AppError('NOT_FOUND')
  return report
}

function pageOf(found: readonly StoredFaultReport[], limit: number): ReportPage {
  const reports = found.slice(0, limit)
  return { reports, nextCursor: found.length > limit ? (reports.at(-1)?.id ?? null) : null }
}
