import { platform } from '../../services/app'
import { texts } from '../../texts/texts'
import type { PhotoTile } from './photo-strip.view'

/**
 * Photos as tiles, the first one large. A tap shows one full size; `remove` is told with `{ key }` after the person agreed,
 * `take` when another one is wanted: the page has the canvas that it is stamped on.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    photos: { type: Array, value: [] as PhotoTile[] },
    /** Shows a tile that takes another one. */
    canTake: { type: Boolean, value: false },
  },
  data: {
    words: texts.photos,
    /** Own full-size view, where the platform has none: the number of the photo. */
    shown: -1,
  },
  methods: {
    async onOpen(event: WechatMiniprogram.TouchEvent) {
      const photos = (this.data.photos as PhotoTile[]).filter(({ src }) => src !== '')
      const index = photos.findIndex(({ key }) => key === event.currentTarget.dataset['key'])
      const photo = photos[index]
      if (photo === undefined) return
      const urls = photos.map(({ src }) => src)
      if (!(await platform.screen.preview(urls, photo.src))) this.setData({ shown: index })
    },

    async onRemove(event: WechatMiniprogram.TouchEvent) {
      const { removeTitle: title, removeText: text, remove: agree, keep: decline } = texts.photos
      const key = String(event.currentTarget.dataset['key'])
      if (await platform.screen.ask({ title, text, agree, decline })) this.triggerEvent('remove', { key })
    },

    onTake() {
      this.triggerEvent('take')
    },

    onClose() {
      this.setData({ shown: -1 })
    },
  },
})
