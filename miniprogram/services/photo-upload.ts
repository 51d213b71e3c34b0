/** One photo to where the server wants it: ask for a ticket, send the form, say so. Every step may be repeated. */
import type { Platform } from '../platform/platform'
import { failure, success, type Result } from '../result'
import type { Api } from './api'
import type { QueuedPhoto } from './queue-entry'

const UPLOAD_TIMEOUT_MS = 60_000
const ALREADY_THERE = /<Code>FileAlreadyExists<\/Code>/

/** `later`: the same again may help; `lost`: it is too late, or the file is gone or another. */
export type PhotoProblem = { readonly kind: 'later'; readonly retryAfterMs: number | null } | { readonly kind: 'lost' }

export type UploadPhoto = (
  attemptId: string,
  photo: QueuedPhoto,
  onProgress: (share: number) => void,
) => Promise<Result<void, PhotoProblem>>

export function createPhotoUpload(
  platform: Pick<Platform, 'http' | 'files'>,
  api: Pick<Api, 'photoTicket' | 'photoUploaded'>,
): UploadPhoto {
  return async (attemptId, photo, onProgress) => {
    const ticket = await api.photoTicket(attemptId, photo.sha256, photo.contentType)
    if (!ticket.ok) return failure(problemOf(ticket.problem))
    const { upload } = ticket.value
    if (upload === null) return success(undefined)

    const file = await platform.files.facts(photo.path)
    // A file that cannot be read now is there all the same.
    if (!file.ok && file.problem === 'failed') return failure({ kind: 'later', retryAfterMs: null })
    if (!file.ok || file.value.sha256 !== photo.sha256) return failure({ kind: 'lost' })
    const sent = await platform.http.upload({
      url: upload.url,
      filePath: photo.path,
      fileField: upload.fileField,
      fields: upload.fields,
      timeoutMs: UPLOAD_TIMEOUT_MS,
      onProgress,
    }).reply
    if (!sent.ok) return failure({ kind: 'later', retryAfterMs: null })
    // An object that is there already is this one: its name carries the hash, and an answer got lost.
    const { status, text } = sent.value
    if ((status < 200 || status >= 300) && !ALREADY_THERE.test(text))
      return failure({ kind: 'later', retryAfterMs: null })

    const told = await api.photoUploaded(attemptId, photo.sha256)
    return told.ok ? success(undefined) : failure(problemOf(told.problem))
  }
}

function problemOf(problem: {
  readonly kind: string
  readonly code?: string
  readonly action?: string
  readonly retryAfterMs?: number | null
}): PhotoProblem {
  const isFinal =
    problem.kind === 'refused' && (problem.code === 'PHOTO_DEADLINE_PASSED' || problem.code === 'NOT_FOUND')
  return isFinal ? { kind: 'lost' } : { kind: 'later', retryAfterMs: problem.retryAfterMs ?? null }
}
