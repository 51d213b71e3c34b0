import { failure, success } from '../result'
import { failing, optionsOf, silent, succeeding, useWx } from '../test/fake-wx'
import { createFiles } from './files'

/** Of the bytes 61 62 63, from FIPS 180-4. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const bytes = new Uint8Array([0x61, 0x62, 0x63]).buffer

const use = (calls: Record<string, unknown>) => useWx({ getFileSystemManager: () => calls })

describe('keeping a file', () => {
  it('moves it', async () => {
    const saveFile = succeeding({ savedFilePath: 'wxfile://store_1' })
    use({ saveFile })
    await expect(createFiles().keep('wxfile://tmp_1')).resolves.toEqual(success('wxfile://store_1'))
    expect(optionsOf(saveFile)['tempFilePath']).toBe('wxfile://tmp_1')
  })

  it.each([
    ['saveFile:fail the maximum size of the file storage limit is exceeded', 'full'],
    ['saveFile:fail exceed max size', 'full'],
    ['saveFile:fail no space left on device', 'full'],
    ['saveFile:fail tempFilePath file not exist', 'failed'],
    ['saveFile:fail permission denied', 'failed'],
  ])('%s', async (errMsg, problem) => {
    use({ saveFile: failing({ errMsg }) })
    await expect(createFiles().keep('a')).resolves.toEqual(failure(problem))
  })
})

describe('the facts of a file', () => {
  it('come from the platform where it knows SHA-256', async () => {
    const readFile = silent()
    const getFileInfo = succeeding({ size: 3, digest: ABC.toUpperCase() })
    use({ getFileInfo, readFile })
    await expect(createFiles().facts('a')).resolves.toEqual(success({ sha256: ABC, byteLength: 3 }))
    expect(optionsOf(getFileInfo)).toMatchObject({ filePath: 'a', digestAlgorithm: 'sha256' })
    expect(readFile).not.toHaveBeenCalled()
  })

  it.each([
    ['that gives MD5 instead', { getFileInfo: succeeding({ size: 3, digest: '900150983cd24fb0d6963f7d28e17f72' }) }],
    ['that gives no digest', { getFileInfo: succeeding({ size: 3 }) }],
    [
      'that refuses the algorithm',
      { getFileInfo: failing({ errMsg: 'getFileInfo:fail digestAlgorithm sha256 invalid' }) },
    ],
    ['without that call', {}],
  ])('are worked out on a client %s', async (_, calls) => {
    use({ ...calls, readFile: succeeding({ data: bytes }) })
    await expect(createFiles().facts('a')).resolves.toEqual(success({ sha256: ABC, byteLength: 3 }))
  })

  it.each([
    ['readFile:fail no such file or directory, open a', 'missing'],
    ['readFile:fail file not exist', 'missing'],
    ['readFile:fail permission denied', 'failed'],
  ])('%s', async (errMsg, problem) => {
    use({ getFileInfo: failing({ errMsg }), readFile: failing({ errMsg }) })
    await expect(createFiles().facts('a')).resolves.toEqual(failure(problem))
  })
})
