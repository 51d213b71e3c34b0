/** A worker thread that does as its job says; `count` says how many jobs it had. */
import { parentPort, workerData } from 'node:worker_threads'
import { THREAD_READY } from '../../src/adapters/system/thread-pool'

export interface ThreadJob {
  readonly act: 'answer' | 'throw' | 'exit' | 'reject' | 'hang' | 'exhaust'
  readonly bytes?: Uint8Array
}

export interface ThreadAnswer {
  readonly count: number
  readonly byteLength: number
  readonly workerData: unknown
}

let count = 0

parentPort?.on('message', ({ act, bytes }: ThreadJob) => {
  count++
  switch (act) {
    case 'answer':
      return parentPort?.postMessage({ count, byteLength: bytes?.length ?? 0, workerData } satisfies ThreadAnswer)
    case 'throw':
      throw new Error('as told')
    case 'exit':
      return process.exit(0)
    case 'reject':
      return void Promise.reject(new Error('as told'))
    case 'hang':
      for (;;);
    case 'exhaust': {
      const kept: unknown[][] = []
      for (;;) kept.push(new Array(2_000_000).fill(kept))
    }
  }
})
parentPort?.postMessage(THREAD_READY)
