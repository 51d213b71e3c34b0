import { texts } from '../../../miniprogram/texts/texts'
import type { BrowserPhone } from './browser-phone'

/** The first photo of a form: opens the camera, presses, and waits until it stands there. */
export async function takePhoto(phone: BrowserPhone): Promise<void> {
  await phone.tap(texts.photos.take)
  await phone.shoot()
  await phone.see(texts.photos.count(1))
}
