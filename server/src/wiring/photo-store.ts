import { LARGEST_PHOTO_BYTES } from '#contract/photos'
import { sweepDrafts } from '../adapters/embedded/photos/object-draft'
import { createPhotoListener } from '../adapters/embedded/photos/photo-listener'
import { createEmbeddedPhotoStore } from '../adapters/embedded/photos/photo-store'
import { createRoom } from '../adapters/embedded/photos/room'
import { publicUrl, type Config } from '../config'
import type { Mount } from '../http/mount'
import type { Log } from '../ports/log'
import type { PhotoStore } from '../ports/photo-store'
import type { Random } from '../ports/system'
import type { Sources } from './platform'

const MOUNT_PATH = '/embedded-photos'

/**
 * The photo store as every process opens it: web, worker, several of each.
 * @param webPort the port that the web process listens on; asked at each signing, as it may be known only then
 */
export function createPhotoStorage(
  config: Config,
  { random, log }: { readonly random: Random; readonly log?: Log },
  webPort: () => number = () => config.port,
): PhotoStore {
  const { oss } = config
  if (oss !== null) {
    return openedLater(async () => (await import('./oss-photo-store')).openOssPhotoStore(oss, log))
  }
  return createEmbeddedPhotoStore({
    ...bucketOf(config),
    random,
    baseUrl: () => `${publicUrl(config, webPort())}${MOUNT_PATH}`,
  })
}

/** Who keeps photos in a folder does not load OSS's package. */
function openedLater(open: () => Promise<PhotoStore>): PhotoStore {
  let opened: Promise<PhotoStore> | undefined
  const store = () => (opened ??= open())
  return {
    signUpload: async (terms, nowMs) => (await store()).signUpload(terms, nowMs),
    signRead: async (key, expiresAtMs, nowMs) => (await store()).signRead(key, expiresAtMs, nowMs),
    head: async (key) => (await store()).head(key),
    read: async (key, mostBytes) => (await store()).read(key, mostBytes),
    write: async (key, bytes, contentType) => (await store()).write(key, bytes, contentType),
    delete: async (key) => (await store()).delete(key),
  }
}

/** Clears what killed processes left of uploads, and of views; OSS leaves nothing half written. */
export async function sweepPhotoStorage(
  { oss, photoStore }: Config,
  { random }: { readonly random: Random },
): Promise<void> {
  if (oss === null) await sweepDrafts(photoStore.folder, random)
}

/** Where uploads and signed reads of the embedded store arrive: in the web process. */
export async function openPhotoMount(config: Config, parts: Sources & { readonly log: Log }): Promise<Mount> {
  const { folder, leastFreeBytes } = config.photoStore
  await sweepPhotoStorage(config, parts)
  const handle = createPhotoListener({
    ...parts,
    ...bucketOf(config),
    room: createRoom(folder, leastFreeBytes),
    largestObjectBytes: LARGEST_PHOTO_BYTES,
  })
  return { prefix: MOUNT_PATH, handle }
}

/** Names in OSS's form; what keeps others out is the secret alone. */
function bucketOf({ photoStore }: Config) {
  return {
    folder: photoStore.folder,
    bucket: 'waiqin-photos',
    accessKey: { id: 'embedded', secret: photoStore.secret, region: 'local' },
  }
}
