import { createCamera } from './camera'
import { createDevice } from './device'
import { createFiles } from './files'
import { createHttp } from './http'
import { createLocation } from './location'
import { createLogin } from './login'
import { createNetwork } from './network'
import { createPictures } from './pictures'
import type { Platform } from './platform'
import { createPrivacy } from './privacy'
import { createRandom } from './random'
import { createLifecycle, createNavigation, createScreen, createSettings, createTime } from './shell'
import { createStorage } from './storage'
import { createWifi } from './wifi'

export function createPlatform(): Platform {
  const time = createTime()
  const device = createDevice()
  const lifecycle = createLifecycle()
  return {
    http: createHttp(),
    login: createLogin(device),
    storage: createStorage(),
    files: createFiles(),
    location: createLocation(time, lifecycle),
    wifi: createWifi(),
    network: createNetwork(),
    camera: createCamera(),
    pictures: createPictures(),
    device,
    random: createRandom(),
    lifecycle,
    navigation: createNavigation(),
    screen: createScreen(),
    settings: createSettings(),
    privacy: createPrivacy(),
    time,
  }
}
