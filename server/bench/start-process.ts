import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface StartedProcess {
  readonly url: string
  stop(): Promise<void>
}

/** Starts a TypeScript file as a process of its own and waits for the address that it prints. */
export async function startProcess(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<StartedProcess> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)
      if (found !== null) resolve(found[0])
    })
    void ended.then(() => reject(new Error(`${file} ended before it printed its address`)))
  })
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
