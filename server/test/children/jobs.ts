/** A process of a pool that does as its job says; `count` says how many jobs it had. */
import { serveJobs } from '../../src/adapters/system/pool-process'

export interface Job {
  readonly act: 'answer' | 'throw' | 'exit' | 'abort' | 'uncaught' | 'hang' | 'exhaust'
  readonly bytes?: Uint8Array
}

export interface JobAnswer {
  readonly count: number
  readonly processId: number
  readonly byteLength: number
  readonly variables: readonly string[]
}

let count = 0

serveJobs<Job>(async ({ act, bytes }) => {
  count++
  switch (act) {
    case 'answer': {
      const variables = Object.keys(process.env)
      return { count, processId: process.pid, byteLength: bytes?.length ?? 0, variables } satisfies JobAnswer
    }
    case 'throw':
      throw new Error('as told')
    case 'exit':
      return process.exit(0)
    case 'abort':
      return process.abort()
    case 'uncaught':
      setImmediate(() => {
        throw new Error('as told')
      })
      return new Promise(() => undefined)
    case 'hang':
      for (;;);
    case 'exhaust': {
      const kept: unknown[][] = []
      for (;;) kept.push(new Array(2_000_000).fill(kept))
    }
  }
})
