import { PHOTO_VIEWS, type PhotoView } from '#contract/photos'

/** The key of a photo's bytes as the phone sent them: never shown to anyone, and the same for every ticket. */
export function photoKey(attemptId: string, sha256: string): string {
  return `attempts/${attemptId}/${sha256}`
}

/** The key of a view that the server made of it. */
export function viewKey(objectKey: string, view: PhotoView): string {
  return `${objectKey}.${view}.jpg`
}

/** Everything that may lie in the store for one photo. */
export function keysOfPhoto(objectKey: string): string[] {
  return [objectKey, ...PHOTO_VIEWS.map((view) => viewKey(objectKey, view))]
}
