/** A check-in with a photo whose bytes go to OSS: while OSS is away, when it is back, and when it is set up wrongly. */
import { createHash, randomUUID } from 'node:crypto'
import type { CheckInReply } from '#contract/api'
import type { PhotoTicketReply, PhotoListReply, PhotoViewReply } from '#contract/api-photos'
import type { Fence } from '#contract/place'
import { seedRule, seedShift, seedSite } from '../../../prisma/seed/builders'
import { createPhone } from '../../demo/api-client'
import { createPhoneKey } from '../../demo/phone-key'
import { fixAt, placeInside } from '../../demo/place'
import { systemClock } from '../../src/adapters/system/system'
import { localDate } from '../../src/features/shifts/zone-time.rules'
import { fixedClock } from '../fakes'
import { OSS_KEY, OSS_PLACE, startOssBench, type OssBench } from '../oss-bench'
import { openPhotoWorker, type PhotoWorker } from '../photo-worker'
import { scene } from '../pictures'
import { sendUpload } from '../ports/photo-store'
import { addPerson, factsOf, sendOk, startApp, type App } from '../start-app'

const FENCE: Fence = { kind: 'circle', centre: { latitude: 31.2041, longitude: 121.5907 }, radiusMetres: 150 }
const MINUTE_MS = 60_000

let bench: OssBench
let app: App
let worker: PhotoWorker
/** The worker's own, so that a look that was put off is due at once. */
const workerClock = fixedClock(0)

beforeAll(async () => {
  bench = await startOssBench()
  app = await startApp({
    environment: {
      PHOTO_STORE: 'oss',
      OSS_BUCKET: OSS_PLACE.bucket,
      OSS_REGION: OSS_PLACE.region,
      OSS_DOMAIN: bench.url,
      OSS_ACCESS_KEY_ID: OSS_KEY.id,
      OSS_ACCESS_KEY_SECRET: OSS_KEY.secret,
    },
    seed: async (tx) => {
      const siteId = await seedSite(tx, { name: '张江总部', fence: FENCE })
      const shift = await seedShift(tx, { name: '白班', spans: [{ earlyOpensMinutes: 0, earlyClosesMinutes: 1_440 }] })
      const week = Array<string>(7).fill(shift)
      await seedRule(tx, { name: '白班', sites: [siteId], week, policy: { photoFor: ['early'] } })
    },
  })
  worker = openPhotoWorker(app.config, app.database, workerClock)
}, 60_000)

afterAll(async () => {
  await worker.close()
  await app.close()
  await bench.close()
})

it('OSS that is away, or set up wrongly, decides nothing; the photo counts once it could be read', async () => {
  const person = await addPerson(app)
  const facts = factsOf(person)
  const phone = createPhone({ baseUrl: app.url, userId: person.userId, facts, nowMs: systemClock.nowMs })
  await phone.login(await phone.loginCode())
  await phone.agree((await phone.notice()).version)
  const { seed, enrolmentToken } = await phone.enrol()
  const { session } = await phone.bind(createPhoneKey(seed), enrolmentToken)
  const token = session.accessToken
  await phone.context()
  const photo = await scene(1).jpeg().toBuffer()
  const sha256 = createHash('sha256').update(photo).digest('hex')
  const signed = phone.signCheckIn({
    requestId: randomUUID(),
    slot: { workDay: localDate(systemClock.nowMs(), 'Asia/Shanghai'), kind: 'early', span: 1 },
    fix: fixAt(placeInside(FENCE), true),
    networkType: '5g',
    photos: [{ sha256, byteLength: photo.length, takenAtMs: systemClock.nowMs() }],
    device: facts,
    clientVersion: 'photos-oss',
  })
  const { sandbox } = bench
  const photosPath = (id: string) => `/api/v1/check-ins/${id}/photos`
  const stateOf = async (id: string) =>
    (await sendOk<PhotoListReply>(app, { path: photosPath(id), token })).items[0]?.state
  /** A pass of the worker's at which the photo is due. */
  const look = async () => {
    workerClock.set(Math.max(workerClock.nowMs(), systemClock.nowMs()) + 20 * MINUTE_MS)
    await worker.work()
  }

  sandbox.faults.set({ kind: 'unavailable', times: 100 })
  const { reply } = (await phone.submit(signed)) as { readonly reply: CheckInReply }
  expect(reply.outcome).toBe('pending')
  const id = reply.attemptId
  const body = { contentType: 'image/jpeg' }
  const { upload } = await sendOk<PhotoTicketReply>(app, { path: `${photosPath(id)}/${sha256}/ticket`, token, body })
  if (upload === null) throw new Error('no ticket')
  expect(upload.url).toBe(`${bench.url}/`)
  expect(await sendUpload(upload, photo)).toMatchObject({ status: 503, code: 'ServiceUnavailable' })
  await look()
  expect(await stateOf(id)).toBe('awaited')
  expect(worker.complaints).toEqual([expect.stringContaining('OSS: head: ServiceUnavailable')])

  sandbox.faults.clear()
  expect(await sendUpload(upload, photo)).toMatchObject({ status: 200 })
  sandbox.keys = []
  await look()
  expect(await stateOf(id)).toBe('awaited')

  sandbox.keys = [OSS_KEY]
  await look()
  expect(await stateOf(id)).toBe('verified')
  expect(sandbox.objects.keys()).toHaveLength(3)
  expect(new Set(sandbox.objects.keys().map((key) => sandbox.objects.get(key)?.encryption))).toEqual(
    new Set(['AES256']),
  )
  const view = `${photosPath(id)}/${sha256}/view?size=thumbnail`
  const { url } = await sendOk<PhotoViewReply>(app, { path: view, token })
  const shown = await fetch(url)
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
})
