import { spawn, type ChildProcess } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CHILDREN = join(dirname(fileURLToPath(import.meta.url)), 'children')

export interface Child {
  readonly process: ChildProcess
  /** Resolves with the first match as soon as the child has printed one. */
  printed(text: string | RegExp): Promise<string>
  /** Resolves with everything the child printed; rejects with its errors when it failed. */
  readonly output: Promise<string>
}

/** Starts `server/test/children/<name>.ts` as a process of its own. */
export function startChild(name: string, ...args: string[]): Child {
  return startScript(join(CHILDREN, `${name}.ts`), args)
}

/** Starts a TypeScript file as a process of its own, with the given variables over ours. */
export function startScript(
  path: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    env: { ...process.env, ...environment },
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
      else reject(new Error(`${path} ended with ${code ?? signal}: ${errors}${out.slice(-2_000)}`))
    })
  })
  // Whoever kills a child on purpose does not wait for its output.
  output.catch(() => undefined)
  return {
    process: child,
    output,
    printed: (text) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const found = typeof text === 'string' ? (out.includes(text) ? text : undefined) : text.exec(out)?.[0]
          if (found !== undefined) resolve(found)
        }
        listeners.add(check)
        check()
        output.then(() => reject(new Error(`${path} ended without printing ${String(text)}`)), reject)
      }),
  }
}
