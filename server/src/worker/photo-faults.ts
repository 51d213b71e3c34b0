import type { Log } from '../ports/log'

/**
 * Works on photos side by side. A fault of one goes to the log as a warning and keeps no other one back.
 * @returns how many had none
 */
export async function countWithoutFault<Photo extends { readonly attemptId: string; readonly sha256: string }>(
  log: Log,
  text: string,
  photos: readonly Photo[],
  work: (photo: Photo) => Promise<unknown>,
): Promise<number> {
  const done = await Promise.all(
    photos.map(async (photo) => {
      try {
        await work(photo)
        return true
      } catch (error) {
        log.warn({ attemptId: photo.attemptId, sha256: photo.sha256, err: error }, text)
        return false
      }
    }),
  )
  return done.filter(Boolean).length
}
