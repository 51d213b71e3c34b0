import { extname } from 'node:path'
import type { PhotoToVerify, PhotoVerifier, VerifiedPhoto } from '../../ports/photo-verifier'
import { createProcessPool, JobLost } from './process-pool'

/** Many times what the largest photo takes on a slow machine. */
const TIMEOUT_MS = 30_000

export interface PhotoVerifierOptions {
  /** Pictures decoded at once, each in a process; each may need some hundred megabytes while it is. */
  readonly processes: number
  /** For one picture; a process that takes longer is killed. */
  readonly timeoutMs?: number
  /** The module that the processes run. */
  readonly entry?: URL
}

const DECODE_ENTRY = new URL(`./photo-decode.process${extname(import.meta.url)}`, import.meta.url)

/** Verifies photos in processes of their own: whatever a picture does to its decoder, it costs no other one anything. */
export function createPhotoVerifier(options: PhotoVerifierOptions): PhotoVerifier {
  const { processes, timeoutMs = TIMEOUT_MS, entry = DECODE_ENTRY } = options
  const pool = createProcessPool<PhotoToVerify, VerifiedPhoto>({ entry, processes, timeoutMs })
  return {
    verify: async (photo) => {
      try {
        return await pool.run(photo)
      } catch (fault) {
        if (fault instanceof JobLost) return { verified: null, cause: fault }
        throw fault
      }
    },
    close: () => pool.close(),
  }
}
