/** A decoder that crashes over pictures that begin with `bad`, as native code does. */
import { serveJobs } from '../../src/adapters/system/pool-process'
import type { PhotoToVerify, VerifiedPhoto } from '../../src/ports/photo-verifier'

serveJobs(async ({ bytes }: PhotoToVerify): Promise<VerifiedPhoto> => {
  if (Buffer.from(bytes).toString().startsWith('bad')) process.abort()
  return { verified: false, problem: 'type' }
})
