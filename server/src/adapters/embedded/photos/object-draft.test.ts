import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../app-error'
import { countingRandom } from '../../../../test/fakes'
import { makeTempFolder, type TempFolder } from '../../../../test/temp-folder'
import { freeBytes, sweepDrafts, writeDraft } from './object-draft'
import { createEmbeddedPhotoStore } from './photo-store'

const TERMS = { contentType: 'image/jpeg', leastBytes: 0, mostBytes: 100 }
const random = countingRandom(3)

let temp: TempFolder
beforeEach(() => {
  temp = makeTempFolder()
})
afterEach(() => temp.remove())

const drafts = () => readdirSync(join(temp.path, '.drafts'))
const storeIn = (folder: string) =>
  createEmbeddedPhotoStore({
    folder,
    baseUrl: () => 'http://store.example',
    bucket: 'b',
    accessKey: { id: 'ak', secret: 'sk', region: 'r' },
    random,
  })

describe('a draft', () => {
  it('is nowhere before it is published, and gone after it is discarded', async () => {
    const draft = await writeDraft(temp.path, [Buffer.from('photo')], TERMS, random)
    const store = storeIn(temp.path)
    expect(await store.head('a/b.jpg')).toBeNull()
    expect([await draft.publish('a/b.jpg'), await draft.publish('a/b.jpg')]).toEqual([true, false])
    await draft.discard()
    expect(drafts()).toEqual([])
    expect(await store.read('a/b.jpg', 5)).toEqual(Buffer.from('photo'))
    expect(draft.md5).toBe('5AE0C1C8A5260BC7B6648F6FBD115C35')
  })

  it('leaves nothing when its source fails', async () => {
    async function* source() {
      yield Buffer.from('half a photo')
      throw new Error('the phone went away')
    }
    await expect(writeDraft(temp.path, source(), TERMS, random)).rejects.toThrow('the phone went away')
    expect(drafts()).toEqual([])
  })

  it('is the owner’s alone', async () => {
    if (process.platform === 'win32') return
    await storeIn(join(temp.path, 'new', 'folder')).write('a/b.jpg', Buffer.from('photo'), 'image/jpeg')
    const modeOf = (...path: string[]) => statSync(join(temp.path, 'new', ...path)).mode & 0o777
    expect([modeOf('folder'), modeOf('folder', 'a'), modeOf('folder', 'a', 'b.jpg')]).toEqual([0o700, 0o700, 0o600])
  })
})

describe('the sweep', () => {
  it('deletes drafts of more than five minutes ago, and nothing else', async () => {
    await sweepDrafts(temp.path, random)
    const nowSeconds = Math.floor(statSync(join(temp.path, '.drafts')).mtimeMs / 1_000)
    const put = (name: string, ageSeconds: number) => {
      const path = join(temp.path, name)
      writeFileSync(path, 'x')
      utimesSync(path, nowSeconds - ageSeconds, nowSeconds - ageSeconds)
    }
    mkdirSync(join(temp.path, 'photos'))
    put('.drafts/abandoned', 310)
    put('.drafts/under-way', 290)
    put('photos/old.jpg', 1_000_000)
    await Promise.all([sweepDrafts(temp.path, random), sweepDrafts(temp.path, random)])
    expect(drafts()).toEqual(['under-way'])
    expect(existsSync(join(temp.path, 'photos', 'old.jpg'))).toBe(true)
  })
})

describe('the store', () => {
  it('says that it cannot be reached when its folder cannot be used', async () => {
    writeFileSync(join(temp.path, 'file'), 'x')
    const store = storeIn(join(temp.path, 'file'))
    const failed = store.write('a.jpg', Buffer.from('photo'), 'image/jpeg')
    await expect(failed).rejects.toMatchObject({ code: 'PHOTO_STORE_UNAVAILABLE' })
    await expect(failed).rejects.toBeInstanceOf(AppError)
  })

  it.each(['../a.jpg', '/a.jpg', 'a//b', '', '.drafts/a', 'a\\b', 'x'.repeat(600)])(
    'takes no key %j, which would be our own mistake',
    async (key) => {
      const store = storeIn(temp.path)
      const terms = { key, contentType: 'image/jpeg', byteLength: 1, expiresAtMs: 1 }
      await expect(store.signUpload(terms, 0)).rejects.toThrow(RangeError)
      await expect(store.signRead(key, 1, 0)).rejects.toThrow(RangeError)
      await expect(store.head(key)).rejects.toThrow(RangeError)
      await expect(store.write(key, Buffer.from('x'), 'image/jpeg')).rejects.toThrow(RangeError)
      await expect(store.delete(key)).rejects.toThrow(RangeError)
      expect(drafts()).toEqual([])
    },
  )

  it('knows how much room there is', async () => {
    expect(await freeBytes(join(temp.path, 'new'))).toBeGreaterThan(0)
  })
})
