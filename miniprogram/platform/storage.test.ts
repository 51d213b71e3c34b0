import { useWx } from '../test/fake-wx'
import { createStorage } from './storage'

type Option = {
  readonly key: string
  readonly data?: unknown
  readonly encrypt?: boolean
  readonly success: (reply: object) => void
  readonly fail: (error: object) => void
}

/** @param client what it makes of the flag: encrypts, takes no notice of it, or refuses it */
function diskOf(client: 'encrypts' | 'ignores' | 'refuses') {
  const disk = new Map<string, { readonly data: unknown; readonly encrypted: boolean }>()
  const isRefused = ({ encrypt = false, fail }: Option) => {
    if (client === 'refuses' && encrypt) fail({ errMsg: 'fail encrypt storage is not allowed' })
    return client === 'refuses' && encrypt
  }
  useWx({
    setStorage(option: Option) {
      if (isRefused(option)) return
      disk.set(option.key, { data: option.data, encrypted: client === 'encrypts' && option.encrypt === true })
      option.success({})
    },
    getStorage(option: Option) {
      if (isRefused(option)) return
      const found = disk.get(option.key)
      const isReadable = found !== undefined && found.encrypted === (client === 'encrypts' && option.encrypt === true)
      if (isReadable) option.success({ data: found.data })
      else option.fail({ errMsg: 'getStorage:fail data not found' })
    },
    removeStorage({ key, success }: Option) {
      disk.delete(key)
      success({})
    },
    getStorageInfo: ({ success }: Option) => success({ keys: Array.from(disk.keys()) }),
  })
  return disk
}

describe('what is kept', () => {
  it.each([
    ['encrypts', [['device-key', true]]],
    ['ignores', [['device-key', false]]],
    ['refuses', [['plain:device-key', false]]],
  ] as const)('on a client that %s the flag', async (client, kept) => {
    const disk = diskOf(client)
    const storage = createStorage()
    await expect(storage.write('device-key', 'secret')).resolves.toBe(true)
    expect(Array.from(disk, ([key, { encrypted }]) => [key, encrypted])).toEqual(kept)
    await expect(storage.read('device-key')).resolves.toBe('secret')
    await expect(storage.keys('device')).resolves.toEqual(['device-key'])
    await storage.remove('device-key')
    await expect(storage.read('device-key')).resolves.toBeNull()
    expect(disk.size).toBe(0)
  })

  it('is the newest, whichever way each was kept', async () => {
    const disk = diskOf('refuses')
    const storage = createStorage()
    await storage.write('a', 'old')
    const grown = diskOf('encrypts')
    disk.forEach((value, key) => grown.set(key, value))
    await expect(storage.read('a')).resolves.toBe('old')
    await storage.write('a', 'new')
    expect(Array.from(grown.keys())).toEqual(['a'])
    await expect(storage.read('a')).resolves.toBe('new')
  })

  it('is found after an update to a client that encrypts, and encrypted from then on', async () => {
    const old = diskOf('ignores')
    await createStorage().write('device-key', '{"secretSeed":"a"}')
    const grown = diskOf('encrypts')
    old.forEach((value, key) => grown.set(key, value))
    await expect(createStorage().read('device-key')).resolves.toBe('{"secretSeed":"a"}')
    expect(Array.from(grown, ([key, { encrypted }]) => [key, encrypted])).toEqual([['device-key', true]])
  })

  it('is never overwritten with what a client gives of an encrypted value', async () => {
    const written: unknown[] = []
    useWx({
      getStorage: ({ key, encrypt = false, success, fail }: Option) =>
        encrypt || key !== 'device-key' ? fail({ errMsg: 'getStorage:fail' }) : success({ data: 'U2FsdGVkX1+cipher' }),
      setStorage: (option: Option) => written.push(option),
    })
    await expect(createStorage().read('device-key')).resolves.toBeNull()
    expect(written).toEqual([])
  })

  it('is nothing where something else than text stands', async () => {
    diskOf('encrypts').set('a', { data: { b: 1 }, encrypted: true })
    await expect(createStorage().read('a')).resolves.toBeNull()
  })

  it('says that it could not be kept', async () => {
    const fail = ({ fail: refuse }: Option) => refuse({ errMsg: 'setStorage:fail exceed storage max size 10Mb' })
    useWx({ setStorage: fail })
    await expect(createStorage().write('a', 'b')).resolves.toBe(false)
  })
})
