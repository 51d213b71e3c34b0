/** A line to a server that can break: every connection runs through it. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type LineFault =
  /** Connections are cut as soon as they come. */
  | 'down'
  /** Requests arrive, answers do not: the connection is cut instead. */
  | 'deaf'
  /** Requests stay on the way until the line is mended. */
  | 'stuck'
  /** Answers come, but late. */
  | 'slow'

export interface FaultyLine {
  readonly url: string
  break(fault: LineFault): void
  /** Open connections are cut, new ones work. */
  mend(): void
  /** Resolves when a request, or a connection that was cut, came while the line was broken. */
  untilRequested(): Promise<void>
  close(): Promise<void>
}

/** @param lateMs by how much a slow line holds answers back */
export async function openFaultyLine(target: string, lateMs = 500): Promise<FaultyLine> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let fault: LineFault | null = null
  let requested = () => {}
  let whenRequested = Promise.resolve()

  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  }
  const cutAll = () => sockets.forEach((socket) => socket.destroy())
  const server = createServer((near) => {
    keep(near)
    if (fault === 'down') {
      requested()
      return near.destroy()
    }
    const far = connect(Number(port), hostname)
    keep(far)
    near.on('data', (bytes) => {
      if (fault !== null) requested()
      if (fault !== 'stuck') far.write(bytes)
    })
    far.on('data', (bytes) => {
      if (fault === 'deaf') near.destroy()
      else if (fault === 'slow') setTimeout(() => near.write(bytes), lateMs)
      else near.write(bytes)
    })
    near.on('close', () => far.end())
    far.on('close', () => near.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    break: (next) => {
      fault = next
      whenRequested = new Promise((resolve) => (requested = resolve))
      if (next === 'down') cutAll()
    },
    mend: () => {
      fault = null
      cutAll()
    },
    untilRequested: () => whenRequested,
    close: () => {
      cutAll()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
