import { fileURLToPath } from 'node:url'
import { startScript, type Child } from './start-child'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export interface WebProcess {
  readonly url: string
  /** Lets it finish what it accepted. */
  stop(): Promise<void>
  /** SIGKILL: nothing is finished. */
  kill(): Promise<void>
}

/** Starts a TypeScript server of its own process and waits for the address that it prints. */
export async function startServerProcess(
  path: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<WebProcess> {
  const child = startScript(path, args, environment)
  const ended = new Promise<void>((resolve) => child.process.once('close', () => resolve()))
  const url = await child.printed(/http:\/\/127\.0\.0\.1:\d+/)
  const end = (signal: NodeJS.Signals) => {
    child.process.kill(signal)
    return ended
  }
  return { url, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** The product's web process. */
export function startWebProcess(environment: Readonly<Record<string, string>>): Promise<WebProcess> {
  return startServerProcess(MAIN, ['web'], environment)
}

/** The product's worker process. */
export function startWorkerProcess(environment: Readonly<Record<string, string>>): Child {
  return startScript(MAIN, ['worker'], environment)
}
