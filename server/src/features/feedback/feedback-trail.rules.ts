interface Named {
  readonly reportId: string
  readonly employeeId: string
}

interface Doer {
  readonly employeeId: string
  readonly requestId: string
}

const subjectOf = ({ reportId }: Named) => ({ kind: 'fault_report', id: reportId })
const byEmployee = (id: string) => ({ kind: 'employee', id }) as const

/** What was said stays in the report: trails carry ids, and whether a place came along. */
export function createdTrail(eventId: string, report: Named, includesPlace: boolean, requestId: string) {
  const { employeeId } = report
  return {
    audit: [
      {
        actor: byEmployee(employeeId),
        action: 'feedback.created',
        subject: subjectOf(report),
        requestId,
        detail: { includesPlace },
      },
    ],
    events: [{ id: eventId, aggregateKey: `employee:${employeeId}`, type: 'feedback.created', payload: { ...report } }],
  } as const
}

export function answeredTrail(eventId: string, report: Named, by: Doer) {
  const { employeeId } = report
  const payload = { ...report, answeredBy: by.employeeId }
  return {
    audit: [
      {
        actor: byEmployee(by.employeeId),
        action: 'feedback.answered',
        subject: subjectOf(report),
        requestId: by.requestId,
        detail: { employeeId },
      },
    ],
    events: [{ id: eventId, aggregateKey: `employee:${employeeId}`, type: 'feedback.answered', payload }],
  } as const
}

/** A look at the place that came along with somebody's report. */
export function placeReadTrail(report: Named, by: Doer) {
  return {
    audit: [
      {
        actor: byEmployee(by.employeeId),
        action: 'feedback.place_read',
        subject: subjectOf(report),
        requestId: by.requestId,
        detail: { employeeId: report.employeeId },
      },
    ],
    events: [],
  } as const
}
