/** Runs in a worker thread: one photo per message, one answer each. See photo-verifier.ts. */
import { parentPort } from 'node:worker_threads'
import type { PhotoToVerify, VerifiedPhoto } from '../../ports/photo-verifier'
import { verifyPhoto } from './photo-decode'
import { THREAD_READY } from './thread-pool'

const port = parentPort
if (port === null) throw new Error('photo-decode.thread runs in a worker thread only')

port.on('message', (photo: PhotoToVerify) => {
  // A fault of ours is left uncaught: it ends this thread, and the pool starts another.
  void verifyPhoto(photo).then((result) => port.postMessage(result, buffersOf(result)))
})
port.postMessage(THREAD_READY)

function buffersOf(result: VerifiedPhoto): ArrayBuffer[] {
  return result.verified ? [result.thumbnail, result.display].map(({ buffer }) => buffer as ArrayBuffer) : []
}
