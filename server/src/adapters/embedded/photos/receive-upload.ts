import type { IncomingMessage } from 'node:http'
import type { Clock, Random } from '../../../ports/system'
import { checkUpload, type AllowedUpload } from './check-upload'
import { writeDraft } from './object-draft'
import { OssError } from './oss-error'
import type { AccessKey } from './signature-v4'
import type { Room } from './room'
import { openUploadForm } from './upload-form'

export interface UploadTarget {
  /** Absolute path. */
  readonly folder: string
  readonly bucket: string
  readonly accessKey: AccessKey
  readonly largestObjectBytes: number
  readonly room: Room
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
  const { folder, clock, random, room } = target
  const form = await openUploadForm(request)
  const allowed = checkUpload(form, clock.nowMs(), target.accessKey, target)
  const md5 = await room.during(allowed.mostBytes, async () => {
    const draft = await writeDraft(folder, form.file, allowed, random)
    try {
      await form.ended
      if (await draft.publish(allowed.key)) return draft.md5
      throw new OssError('FileAlreadyExists', 'The object you specified already exists and can not be overwritten.')
    } finally {
      await draft.discard()
    }
  })
  return { key: allowed.key, md5, successStatus: allowed.successStatus }
}
