import { ICONS, iconDataUri, type IconName } from './icons'

/** An icon of our own set in the colour of the text around it; `size` in CSS pixels. */
Component({
  options: { virtualHost: false },
  properties: {
    name: { type: String, value: '' },
    size: { type: Number, value: 20 },
    stroke: { type: Number, value: 1.75 },
  },
  data: { look: '' },
  observers: {
    'name, size, stroke'(name: string, size: number, stroke: number) {
      this.setData({ look: name in ICONS ? lookOf(name as IconName, size, stroke) : '' })
    },
  },
})

function lookOf(name: IconName, size: number, stroke: number): string {
  const picture = `url("${iconDataUri(name, stroke)}")`
  return `width:${size}px;height:${size}px;-webkit-mask-image:${picture};mask-image:${picture}`
}
