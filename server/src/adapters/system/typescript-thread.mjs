/**
 * Starts a worker thread whose entry is TypeScript (`workerData.typescriptEntry`, a file address). Node 20 ignores
 * `--import tsx` in threads, so the loader is registered from within; started so, it works under tsx and under jest alike.
 */
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.typescriptEntry)
