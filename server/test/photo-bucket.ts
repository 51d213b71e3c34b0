import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPhotoListener, type PhotoListenerOptions } from '../src/adapters/embedded/photos/photo-listener'
import { createEmbeddedPhotoStore } from '../src/adapters/embedded/photos/photo-store'
import { createRoom } from '../src/adapters/embedded/photos/room'
import type { PhotoStore } from '../src/ports/photo-store'
import type { LogLine } from './edge-app'
import { countingRandom, fixedClock, type FixedClock } from './fakes'
import { makeTempFolder } from './temp-folder'

export const BUCKET_NOW_MS = Date.UTC(2026, 10, 18, 16, 5, 9, 120)
export const BUCKET_KEY = { id: 'test-key', secret: 'test-secret', region: 'cn-hangzhou' }

export interface PhotoBucket {
  readonly store: PhotoStore
  readonly clock: FixedClock
  readonly folder: string
  readonly port: number
  readonly url: string
  readonly log: readonly LogLine[]
  /** Every file below the folder, drafts too. */
  files(): string[]
  close(): Promise<void>
}

/** The embedded photo store in a folder of its own, over real HTTP, with a clock that stands still. */
export async function startPhotoBucket({
  leastFreeBytes = 0,
  ...changes
}: Partial<PhotoListenerOptions> & { readonly leastFreeBytes?: number } = {}): Promise<PhotoBucket> {
  const temp = makeTempFolder()
  const clock = fixedClock(BUCKET_NOW_MS)
  const log: LogLine[] = []
  const write = (level: LogLine['level']) => (fields: LogLine['fields'], text: string) => {
    log.push({ level, fields, text })
  }
  const common = { folder: temp.path, bucket: 'test-bucket', accessKey: BUCKET_KEY }
  const server = createServer(
    createPhotoListener({
      ...common,
      largestObjectBytes: 1_000_000,
      room: createRoom(temp.path, leastFreeBytes),
      clock,
      random: countingRandom(1),
      log: { info: write('info'), warn: write('warn'), error: write('error') },
      ...changes,
    }),
  )
  const port = await listen(server)
  const url = `http://127.0.0.1:${port}`
  return {
    store: createEmbeddedPhotoStore({ ...common, random: countingRandom(2), baseUrl: () => url }),
    clock,
    folder: temp.path,
    port,
    url,
    log,
    files: () =>
      readdirSync(temp.path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      temp.remove()
    },
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
