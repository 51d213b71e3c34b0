import { extname } from 'node:path'
// Loaded here too: its native library has to stay in the process when the threads that use it end.
import 'sharp'
import type { PhotoToVerify, PhotoVerifier, VerifiedPhoto } from '../../ports/photo-verifier'
import { createThreadPool, ThreadLost } from './thread-pool'

/** Many times what the largest photo takes on a slow machine. */
const TIMEOUT_MS = 30_000
/** Threads that one picture may cost before it counts as damaged. */
const TRIES = 2

export interface PhotoVerifierOptions {
  /** Pictures decoded at once; each may need some hundred megabytes while it is. */
  readonly threads: number
  /** For one picture; a thread that takes longer is ended. */
  readonly timeoutMs?: number
  /** The module that the threads run. */
  readonly entry?: URL
}

const DECODE_ENTRY = new URL(`./photo-decode.thread${extname(import.meta.url)}`, import.meta.url)

/**
 * Verifies photos in worker threads. A picture over which two fresh threads are lost counts as damaged; it costs no
 * other picture anything. Rejects only for faults of ours: no thread can be started, or the verifier is closed.
 */
export function createPhotoVerifier(options: PhotoVerifierOptions): PhotoVerifier {
  const { threads, timeoutMs = TIMEOUT_MS, entry = DECODE_ENTRY } = options
  const pool = createThreadPool<PhotoToVerify, VerifiedPhoto>({ entry, threads, timeoutMs })
  return {
    verify: async (photo) => {
      for (let attempt = 1; attempt <= TRIES; attempt++) {
        try {
          // A copy to give away: the caller's bytes stay, and may be part of a larger buffer.
          const bytes = Uint8Array.from(photo.bytes)
          return await pool.run({ ...photo, bytes }, [bytes.buffer])
        } catch (fault) {
          if (!(fault instanceof ThreadLost)) throw fault
        }
      }
      return { verified: false, problem: 'damaged' }
    },
    close: () => pool.close(),
  }
}
