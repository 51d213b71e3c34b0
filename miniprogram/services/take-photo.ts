/** A site photo: taken now, its watermark written into it, compressed, hashed, and kept until the server has it. */
import { LARGEST_PHOTO_BYTES, WATERMARK_BAND_SHARE } from '../contract/photos'
import type { CameraProblem, CanvasNode, Platform } from '../platform/platform'
import { failure, success, type Result } from '../result'
import type { QueuedPhoto } from './queue-entry'

/** The server refuses a photo taken 10 minutes before the check-in; this leaves time to send it. */
export const PHOTO_FRESH_MS = 9.5 * 60_000

const LONGEST_SIDE_PIXELS = 1_600
const QUALITY = 0.8

export type NewPhoto = Omit<QueuedPhoto, 'state'>
export type PhotoTakingProblem = CameraProblem | 'full' | 'too_large'

/** @param lines of the watermark: name, time, place */
export type TakePhoto = (
  canvas: CanvasNode,
  lines: (takenAtMs: number) => readonly string[],
) => Promise<Result<NewPhoto, PhotoTakingProblem>>

export function createTakePhoto(platform: Pick<Platform, 'camera' | 'pictures' | 'files' | 'time'>): TakePhoto {
  return async (canvas, lines) => {
    const taken = await platform.camera.takePhoto()
    if (!taken.ok) return taken
    const takenAtMs = platform.time.nowMs()
    const stamped = await platform.pictures.stamp({
      canvas,
      photoPath: taken.value,
      lines: lines(takenAtMs),
      bandShare: WATERMARK_BAND_SHARE,
      longestSidePixels: LONGEST_SIDE_PIXELS,
      quality: QUALITY,
    })
    if (!stamped.ok) return failure(stamped.problem)
    const keptPhoto = await platform.files.keep(stamped.value)
    if (!keptPhoto.ok) return failure(keptPhoto.problem)
    const facts = await platform.files.facts(keptPhoto.value)
    if (facts.ok && facts.value.byteLength > 0 && facts.value.byteLength <= LARGEST_PHOTO_BYTES) {
      return success({ path: keptPhoto.value, ...facts.value, takenAtMs, contentType: 'image/jpeg' })
    }
    await platform.files.remove(keptPhoto.value)
    return failure(facts.ok && facts.value.byteLength > 0 ? 'too_large' : 'failed')
  }
}

/** Whether it was taken too long ago to be sent with a check-in now. */
export function isStale({ takenAtMs }: Pick<NewPhoto, 'takenAtMs'>, nowMs: number): boolean {
  return Math.abs(nowMs - takenAtMs) > PHOTO_FRESH_MS
}
