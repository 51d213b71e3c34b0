import { drawScene } from '../camera/scene'
import { emit, type BuiltInTag } from '../framework/register-built-ins'
import type { Phone } from '../phone'

const FRAME_EVERY_MS = 500

/** The viewfinder; `wx.createCameraContext().takePhoto` takes the picture. */
export function cameraTag({ settings, clock }: Pick<Phone, 'settings' | 'clock'>): BuiltInTag {
  return {
    properties: { mode: 'normal', resolution: 'medium', devicePosition: 'back', flash: 'auto', frameSize: 'medium' },
    attach(node) {
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: 540, height: 720 })
      node.getBackendElement().append(canvas)
      const draw = () => drawScene(canvas, clock.nowMs(), settings.current)
      const timer = setInterval(draw, FRAME_EVERY_MS)
      draw()
      setTimeout(() => {
        if (settings.current.permissions.camera === 'denied') emit(node, 'error', { errMsg: 'camera: auth deny' })
        else emit(node, 'initdone', { maxZoom: 1 })
      })
      return { detach: () => clearInterval(timer) }
    },
  }
}
