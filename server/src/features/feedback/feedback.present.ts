import type { Page } from '#contract/api'
import type { FaultReportReply, ReceivedFaultReportReply } from '#contract/api-feedback'
import type { StoredFaultReport } from '../../ports/feedback-store'
import type { ReportPage } from './feedback.usecase'

export function presentReport(report: StoredFaultReport): FaultReportReply {
  const { id, text, diagnosis, includesPlace, createdAtMs, answer } = report
  return {
    ...{ id, text, diagnosis, includesPlace },
    createdAt: isoTime(createdAtMs),
    answer:
      answer === null ? null : { text: answer.text, answeredByName: answer.by.name, answeredAt: isoTime(answer.atMs) },
  }
}

export function presentReceived(report: StoredFaultReport): ReceivedFaultReportReply {
  const { id, name, department } = report.employee
  return { ...presentReport(report), employee: { id, name, department } }
}

export function presentPage<Reply>(
  { reports, nextCursor }: ReportPage,
  present: (report: StoredFaultReport) => Reply,
): Page<Reply> {
  return { items: reports.map(present), nextCursor }
}

const isoTime = (ms: number) => new Date(ms).toISOString()
