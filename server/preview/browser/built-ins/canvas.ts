import { emit, type BuiltInTag } from '../framework/register-built-ins'
import type { Phone } from '../phone'
import { unitOf } from './image'

/** A canvas of type 2d: the browser's own, with what WeChat's has beside it. Queries for `node` find it. */
export function canvasTag({ files }: Pick<Phone, 'files'>): BuiltInTag {
  return {
    properties: { type: '', canvasId: '', disableScroll: false },
    attach(node) {
      const canvas = document.createElement('canvas')
      teachCanvas(canvas, (source) => files.addressOf(source, unitOf(node)))
      node.getBackendElement().append(canvas)
      canvas.addEventListener('contextlost', () => emit(node, 'error', { errMsg: 'the context is lost' }))
    },
  }
}

/** Adds `createImage`, `createPath2D`, `requestAnimationFrame` and `cancelAnimationFrame`. @param addressOf where a picture is found */
export function teachCanvas(canvas: HTMLCanvasElement, addressOf: (source: string) => string): HTMLCanvasElement {
  return Object.assign(canvas, {
    createImage() {
      const picture = document.createElement('img')
      const prototype = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')
      Object.defineProperty(picture, 'src', {
        get: () => prototype?.get?.call(picture) as string,
        set: (source: string) => prototype?.set?.call(picture, addressOf(source)),
      })
      return picture
    },
    createPath2D: (path?: Path2D) => new Path2D(path),
    requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  })
}
