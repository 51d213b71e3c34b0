import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Server as NetServer, type AddressInfo } from 'node:net'
import type { Lifecycle } from './lifecycle'

export interface RunningServer {
  /** `http://host:port` with the port that was really taken. */
  readonly url: string
  readonly port: number
  /** Stops accepting, answers what it accepted (at most the grace), then ends. Calling it again waits for the same end. */
  close(): Promise<void>
}

export interface ServerOptions {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  readonly host: string
  /** 0: a free port. */
  readonly port: number
  readonly lifecycle: Lifecycle
  readonly graceSeconds: number
  /**
   * So long it still serves whoever comes, but is not ready and keeps no connection: time for proxies in front to let go
   * of it. 0 or absent: none stands there.
   */
  readonly drainSeconds?: number
}

/** Between connecting and asking, for a proxy that is busy. */
const LAST_COMERS_MS = 1_000

/** @throws the listen error, e.g. with code EADDRINUSE */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { lifecycle } = options
  const server = createServer(
    // A photo on a bad line may take the minute that `wx.uploadFile` waits.
    { headersTimeout: 10_000, requestTimeout: 70_000, keepAliveTimeout: 75_000 },
    (request, response) => {
      lifecycle.begin()
      response.once('close', () => lifecycle.end())
      if (lifecycle.leaving) response.setHeader('connection', 'close')
      options.handle(request, response)
    },
  )
  server.listen(options.port, options.host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const stop = async (): Promise<void> => {
    lifecycle.leave()
    const closed = once(server, 'close')
    if (options.drainSeconds) await pause(options.drainSeconds * 1_000)
    // net's close only stops listening. http's own would cut idle connections at once, and with them requests that are
    // on their way: those get their 503 first, or an answer where somebody may have connected a moment ago.
    NetServer.prototype.close.call(server)
    if (options.drainSeconds) await pause(LAST_COMERS_MS)
    lifecycle.stop()
    const grace = setTimeout(() => server.closeAllConnections(), options.graceSeconds * 1_000)
    await lifecycle.idle()
    // Answers "not running", which it is no longer; ends idle connections and http's own timers.
    server.close(() => undefined)
    await closed
    clearTimeout(grace)
  }
  let ending: Promise<void> | null = null
  const shownHost = options.host.includes(':') ? `[${options.host}]` : options.host
  return { url: `http://${shownHost}:${port}`, port, close: () => (ending ??= stop()) }
}

const pause = (delayMs: number) => new Promise((resolve) => setTimeout(resolve, delayMs))
