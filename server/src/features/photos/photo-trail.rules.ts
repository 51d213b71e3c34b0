import type { PhotoProblem, PhotoType, PhotoView } from '#contract/photos'

interface NamedPhoto {
  readonly attemptId: string
  readonly employeeId: string
  readonly sha256: string
}

const subjectOf = ({ attemptId }: NamedPhoto) => ({ kind: 'attempt', id: attemptId })
const byEmployee = (id: string) => ({ kind: 'employee', id }) as const

export function ticketTrail(
  photo: NamedPhoto,
  ticket: { readonly contentType: PhotoType; readonly expiresAtMs: number },
  requestId: string,
) {
  const entry = {
    actor: byEmployee(photo.employeeId),
    action: 'photo.ticket_given',
    subject: subjectOf(photo),
    requestId,
    detail: { sha256: photo.sha256, ...ticket },
  }
  return { audit: [entry], events: [] }
}

/** A look at somebody else's photo. */
export function viewTrail(photo: NamedPhoto, view: PhotoView, viewerId: string, requestId: string) {
  const { employeeId, sha256 } = photo
  const entry = {
    actor: byEmployee(viewerId),
    action: 'photo.viewed',
    subject: subjectOf(photo),
    requestId,
    detail: { employeeId, sha256, view },
  }
  return { audit: [entry], events: [] }
}

/** The year is over. */
export function expiredTrail({ attemptId, sha256 }: Pick<NamedPhoto, 'attemptId' | 'sha256'>) {
  const entry = {
    actor: { kind: 'system', id: 'worker' },
    action: 'photo.expired',
    subject: { kind: 'attempt', id: attemptId },
    requestId: null,
    detail: { sha256 },
  } as const
  return { audit: [entry], events: [] }
}

/** @param problem null: it was verified */
export function verdictTrail(eventId: string, photo: NamedPhoto, problem: PhotoProblem | null) {
  const { attemptId, employeeId, sha256 } = photo
  const type = problem === null ? 'photo.verified' : 'photo.failed'
  const detail = { attemptId, employeeId, sha256, problem }
  return {
    audit: [
      { actor: { kind: 'system', id: 'worker' }, action: type, subject: subjectOf(photo), requestId: null, detail },
    ],
    events: [{ id: eventId, aggregateKey: `employee:${employeeId}`, type, payload: detail }],
  } as const
}
