import { spawn, type ChildProcess } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CHILDREN = join(dirname(fileURLToPath(import.meta.url)), 'children')

export interface Child {
  readonly process: ChildProcess
  /** Resolves as soon as the child has printed the text. */
  printed(text: string): Promise<void>
  /** Resolves with everything the child printed; rejects with its errors when it failed. */
  readonly output: Promise<string>
}

/** Starts `server/test/children/<name>.ts` as a process of its own. */
export function startChild(name: string, ...args: string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', join(CHILDREN, `${name}.ts`), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let errors = ''
  const listeners = new Set<() => void>()
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString()
    for (const listener of listeners) listener()
  })
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString()
  })
  const output = new Promise<string>((resolve, reject) => {
    child.on('close', (code, signal) => {
      if (code === 0) resolve(out)
      else reject(new Error(`${name} ended with ${code ?? signal}: ${errors}`))
    })
  })
  return {
    process: child,
    output,
    printed: (text) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (out.includes(text)) resolve()
        }
        listeners.add(check)
        check()
        output.then(() => reject(new Error(`${name} ended without printing ${text}`)), reject)
      }),
  }
}
