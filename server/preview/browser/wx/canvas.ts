import { teachCanvas } from '../built-ins/canvas'
import type { Phone } from '../phone'
import { call, WxFault } from './api'

interface ToFileOptions {
  readonly canvas?: HTMLCanvasElement
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly destWidth?: number
  readonly destHeight?: number
  readonly fileType?: 'png' | 'jpg'
  readonly quality?: number
}

/** Pictures as files: from a canvas, smaller, and what is known of them. */
export function canvasCalls({ files }: Phone) {
  const addressOf = (source: string) => files.addressOf(source)
  return {
    createOffscreenCanvas: ({ width = 300, height = 150 }: { width?: number; height?: number } = {}) =>
      teachCanvas(Object.assign(document.createElement('canvas'), { width, height }), addressOf),
    canvasToTempFilePath: call<ToFileOptions, object>('canvasToTempFilePath', async (options) => {
      const { canvas, fileType = 'png', quality = 0.92 } = options
      if (canvas === undefined) throw new WxFault('canvas is empty')
      const { x = 0, y = 0, width = canvas.width - x, height = canvas.height - y } = options
      const { destWidth = width, destHeight = height } = options
      const target = Object.assign(document.createElement('canvas'), { width: destWidth, height: destHeight })
      target.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, destWidth, destHeight)
      return { tempFilePath: await keep(target, fileType, quality) }
    }),
    compressImage: call<{ src: string; quality?: number; compressedWidth?: number; compressedHeight?: number }, object>(
      'compressImage',
      async ({ src, quality = 80, compressedWidth, compressedHeight }) => {
        const picture = await load(addressOf(src))
        const ratio = picture.naturalHeight / picture.naturalWidth
        const width =
          compressedWidth ?? (compressedHeight === undefined ? picture.naturalWidth : compressedHeight / ratio)
        const height = compressedHeight ?? width * ratio
        const target = document.createElement('canvas')
        Object.assign(target, { width: Math.round(width), height: Math.round(height) })
        target.getContext('2d')?.drawImage(picture, 0, 0, target.width, target.height)
        return { tempFilePath: await keep(target, 'jpg', quality / 100) }
      },
    ),
    getImageInfo: call<{ src: string }, object>('getImageInfo', async ({ src }) => {
      const { naturalWidth: width, naturalHeight: height } = await load(addressOf(src))
      const type = files.read(src)?.type === 'image/png' ? 'png' : 'jpeg'
      return { width, height, path: src, orientation: 'up', type }
    }),
  }

  async function keep(canvas: HTMLCanvasElement, fileType: 'png' | 'jpg', quality: number): Promise<string> {
    const type = fileType === 'png' ? 'image/png' : 'image/jpeg'
    const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))
    if (content === null) throw new WxFault('create bitmap failed')
    return files.keepTemporary(content, fileType)
  }
}

function load(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = document.createElement('img')
    picture.onload = () => resolve(picture)
    picture.onerror = () => reject(new WxFault('file not found'))
    picture.src = address
  })
}
