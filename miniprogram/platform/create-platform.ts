import { createCamera } from './camera'
import { createDevice } from './device'
import { createFiles } from './files'
import { createHttp } from './http'
import { createLocation } from './location'
import { createLogin } from './login'
import { createNetwork } from './network'
import { createPictures } from './pictures'
import type { Platform } from './platform'
import { createRandom } from './random'
import { createLifecycle, createNavigation, createScreen, createSettings, createTime } from './shell'
import { createStorage } from './storage'
import { createWifi } from './wifi'

export function createPlatform(): Platform {
  const time = createTime()
  const device = createDevice()
  return {
    http: createHttp(),
    login: createLogin(device),
    storage: createStorage(),
    files: createFiles(),
    location: createLocation(time),
    wifi: createWifi(),
    network: createNetwork(),
    camera: createCamera(),
    pictures: createPictures(),
    device,
    random: createRandom(),
    lifecycle: createLifecycle(),
    navigation: createNavigation(),
    screen: createScreen(),
    settings: createSettings(),
    time,
  }
}
