import { failure, success } from '../result'
import { failing, optionsOf, silent, succeeding, useWx } from '../test/fake-wx'
import { createCamera } from './camera'

describe('the camera', () => {
  it('is opened, and nothing else: no album, no other call', async () => {
    const chooseImage = succeeding({ tempFilePaths: ['wxfile://tmp_1'] })
    const chooseMedia = silent()
    useWx({ chooseImage, chooseMedia })
    await expect(createCamera().takePhoto()).resolves.toEqual(success('wxfile://tmp_1'))
    expect(optionsOf(chooseImage)).toMatchObject({ count: 1, sourceType: ['camera'] })
    expect(chooseMedia).not.toHaveBeenCalled()
  })

  it('is not looked for elsewhere where it is missing', async () => {
    const chooseMedia = succeeding({ tempFiles: [{ tempFilePath: 'wxfile://tmp_1' }] })
    useWx({ chooseMedia })
    await expect(createCamera().takePhoto()).resolves.toEqual(failure('unsupported'))
    expect(chooseMedia).not.toHaveBeenCalled()
  })

  it.each([
    ['no pictures', { tempFilePaths: [] }],
    ['nothing', {}],
  ])('gives %s', async (_, reply) => {
    useWx({ chooseImage: succeeding(reply) })
    await expect(createCamera().takePhoto()).resolves.toEqual(failure('cancelled'))
  })

  it.each([
    ['chooseImage:fail cancel', 'cancelled'],
    ['chooseImage:fail user cancelled', 'cancelled'],
    ['chooseImage:fail auth deny', 'refused'],
    ['chooseImage:fail authorize no response', 'refused'],
    ['chooseImage:fail:system permission denied', 'refused'],
    ['chooseImage:fail privacy permission is not authorized', 'refused'],
    ['chooseImage:fail file error', 'failed'],
    ['chooseImage:fail not supported', 'unsupported'],
  ])('%s', async (errMsg, problem) => {
    useWx({ chooseImage: failing({ errMsg }) })
    await expect(createCamera().takePhoto()).resolves.toEqual(failure(problem))
  })
})
