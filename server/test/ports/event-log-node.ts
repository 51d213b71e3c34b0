/**
 * A real Elasticsearch node of a test's own, which may be killed. TEST_ELASTICSEARCH_NODE names the program that starts
 * one: called with `--port N --data DIR` it prints `ready <address>`, and keeps its indices in DIR.
 */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { makeTempFolder } from '../temp-folder'

/** `describe` when there is such a program; else it says in the results that what follows was left out. */
export function describeOnOwnNode(name: string, define: (program: string) => void): void {
  const program = process.env['TEST_ELASTICSEARCH_NODE']
  if (program !== undefined) describe(name, () => define(program))
  else it.skip(`${name}: left out, TEST_ELASTICSEARCH_NODE is not set`, () => {})
}

export interface OwnNode {
  /** The same over all its lives. */
  readonly url: string
  /** Comes back when it answers; on the same port with the same data as before. */
  start(): Promise<void>
  /** SIGKILL: nothing is finished. */
  kill(): Promise<void>
  /** Stops it if it runs, and deletes its data. */
  close(): Promise<void>
}

/** Not started yet. */
export async function prepareOwnNode(program: string): Promise<OwnNode> {
  const folder = makeTempFolder()
  const data = join(folder.path, 'data')
  mkdirSync(data)
  const port = await freePort()
  let end: ((signal: NodeJS.Signals) => Promise<void>) | null = null

  const start = async () => {
    // A group of its own: the program starts the node as a child, and both have to go. Its other files lie beside the data.
    const child = spawn(program, ['--port', String(port), '--data', data], {
      ...{ detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: folder.path } },
    })
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
    const pid = await new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('spawn', () => resolve(child.pid as number))
    })
    end = (signal) => {
      end = null
      process.kill(-pid, signal)
      return ended
    }
    let said = ''
    await new Promise<void>((resolve, reject) => {
      const hear = (bytes: Buffer) => {
        said += bytes.toString()
        if (/^ready /m.test(said)) resolve()
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      void ended.then(() => reject(new Error(`${program} ended: ${said.slice(-2_000)}`)))
    })
  }

  return {
    url: `http://127.0.0.1:${port}`,
    start,
    kill: async () => end?.('SIGKILL'),
    close: async () => {
      await end?.('SIGKILL')
      folder.remove()
    },
  }
}

/** A node says its port once, and has to have the same one after its death. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}
