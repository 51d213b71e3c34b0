import type { PhotoListReply, PhotoReply, PhotoTicketReply } from '#contract/api-photos'
import type { PhotoRecord, PhotosOfAttempt } from '../../ports/photo-record-store'
import type { PhotoTicket } from './upload-photo.usecase'

export function presentPhoto(photo: PhotoRecord): PhotoReply {
  return {
    sha256: photo.sha256,
    byteLength: photo.byteLength,
    takenAt: isoOf(photo.takenAtMs),
    state: photo.state,
    problem: photo.problem,
    widthPixels: photo.widthPixels,
    heightPixels: photo.heightPixels,
    verifiedAt: photo.verifiedAtMs === null ? null : isoOf(photo.verifiedAtMs),
  }
}

export function presentPhotos({ photos, deadlineMs }: PhotosOfAttempt): PhotoListReply {
  return { items: photos.map(presentPhoto), deadline: deadlineMs === null ? null : isoOf(deadlineMs) }
}

export function presentTicket({ photo, upload }: PhotoTicket): PhotoTicketReply {
  if (upload === null) return { photo: presentPhoto(photo), upload: null }
  const { url, fields, expiresAtMs } = upload
  return { photo: presentPhoto(photo), upload: { url, fields, fileField: 'file', expiresAt: isoOf(expiresAtMs) } }
}

export function presentView({ url, expiresAtMs }: { readonly url: string; readonly expiresAtMs: number }) {
  return { url, expiresAt: isoOf(expiresAtMs) }
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString()
}
