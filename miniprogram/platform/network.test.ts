import { succeeding, useWx } from '../test/fake-wx'
import { createNetwork } from './network'
import type { NetworkType } from '../contract/place'

describe('the network', () => {
  it.each([
    ['wifi', 'wifi'],
    ['2g', '2g'],
    ['5g', '5g'],
    ['none', 'none'],
    ['unknown', 'unknown'],
    ['satellite', 'unknown'],
    [undefined, 'unknown'],
  ])('%s', async (networkType, expected) => {
    useWx({ getNetworkType: succeeding({ networkType }) })
    await expect(createNetwork().read()).resolves.toBe(expected)
  })

  it('tells of each change until it is told to stop', () => {
    const handles = new Set<(change: object) => void>()
    useWx({
      onNetworkStatusChange: (handle: (change: object) => void) => handles.add(handle),
      offNetworkStatusChange: (handle: (change: object) => void) => handles.delete(handle),
    })
    const heard: NetworkType[] = []
    const stop = createNetwork().onChange((network) => heard.push(network))
    const change = (networkType: string, isConnected: boolean) =>
      handles.forEach((handle) => handle({ networkType, isConnected }))
    change('wifi', true)
    change('wifi', false)
    stop()
    change('4g', true)
    expect(heard).toEqual(['wifi', 'none'])
    expect(handles.size).toBe(0)
  })

  it('can be heard where it cannot be told to stop', () => {
    let handle: ((change: object) => void) | null = null
    useWx({ onNetworkStatusChange: (given: (change: object) => void) => (handle = given) })
    const heard: NetworkType[] = []
    const stop = createNetwork().onChange((network) => heard.push(network))
    stop()
    ;(handle as ((change: object) => void) | null)?.({ networkType: '4g', isConnected: true })
    expect(heard).toEqual([])
  })
})
