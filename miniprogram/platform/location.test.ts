import { failure } from '../result'
import { failing, optionsOf, silent, succeeding, givenUp, useWx } from '../test/fake-wx'
import { createLocation } from './location'

const START_MS = Date.parse('2026-11-18T00:52:07Z')
const PLACE = { latitude: 31.2041, longitude: 121.5906, accuracy: 12 }

function locationAt() {
  let nowMs = START_MS
  const listeners = { show: () => {}, hide: () => {} }
  const location = createLocation(
    { nowMs: () => nowMs },
    {
      onShow: (listener) => {
        listeners.show = listener
        return () => {}
      },
      onHide: (listener) => {
        listeners.hide = listener
        return () => {}
      },
    },
  )
  return { location, advance: (byMs: number) => void (nowMs += byMs), listeners }
}

describe('a place', () => {
  it('is asked for in GCJ-02, with high accuracy and time for it', async () => {
    const getLocation = succeeding(PLACE)
    useWx({ getLocation })
    await expect(locationAt().location.read()).resolves.toEqual({
      ok: true,
      value: {
        latitude: 31.2041,
        longitude: 121.5906,
        accuracyMetres: 12,
        askedAtMs: START_MS,
        sameSinceMs: START_MS,
        precise: null,
      },
    })
    const { type, isHighAccuracy, highAccuracyExpireTime } = optionsOf(getLocation)
    expect({ type, isHighAccuracy }).toEqual({ type: 'gcj02', isHighAccuracy: true })
    expect(highAccuracyExpireTime).toBeGreaterThanOrEqual(3_000)
  })

  it('says since when exactly it has been coming', async () => {
    const { location, advance } = locationAt()
    const read = async (place: object) => {
      useWx({ getLocation: succeeding(place) })
      const found = await location.read()
      return found.ok ? found.value.sameSinceMs - START_MS : null
    }
    expect(await read(PLACE)).toBe(0)
    advance(30_000)
    expect(await read(PLACE)).toBe(0)
    advance(30_000)
    expect(await read({ ...PLACE, latitude: 31.20411 })).toBe(60_000)
    advance(30_000)
    expect(await read({ ...PLACE, latitude: 31.20411, accuracy: 13 })).toBe(90_000)
    advance(30_000)
    expect(await read({ ...PLACE, latitude: 31.20411, accuracy: 13 })).toBe(90_000)
  })

  it.each([
    [
      'told to be rough',
      { getAppAuthorizeSetting: () => ({ locationReducedAccuracy: true }), getSystemSetting: () => ({}) },
      12,
      false,
    ],
    [
      'told to be exact',
      { getAppAuthorizeSetting: () => ({ locationReducedAccuracy: false }), getSystemSetting: () => ({}) },
      3_000,
      true,
    ],
    [
      'told to be rough by the older call, as in WeCom',
      { getSystemInfoSync: () => ({ locationReducedAccuracy: true }) },
      12,
      false,
    ],
    ['too rough for a phone that may say more', {}, 1_000, false],
    ['not told', {}, 12, null],
    ['without accuracy', {}, undefined, null],
  ] as const)('is %s', async (_, calls, accuracy, precise) => {
    useWx({ ...calls, getLocation: succeeding({ ...PLACE, accuracy }) })
    await expect(locationAt().location.read()).resolves.toMatchObject({
      ok: true,
      value: { precise, accuracyMetres: accuracy ?? null },
    })
  })

  it.each([
    [{}],
    [{ latitude: null, longitude: null }],
    [{ latitude: NaN, longitude: 1 }],
    [{ latitude: '31', longitude: '121' }],
  ])('that is none is not taken for one: %j', async (reply) => {
    useWx({ getLocation: succeeding(reply) })
    await expect(locationAt().location.read()).resolves.toEqual(failure('failed'))
  })

  it('is not read while nobody looks, and read again afterwards', async () => {
    const getLocation = succeeding(PLACE)
    useWx({ getLocation })
    const { location, listeners } = locationAt()
    listeners.hide()
    await expect(location.read()).resolves.toEqual(failure('hidden'))
    expect(getLocation).not.toHaveBeenCalled()
    listeners.show()
    await expect(location.read()).resolves.toMatchObject({ ok: true })
  })
})

describe('a place that was asked for in front', () => {
  it('and failed behind the camera says nothing about the place', async () => {
    const { location, listeners } = locationAt()
    useWx({
      getLocation: ({ fail }: { fail: (error: object) => void }) => {
        listeners.hide()
        listeners.show()
        fail({ errMsg: 'getLocation:fail' })
      },
    })
    await expect(location.read()).resolves.toEqual(failure('hidden'))
  })
})

describe('what stands in its way', () => {
  const denied = { getSystemSetting: () => ({}), getAppAuthorizeSetting: () => ({ locationAuthorized: 'denied' }) }
  const off = { getSystemSetting: () => ({ locationEnabled: false }), getAppAuthorizeSetting: () => ({}) }
  const wecomDenied = { getSystemInfoSync: () => ({ locationAuthorized: false }) }
  const wecomOff = { getSystemInfoSync: () => ({ locationEnabled: false, locationAuthorized: true }) }

  it.each([
    ['getLocation:fail auth deny', {}, 'refused'],
    ['getLocation:fail auth denied', {}, 'refused'],
    ['getLocation:fail auth deny', wecomDenied, 'refused'],
    ['getLocation:fail auth deny', off, 'refused'],
    ['getLocation:fail authorize no response', {}, 'refused'],
    ['getLocation:fail privacy permission is not authorized', {}, 'refused'],
    ['getLocation:fail api scope is not declared in the privacy agreement', {}, 'failed'],
    ['getLocation:fail:system permission denied', {}, 'wecom_refused'],
    ['getLocation:fail system permission denied', {}, 'wecom_refused'],
    ['getLocation:fail', denied, 'wecom_refused'],
    ['getLocation:fail', wecomDenied, 'wecom_refused'],
    ['getLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF', {}, 'switched_off'],
    ['getLocation:fail', off, 'switched_off'],
    ['getLocation:fail', wecomOff, 'switched_off'],
    ['getLocation:fail 频繁调用会增加电量损耗，可考虑使用 wx.onLocationChange 监听地理位置变化', {}, 'too_often'],
    ['getLocation:fail:timeout', {}, 'timeout'],
    ['getLocation:fail time out', {}, 'timeout'],
    ['getLocation:fail:ERROR_NETWORK', {}, 'failed'],
    ['getLocation:fail this api is not supported', {}, 'unsupported'],
  ])('%s %#', async (errMsg, calls, problem) => {
    useWx({ ...calls, getLocation: failing({ errMsg }) })
    await expect(locationAt().location.read()).resolves.toEqual(failure(problem))
  })

  it('is told before the time is up that location is off', async () => {
    useWx({ ...wecomOff, getLocation: silent() })
    await expect(givenUp(() => locationAt().location.read())).resolves.toEqual(failure('switched_off'))
  })
})
