import gcoord from 'gcoord'
import type { Phone } from '../phone'
import { call, WxFault } from './api'
import { requirePermission } from './permissions'
import { after } from './after'

const FIX_AFTER_MS = 300
const METRES_PER_DEGREE = 111_195
/** No phone gives the very same place twice. */
const JITTER_METRES = 1.5

interface LocationOptions {
  readonly type?: 'wgs84' | 'gcj02'
  readonly isHighAccuracy?: boolean
  readonly highAccuracyExpireTime?: number
  readonly altitude?: boolean
}

export function locationCalls(phone: Phone) {
  return {
    getLocation: call<LocationOptions, object>('getLocation', async ({ type = 'wgs84' }) => {
      await requirePermission(phone, 'location')
      const { place, accuracyMetres, locationService } = phone.settings.current
      if (!locationService) throw new WxFault(':ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF', { errCode: 2 })
      await after(FIX_AFTER_MS)
      if (place === null) throw new WxFault(':timeout', { errCode: 3 })
      const { latitude, longitude, mainlandChina } = place
      const given: [number, number] = [longitude + jitter(), latitude + jitter()]
      const asked = type === 'wgs84' && mainlandChina ? gcoord.transform(given, gcoord.GCJ02, gcoord.WGS84) : given
      return {
        latitude: asked[1],
        longitude: asked[0],
        accuracy: accuracyMetres,
        horizontalAccuracy: accuracyMetres,
        verticalAccuracy: 0,
        altitude: 0,
        speed: -1,
      }
    }),
  }
}

function jitter(): number {
  return ((Math.random() - 0.5) * 2 * JITTER_METRES) / METRES_PER_DEGREE
}
