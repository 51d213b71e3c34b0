import { describePhotoStore } from '../../../../test/ports/photo-store'
import { startPhotoBucket } from '../../../../test/photo-bucket'

describePhotoStore('embedded', async () => {
  const bucket = await startPhotoBucket()
  return { store: bucket.store, nowMs: () => bucket.clock.nowMs(), close: bucket.close }
})
