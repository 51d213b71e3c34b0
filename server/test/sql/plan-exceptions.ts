import type { PlanProblem } from './query-plans'

/** A read or sort of a growing table that may stand, and why. */
export interface PlanException {
  readonly kind: PlanProblem['kind']
  readonly tables: readonly string[]
  /** Of `<store>: <call>`. */
  readonly calls: RegExp
  readonly reason: string
}

const SORTS: readonly Omit<PlanException, 'kind'>[] = [
  {
    tables: ['Attempt', 'FieldPlan'],
    calls: /^(context-store: loadContext|record-store: loadDays|team-store: loadDays)/,
    reason: 'the days asked for of the people asked for',
  },
  {
    tables: ['ApprovalRequest', 'Attempt'],
    calls: /^(team-store: loadDays|rebind-store: countHeld)/,
    reason: 'counts what is pending of the people asked for',
  },
  { tables: ['Device'], calls: /^device-store: ofEmployee/, reason: 'the phones of one person' },
  {
    tables: ['FaultReport', 'Employee'],
    calls: /^feedback-store: list/,
    reason: 'the reports of the people asked for',
  },
  {
    tables: ['Approver'],
    calls: /^approval-store: (load|find|list)/,
    reason: 'who was asked about a page of requests',
  },
  {
    tables: ['ApprovalRequest'],
    calls: /^approval-store: (list|about)/,
    reason: 'the requests that somebody has to do with, or about one subject',
  },
  { tables: ['Attempt'], calls: /^attempt-subject-store: findUnasked/, reason: 'what is pending of some days' },
  { tables: ['Decision'], calls: /^record-store: listOwn/, reason: 'the decisions about a page of attempts' },
  { tables: ['AttemptPhoto'], calls: /^(check-in|settlement)-store: load/, reason: 'the uses of a few pictures' },
  { tables: ['AttemptPhoto'], calls: /^photo-record-store: due/, reason: 'photos of about a day that nobody sent' },
  { tables: ['ApprovalCard'], calls: /^approval-card-store: (newest|unanswered)/, reason: 'cards that are open' },
  {
    tables: ['ApprovalCard', 'AttendanceWriteBack', 'Notice', 'WecomCallback'],
    calls: /^(approval-card|write-back|notice|callback)-store: due/,
    reason: 'what is due now: in the order of arrival, which is not the order of falling due',
  },
  {
    tables: ['ApprovalCard', 'AttendanceWriteBack', 'Notice', 'WecomCallback'],
    calls: /^retention-store: wecomRowsBefore/,
    reason: 'once a day',
  },
  { tables: ['OutboxEvent'], calls: /^outbox-store: numberEvents/, reason: 'a batch of new events' },
  { tables: ['OutboxDelivery'], calls: /^dead-letter-store: dropOldest/, reason: 'an operator gives up a backlog' },
  { tables: ['AuditRecord'], calls: /^audit-(erase|read): /, reason: 'an erasure or a verification, in pages' },
  { tables: ['EventLogEntry'], calls: /^event-log-store: top/, reason: 'counts the values of a period' },
  {
    tables: ['Employee'],
    calls: /^(team-store: listPeople|plan-store: list): of departments/,
    reason: 'of departments',
  },
]

const WHOLE_READS: readonly Omit<PlanException, 'kind'>[] = [
  {
    tables: ['AuditSeal'],
    calls: /^audit-store: (newestSeal|sealNext)/,
    reason: 'by the key from the end, and stops at the first row',
  },
  {
    tables: ['EventLogEntry', 'OrganisationSync', 'FaultReport'],
    calls: /^(event-log-store: search|organisation-store: (lastRun|sourceInUse)|feedback-store: list)/,
    reason: 'by an index from the newest, and stops when the page is full',
  },
  {
    tables: ['EventLogEntry'],
    calls: /^event-log-store: top/,
    reason: 'nothing but an index, to count the field in it',
  },
  { tables: ['AuditSeal'], calls: /^audit-read: /, reason: 'a verification reads all seals anyway' },
  {
    tables: ['Attempt', 'VisitRecord', 'VisitRecordEdit', 'FaultReport', 'WecomCallback', 'ApprovalCard'],
    calls: /^encrypted-fields: (notUnderKey|count)/,
    reason: 'a change of keys goes through every row, in pages by the key',
  },
  {
    tables: ['Employee', 'EmployeeLeader'],
    calls: /^organisation-store: (load|hasPeople)$/,
    reason: 'a synchronisation compares everybody; hasPeople stops at the first row',
  },
  { tables: ['Employee'], calls: /^team-store: listPeople: everybody/, reason: 'everybody was asked for, in pages' },
  {
    tables: ['FieldPlan'],
    calls: /^site-store: create/,
    reason: 'SQLite plans for a foreign key check that only runs while one is deferred',
  },
]

export const PLAN_EXCEPTIONS: readonly PlanException[] = [
  ...SORTS.map((exception) => ({ ...exception, kind: 'sorts' as const })),
  ...WHOLE_READS.map((exception) => ({ ...exception, kind: 'reads all' as const })),
]
