import { failure, success } from '../result'
import { callWx } from './call-wx'
import type { Pictures, Stamp } from './platform'

const TIMEOUT_MS = 15_000
const FONT = '"PingFang SC", "MiSans", "HarmonyOS Sans SC", sans-serif'

type Canvas = WechatMiniprogram.Canvas
type Image = WechatMiniprogram.Image

export function createPictures(): Pictures {
  return {
    async stamp(stamp) {
      const canvas = stamp.canvas as Canvas
      // Older clients give a node that knows neither pictures nor a context.
      if (typeof canvas.createImage !== 'function') return failure('unsupported')
      const image = await load(canvas, stamp.photoPath)
      if (image === null) return failure('failed')
      const scale = Math.min(1, stamp.longestSidePixels / Math.max(image.width, image.height))
      canvas.width = Math.round(image.width * scale)
      canvas.height = Math.round(image.height * scale)
      try {
        draw(canvas, image, stamp)
      } catch {
        return failure('unsupported')
      }
      const saved = await callWx<{ tempFilePath?: string }>(
        (callbacks) => wx.canvasToTempFilePath({ canvas, fileType: 'jpg', quality: stamp.quality, ...callbacks }),
        TIMEOUT_MS,
      )
      if (saved.ok) {
        const { tempFilePath } = saved.value
        return tempFilePath === undefined ? failure('failed') : success(tempFilePath)
      }
      return failure(saved.problem.kind === 'missing' ? 'unsupported' : 'failed')
    },
  }
}

function load(canvas: Canvas, path: string): Promise<Image | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), TIMEOUT_MS)
    const settle = (image: Image | null) => {
      clearTimeout(timer)
      resolve(image)
    }
    const image = canvas.createImage()
    image.onload = () => settle(image.width > 0 && image.height > 0 ? image : null)
    image.onerror = () => settle(null)
    image.src = path
  })
}

/** The photo, a dark scrim over the band at its foot, and the lines in white, smaller where one is too wide. */
function draw(canvas: Canvas, image: Image, { lines, bandShare }: Stamp): void {
  const context = canvas.getContext('2d') as WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D
  const { width, height } = canvas
  context.drawImage(image as never, 0, 0, width, height)

  const band = height * bandShare
  const top = height - band
  const scrim = context.createLinearGradient(0, top, 0, height)
  scrim.addColorStop(0, 'rgba(0, 0, 0, 0)')
  scrim.addColorStop(0.35, 'rgba(0, 0, 0, 0.55)')
  scrim.addColorStop(1, 'rgba(0, 0, 0, 0.72)')
  context.fillStyle = scrim
  context.fillRect(0, top, width, band)

  context.fillStyle = '#fff'
  context.textBaseline = 'alphabetic'
  const margin = Math.round(width * 0.03)
  const rows = lines.length + 0.6
  let baseline = top + band * 0.3
  lines.forEach((line, index) => {
    let size = Math.floor(((band * 0.7) / rows) * (index === 0 ? 1.15 : 0.85))
    const face = () => `${index === 0 ? 600 : 400} ${size}px ${FONT}`
    context.font = face()
    const wide = context.measureText(line).width
    if (wide > width - 2 * margin) {
      size = Math.floor((size * (width - 2 * margin)) / wide)
      context.font = face()
    }
    baseline += (band * 0.7) / rows
    context.fillText(line, margin, baseline)
  })
}
