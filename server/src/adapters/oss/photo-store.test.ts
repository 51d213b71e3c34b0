import { startOssBench, systemClock } from '../../../test/oss-bench'
import { testBucket } from '../../../test/ports/photo-store-oss'
import { describePhotoStore } from '../../../test/ports/photo-store'
import { openOssPhotoStore } from '../../wiring/oss-photo-store'

describePhotoStore('OSS, by the sandbox', async () => {
  const { store, close } = await startOssBench()
  return { store, nowMs: systemClock.nowMs, close }
})

const real = testBucket()
if (real === null) {
  // No skipped test: nobody but who owns a bucket can run this one.
  process.stdout.write('left out: the photo store on a real bucket of OSS (TEST_OSS_BUCKET is not set)\n')
} else {
  describePhotoStore('a real bucket of OSS', () =>
    Promise.resolve({ store: openOssPhotoStore(real), nowMs: systemClock.nowMs, close: () => Promise.resolve() }),
  )
}
