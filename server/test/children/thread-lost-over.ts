/** A decoding thread that ends over pictures that begin with `bad`. */
import { parentPort } from 'node:worker_threads'
import type { PhotoToVerify, VerifiedPhoto } from '../../src/ports/photo-verifier'
import { THREAD_READY } from '../../src/adapters/system/thread-pool'

parentPort?.on('message', ({ bytes }: PhotoToVerify) => {
  if (Buffer.from(bytes).toString().startsWith('bad')) throw new Error('lost')
  parentPort?.postMessage({ verified: false, problem: 'type' } satisfies VerifiedPhoto)
})
parentPort?.postMessage(THREAD_READY)
