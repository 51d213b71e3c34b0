import { failing, optionsOf, succeeding, useWx } from '../test/fake-wx'
import { createRandom } from './random'

describe('random bytes', () => {
  it('are those of the platform', async () => {
    const getRandomValues = succeeding({ randomValues: new Uint8Array([1, 2, 3]).buffer })
    useWx({ getRandomValues })
    await expect(createRandom().bytes(3)).resolves.toEqual(new Uint8Array([1, 2, 3]))
    expect(optionsOf(getRandomValues)['length']).toBe(3)
  })

  it.each([
    ['too few', succeeding({ randomValues: new Uint8Array([1, 2]).buffer })],
    ['nothing but zeros', succeeding({ randomValues: new Uint8Array(3).buffer })],
    ['none', succeeding({})],
    ['a failure', failing({ errMsg: 'getRandomValues:fail not supported' })],
  ])('are not taken: %s', async (_, getRandomValues) => {
    useWx({ getRandomValues })
    await expect(createRandom().bytes(3)).resolves.toBeNull()
  })

  it('a share lies between 0 and 1', () => {
    const share = createRandom().share()
    expect(share >= 0 && share < 1).toBe(true)
  })
})
