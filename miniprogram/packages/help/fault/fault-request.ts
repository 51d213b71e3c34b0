import type { FaultReportReply, FaultReportRequest, ReportedPlace } from '../../../contract/api-feedback'
import { platform, services } from '../../../services/app'
import type { Facts } from '../../../services/diagnosis-facts'
import { failure, type Result } from '../../../result'
import type { FaultTrouble } from './fault.view'

/** Sends what the person saw; a place is read now, and only when it was ticked. */
export async function sendFault(input: {
  readonly text: string
  readonly facts: Facts
  readonly includesPlace: boolean
}): Promise<Result<FaultReportReply, FaultTrouble>> {
  const report: FaultReportRequest = {
    text: input.text.trim(),
    diagnosis: { ...input.facts } as NonNullable<FaultReportRequest['diagnosis']>,
  }
  if (!input.includesPlace) return sent(report)
  const read = await platform.location.read()
  if (!read.ok) return failure({ kind: 'place', why: read.problem === 'hidden' ? 'failed' : read.problem })
  const { latitude, longitude, accuracyMetres } = read.value
  const place: ReportedPlace = {
    latitude,
    longitude,
    ...(accuracyMetres === null || accuracyMetres < 0 ? {} : { accuracyMetres }),
  }
  return sent({ ...report, includesPlace: true, place })
}

async function sent(report: FaultReportRequest): Promise<Result<FaultReportReply, FaultTrouble>> {
  const answer = await services.api.reportFault(report)
  return answer.ok ? answer : failure({ kind: 'send', problem: answer.problem })
}
