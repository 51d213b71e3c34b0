import { randomBytes } from 'node:crypto'
import { startEdgeApp, EDGE_NOW_MS } from '../../test/edge-app'
import { countingRandom, fixedClock } from '../../test/fakes'
import { sendUpload } from '../../test/ports/photo-store'
import { OSS_KEY, OSS_PLACE, startOssBench } from '../../test/oss-bench'
import { makeTempFolder } from '../../test/temp-folder'
import { loadConfig } from '../config'
import { createPhotoStorage, openPhotoMount, sweepPhotoStorage } from './photo-store'

it('a ticket that the web signs is taken where it points, and the worker finds the photo', async () => {
  const temp = makeTempFolder()
  const config = loadConfig({ DATA_DIR: temp.path, PORT: '0', PHOTO_STORE_FREE_MEGABYTES: '0' })
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const mount = await openPhotoMount(config, { clock: fixedClock(EDGE_NOW_MS), random: countingRandom(4), log })
  const app = await startEdgeApp([], { mounts: [mount] })
  const web = createPhotoStorage(config, { random: countingRandom(5) }, () => Number(new URL(app.url).port))
  const worker = createPhotoStorage(config, { random: countingRandom(6) })

  const photo = randomBytes(3_000)
  const terms = { key: 'p/a.jpg', contentType: 'image/jpeg', byteLength: 3_000, expiresAtMs: EDGE_NOW_MS + 60_000 }
  const signed = await web.signUpload(terms, EDGE_NOW_MS)
  expect(signed.url).toBe(`${app.url}/embedded-photos/`)
  expect(await sendUpload(signed, photo)).toMatchObject({ status: 200, code: null })
  expect(Buffer.from((await worker.read('p/a.jpg', 3_000)) ?? []).equals(photo)).toBe(true)

  const shown = await fetch(await web.signRead('p/a.jpg', EDGE_NOW_MS + 60_000, EDGE_NOW_MS))
  expect(Buffer.from(await shown.arrayBuffer()).equals(photo)).toBe(true)
  await app.close()
  temp.remove()
})

it('behind a proxy tickets name the public address', async () => {
  const temp = makeTempFolder()
  const config = loadConfig({ DATA_DIR: temp.path, PUBLIC_URL: 'https://waiqin.example.com' })
  const store = createPhotoStorage(config, { random: countingRandom(7) })
  const terms = { key: 'p/a.jpg', contentType: 'image/jpeg', byteLength: 1, expiresAtMs: EDGE_NOW_MS }
  expect((await store.signUpload(terms, EDGE_NOW_MS)).url).toBe('https://waiqin.example.com/embedded-photos/')
  temp.remove()
})

it('with OSS a ticket that the web signs points to the bucket, and the worker finds the photo', async () => {
  const bench = await startOssBench()
  const temp = makeTempFolder()
  const config = loadConfig({
    DATA_DIR: temp.path,
    PHOTO_STORE: 'oss',
    OSS_BUCKET: OSS_PLACE.bucket,
    OSS_REGION: OSS_PLACE.region,
    OSS_DOMAIN: bench.url,
    OSS_ACCESS_KEY_ID: OSS_KEY.id,
    OSS_ACCESS_KEY_SECRET: OSS_KEY.secret,
  })
  const photo = randomBytes(3_000)
  const nowMs = Date.now()
  const web = createPhotoStorage(config, { random: countingRandom(8) })
  const terms = { key: 'attempts/a', contentType: 'image/jpeg', byteLength: 3_000, expiresAtMs: nowMs + 60_000 }
  const signed = await web.signUpload(terms, nowMs)
  expect(signed.url).toBe(`${bench.url}/`)
  expect(await sendUpload(signed, photo)).toMatchObject({ status: 200, code: null })
  const worker = createPhotoStorage(config, { random: countingRandom(9) })
  expect(Buffer.from((await worker.read('attempts/a', 3_000)) ?? []).equals(photo)).toBe(true)
  await sweepPhotoStorage(config, { random: countingRandom(10) })
  expect(bench.sandbox.objects.keys()).toEqual(['attempts/a'])
  await bench.close()
  temp.remove()
})
