import { freeBytes } from './object-draft'
import { OssError } from './oss-error'

/** What uploads may still fill of the disk, those under way together. */
export interface Room {
  /**
   * Keeps room for an upload while it is under way.
   * @throws OssError ServiceUnavailable when it would leave less than the least on the disk
   */
  during<Result>(byteLength: number, upload: () => Promise<Result>): Promise<Result>
}

/**
 * @param folder absolute path; of uploads into it by other processes nothing is known
 * @param leastFreeBytes what has to be left on its disk
 */
export function createRoom(folder: string, leastFreeBytes: number): Room {
  /** What is written of these already counts twice, which errs on the safe side. */
  let bytesUnderWay = 0
  return {
    during: async (byteLength, upload) => {
      bytesUnderWay += byteLength
      try {
        // OSS knows no full disk; 503 makes a client try again later, which is right here too.
        if ((await freeBytes(folder)) - bytesUnderWay < leastFreeBytes) {
          throw new OssError('ServiceUnavailable', 'The store is almost full, please retry later.')
        }
        return await upload()
      } finally {
        bytesUnderWay -= byteLength
      }
    },
  }
}
