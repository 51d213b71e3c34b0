import { jest } from '@jest/globals'
import { failure, success } from '../result'
import { failing, optionsOf, silent, succeeding, givenUp, useWx } from '../test/fake-wx'
import { createWifi } from './wifi'

const WIFI = { SSID: 'CJ-Office', BSSID: '9c:a6:15:2e:08:41', secure: true, signalStrength: 90 }

describe('the Wi-Fi that the phone is on', () => {
  it('is started, then read with full information', async () => {
    const order: string[] = []
    const startWifi = jest.fn(({ success: answer }: { success: (reply: object) => void }) => {
      order.push('start')
      answer({})
    })
    const getConnectedWifi = succeeding({ wifi: WIFI })
    useWx({ startWifi, getConnectedWifi: (options: never) => (order.push('read'), getConnectedWifi(options)) })
    await expect(createWifi().read()).resolves.toEqual(success({ ssid: 'CJ-Office', bssid: '9c:a6:15:2e:08:41' }))
    expect(order).toEqual(['start', 'read'])
    expect(optionsOf(getConnectedWifi)['partialInfo']).not.toBe(true)
  })

  it.each([
    ['without a name', { BSSID: '9c:a6:15:2e:08:41' }, success({ ssid: '', bssid: '9c:a6:15:2e:08:41' })],
    ['without an address', { SSID: 'CJ-Office' }, success({ ssid: 'CJ-Office', bssid: '' })],
    ['that is none', {}, failure('not_connected')],
    ['that is missing', undefined, failure('not_connected')],
  ])('%s', async (_, wifi, expected) => {
    useWx({ startWifi: succeeding(), getConnectedWifi: succeeding({ wifi }) })
    await expect(createWifi().read()).resolves.toEqual(expected)
  })

  const FAILURES = [
    [12000, 'failed'],
    [12001, 'unsupported'],
    [12003, 'timeout'],
    [12005, 'switched_off'],
    [12006, 'location_needed'],
    [12007, 'refused'],
    [12010, 'system'],
    [12013, 'not_connected'],
  ] as const

  it.each(FAILURES)('fails to be read with %i', async (errCode, problem) => {
    const error = { errMsg: 'getConnectedWifi:fail', errCode }
    useWx({ startWifi: succeeding(), getConnectedWifi: failing(error) })
    await expect(createWifi().read()).resolves.toEqual(failure(problem))
  })

  it.each(FAILURES)('fails to be started with %i', async (errCode, problem) => {
    const getConnectedWifi = silent()
    useWx({ startWifi: failing({ errMsg: 'startWifi:fail', errCode }), getConnectedWifi })
    await expect(createWifi().read()).resolves.toEqual(failure(problem))
    expect(getConnectedWifi).not.toHaveBeenCalled()
  })

  it.each([
    ['getConnectedWifi:fail no wifi is connected.', 'not_connected'],
    ['getConnectedWifi:fail currentWifi is null', 'not_connected'],
    ['getConnectedWifi:fail auth deny', 'refused'],
    ['getConnectedWifi:fail not support', 'unsupported'],
    ['getConnectedWifi:fail', 'failed'],
  ])('%s', async (errMsg, problem) => {
    useWx({ startWifi: succeeding(), getConnectedWifi: failing({ errMsg }) })
    await expect(createWifi().read()).resolves.toEqual(failure(problem))
  })

  it('starts and then never answers', async () => {
    useWx({ startWifi: succeeding(), getConnectedWifi: silent() })
    await expect(givenUp(() => createWifi().read())).resolves.toEqual(failure('timeout'))
  })
})
