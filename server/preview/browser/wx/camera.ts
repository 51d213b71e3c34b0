import { drawScene } from '../camera/scene'
import type { Phone } from '../phone'
import { button, element } from '../screen/screen'
import { call, WxFault } from './api'
import { requirePermission } from './permissions'

const FRAME_EVERY_MS = 500

interface ChooseOptions {
  readonly count?: number
  readonly sourceType?: readonly ('album' | 'camera')[]
  readonly sizeType?: readonly string[]
}

interface PhotoAnswer {
  readonly tempImagePath: string
}

export function cameraCalls(phone: Phone) {
  const keep = async () => {
    const content = await phone.takePicture()
    return { path: phone.files.keepTemporary(content, 'jpg'), size: content.size }
  }
  return {
    /** The preview's phones have no album. */
    chooseImage: call<ChooseOptions, object>('chooseImage', async ({ sourceType = ['album', 'camera'] }) => {
      if (!sourceType.includes('camera')) throw new WxFault('cancel')
      await requirePermission(phone, 'camera')
      await pressShutter(phone)
      const picture = await keep()
      return { tempFilePaths: [picture.path], tempFiles: [picture] }
    }),
    createCameraContext: () => ({
      takePhoto: call<{ quality?: string }, PhotoAnswer>('takePhoto', async () => {
        await requirePermission(phone, 'camera')
        return { tempImagePath: (await keep()).path }
      }),
    }),
  }
}

/** The system's camera: resolves with the shutter. @throws WxFault when it is left */
function pressShutter({ screen, clock, settings }: Phone): Promise<void> {
  return new Promise((resolve, reject) => {
    screen.sheet((box, close) => {
      box.setAttribute('role', 'dialog')
      box.setAttribute('aria-label', '相机')
      const view = element('canvas', 'viewfinder')
      Object.assign(view, { width: 540, height: 720 })
      const draw = () => drawScene(view, clock.nowMs(), settings.current)
      const timer = setInterval(draw, FRAME_EVERY_MS)
      draw()
      const end = (then: () => void) => () => {
        clearInterval(timer)
        close()
        then()
      }
      const row = element('div', 'camera-buttons')
      row.append(
        button(
          '取消',
          'camera-cancel',
          end(() => reject(new WxFault('cancel'))),
        ),
        button('拍照', 'shutter', end(resolve)),
      )
      box.append(view, row)
    }, 'phone-camera')
  })
}
