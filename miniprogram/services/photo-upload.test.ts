import type { Disk } from '../test/fake-platform'
import { createFakePlatform, emptyDisk, json, refusal, settle, START_MS } from '../test/fake-platform'
import { createBoundPhone, createServer } from '../test/phone'
import { siteReply, slotReply } from '../test/replies'
import { failure, success } from '../result'
import { createServices, type Services } from './services'
import { isStale, PHOTO_FRESH_MS } from './take-photo'

const STORED = success({ status: 200, headers: {}, text: '' })
const THERE_ALREADY = success({ status: 409, headers: {}, text: '<Error><Code>FileAlreadyExists</Code></Error>' })

async function photoOf(services: Services) {
  const photo = await services.takePhoto({}, () => [])
  if (!photo.ok) throw new Error(photo.problem)
  return photo.value
}

/** The photo store: an object comes in whole or not at all, and is never overwritten. */
function createStore() {
  const objects: string[] = []
  return {
    objects,
    put(filePath: string) {
      if (objects.includes(filePath)) return THERE_ALREADY
      objects.push(filePath)
      return STORED
    },
  }
}

async function submitWithPhotos(services: Services, count: number) {
  const photos = []
  for (let index = 0; index < count; index++) photos.push(await photoOf(services))
  void services.submitCheckIn({
    slot: slotReply(),
    site: siteReply(),
    place: { location: null, wifi: null, network: '4g' },
    photos,
    tappedAtMs: START_MS,
  })
  await settle()
  return photos
}

describe('taking a photo', () => {
  it('tells what it is, and when it was taken', async () => {
    const { services, controls } = await createBoundPhone()
    const photo = await photoOf(services)
    expect(photo).toMatchObject({ contentType: 'image/jpeg', takenAtMs: expect.any(Number) as number })
    expect(controls.disk.files.get(photo.path)).toEqual({ sha256: photo.sha256, byteLength: photo.byteLength })
  })

  it.each([
    ['larger than the server takes', 11 * 1024 * 1024, 'too_large'],
    ['empty', 0, 'failed'],
  ])('keeps no file that is %s', async (_, byteLength, problem) => {
    const { services, platform, controls } = await createBoundPhone()
    const take = platform.camera.takePhoto.bind(platform.camera)
    platform.camera.takePhoto = async () => {
      const taken = await take()
      if (taken.ok) controls.disk.files.set(taken.value, { sha256: 'a'.repeat(64), byteLength })
      return taken
    }
    expect(await services.takePhoto({}, () => [])).toEqual(failure(problem))
    expect(controls.disk.files.size).toBe(0)
  })

  it.each([
    [0, false],
    [PHOTO_FRESH_MS, false],
    [PHOTO_FRESH_MS + 1, true],
    [-PHOTO_FRESH_MS - 1, true],
  ])('is too old %d ms afterwards: %p', (ageMs, stale) => {
    expect(isStale({ takenAtMs: 1_000_000_000 }, 1_000_000_000 + ageMs)).toBe(stale)
  })
})

describe('a photo half uploaded when the app is killed', () => {
  async function dieDuringUpload(disk: Disk, arrives: boolean) {
    await createBoundPhone(disk)
    const dying = createFakePlatform(disk)
    const server = createServer()
    const store = createStore()
    dying.controls.answer(server.handle)
    const services = createServices({
      ...dying,
      http: {
        ...dying.http,
        upload({ filePath, onProgress }) {
          onProgress?.(0.5)
          if (arrives) store.put(filePath)
          return { reply: new Promise(() => {}), abort: () => {} }
        },
      },
    })
    const photos = await submitWithPhotos(services, 2)
    return { server, store, photos }
  }

  it.each([
    ['half of it is sent again, whole', false],
    ['one that got through is found there, and not sent twice', true],
  ])('%s', async (_, arrives) => {
    const disk = emptyDisk()
    const { server, store, photos } = await dieDuringUpload(disk, arrives)
    expect(store.objects).toEqual(arrives ? [photos[0]?.path] : [])

    const risen = await createBoundPhone(disk)
    const told: string[] = []
    risen.controls.answer((request) => {
      if (request.url.endsWith('/uploaded')) told.push(request.url.split('/').slice(-2)[0] ?? '')
      return server.handle(request)
    })
    risen.controls.answerUploads(({ filePath }) => store.put(filePath))
    await risen.services.queue.run()
    await settle()
    expect(server.recorded.size).toBe(1)
    expect(store.objects).toEqual(photos.map(({ path }) => path))
    expect(told).toEqual(photos.map(({ sha256 }) => sha256))
    expect(await risen.services.queue.entries()).toEqual([])
    expect(disk.files.size).toBe(0)
  })

  it('goes on with the rest: what is in already is neither read nor sent again', async () => {
    const disk = emptyDisk()
    const first = await createBoundPhone(disk)
    const server = createServer()
    const store = createStore()
    first.controls.answer(server.handle)
    let uploads = 0
    first.controls.answerUploads(({ filePath }) => (++uploads === 1 ? store.put(filePath) : failure('unreachable')))
    const photos = await submitWithPhotos(first.services, 3)
    expect(store.objects).toEqual([photos[0]?.path])

    const risen = await createBoundPhone(disk)
    risen.controls.answer(server.handle)
    risen.controls.answerUploads(({ filePath }) => store.put(filePath))
    await risen.services.queue.run()
    await settle()
    expect(risen.controls.uploads.map(({ filePath }) => filePath)).toEqual(photos.slice(1).map(({ path }) => path))
    expect(disk.files.size).toBe(0)
  })
})

describe('uploading', () => {
  it('tells its progress by hash, and forgets it when it is in', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(createServer().handle)
    controls.answerUploads(() => STORED)
    const shares: (number | undefined)[] = []
    let sha256 = ''
    services.queue.onChange(({ progress }) => shares.push(progress[sha256]))
    const photo = await photoOf(services)
    sha256 = photo.sha256
    await services.submitCheckIn({
      slot: slotReply(),
      site: siteReply(),
      place: { location: null, wifi: null, network: '4g' },
      photos: [photo],
      tappedAtMs: START_MS,
    })
    await settle()
    expect(shares).toContain(0.5)
    expect(shares[shares.length - 1]).toBeUndefined()
  })

  it.each([
    ['the store refuses the form', () => success({ status: 403, headers: {}, text: '<Error/>' }), 'waiting'],
    ['the store is away', () => failure('unreachable' as const), 'waiting'],
  ])('tries again when %s', async (_, answer, state) => {
    const { services, controls } = await createBoundPhone()
    controls.answer(createServer().handle)
    controls.answerUploads(answer)
    await submitWithPhotos(services, 1)
    expect(await services.queue.entries()).toMatchObject([{ photos: [{ state }] }])
  })

  it.each([
    ['its bytes are not what was signed', 'changed'],
    ['its file is gone', 'gone'],
  ])('gives a photo up when %s, and does not send it', async (_, how) => {
    const { services, controls } = await createBoundPhone()
    const [photo] = await submitWithPhotos(services, 1)
    if (how === 'gone') controls.disk.files.delete(photo!.path)
    else controls.disk.files.set(photo!.path, { sha256: 'b'.repeat(64), byteLength: 5 })
    controls.answer(createServer().handle)
    await services.queue.run()
    await settle()
    expect(controls.uploads).toEqual([])
    expect(await services.queue.entries()).toEqual([])
  })

  it('sends nothing that the server has read already', async () => {
    const { services, controls } = await createBoundPhone()
    const server = createServer()
    controls.answer((request) =>
      request.url.endsWith('/ticket') ? json(200, { photo: {}, upload: null }) : server.handle(request),
    )
    await submitWithPhotos(services, 1)
    expect(controls.uploads).toEqual([])
    expect(await services.queue.entries()).toEqual([])
  })

  it('waits when the server gives no ticket now', async () => {
    const { services, controls } = await createBoundPhone()
    const server = createServer()
    controls.answer((request) =>
      request.url.endsWith('/ticket') ? refusal(429, 'TOO_MANY_REQUESTS') : server.handle(request),
    )
    await submitWithPhotos(services, 1)
    expect(await services.queue.entries()).toMatchObject([{ photos: [{ state: 'waiting' }] }])
  })
})
