import type { IncomingMessage } from 'node:http'
import type { Clock, Random } from '../../../ports/system'
import { checkUpload, type AllowedUpload } from './check-upload'
import { freeBytes, writeDraft } from './object-draft'
import { OssError } from './oss-error'
import type { AccessKey } from './signature-v4'
import { openUploadForm } from './upload-form'

export interface UploadTarget {
  /** Absolute path. */
  readonly folder: string
  readonly bucket: string
  readonly accessKey: AccessKey
  readonly largestObjectBytes: number
  /** Uploads are refused when they would leave less than this on the disk. */
  readonly leastFreeBytes: number
  readonly clock: Clock
  readonly random: Random
}

export interface ReceivedUpload {
  readonly key: string
  /** Upper-case hex. */
  readonly md5: string
  readonly successStatus: AllowedUpload['successStatus']
}

/**
 * Takes one PostObject form. Nothing of the file is stored before its form is found good, and an object that is there
 * is never overwritten, with or without `x-oss-forbid-overwrite`.
 * @throws OssError; then nothing is left behind
 */
export async function receiveUpload(request: IncomingMessage, target: UploadTarget): Promise<ReceivedUpload> {
  const { folder, clock, random } = target
  const form = await openUploadForm(request)
  const allowed = checkUpload(form, clock.nowMs(), target.accessKey, target)
  await requireRoom(target, allowed.mostBytes)
  const draft = await writeDraft(folder, form.file, allowed, random)
  try {
    await form.ended
    if (!(await draft.publish(allowed.key))) {
      throw new OssError('FileAlreadyExists', 'The object you specified already exists and can not be overwritten.')
    }
  } finally {
    await draft.discard()
  }
  return { key: allowed.key, md5: draft.md5, successStatus: allowed.successStatus }
}

/** OSS knows no full disk; 503 makes a client try again later, which is right here too. */
async function requireRoom({ folder, leastFreeBytes }: UploadTarget, byteLength: number): Promise<void> {
  if ((await freeBytes(folder)) - byteLength >= leastFreeBytes) return
  throw new OssError('ServiceUnavailable', 'The store is almost full, please retry later.')
}
