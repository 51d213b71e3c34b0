import { START_MS } from '../../test/fake-platform'
import type { PhotoReply } from '../../contract/api-photos'
import type { QueuedPhoto } from '../../services/queue-entry'
import { draftTiles, sentTiles } from './photo-strip.view'
import { watermarkLines } from './watermark'
import { success } from '../../result'
import { reading } from '../../test/fake-platform'

const HASH = 'a'.repeat(64)
const queued = (state: QueuedPhoto['state']): QueuedPhoto => ({
  path: 'kept/1',
  sha256: HASH,
  byteLength: 400_000,
  takenAtMs: START_MS,
  contentType: 'image/jpeg',
  state,
})
const sent = (change: Partial<PhotoReply>): PhotoReply => ({
  sha256: HASH,
  byteLength: 400_000,
  takenAt: '2026-11-18T08:52:07+08:00',
  state: 'awaited',
  problem: null,
  widthPixels: null,
  heightPixels: null,
  verifiedAt: null,
  ...change,
})
const MINUTE_MS = 60_000

describe('photos of a draft', () => {
  it.each([
    ['just taken', 0, null, ''],
    ['nine minutes old', 9, null, ''],
    ['twelve minutes old', 12, '要重拍', '拍了 12 分钟，签到要用 10 分钟内拍的'],
    ['from before the clock was put back', -12, '要重拍', '拍了 12 分钟，签到要用 10 分钟内拍的'],
  ])('%s', (_, minutes, chip, why) => {
    const [tile] = draftTiles([queued('waiting')], START_MS + minutes * MINUTE_MS, false)
    expect(tile).toMatchObject({ key: HASH, src: 'kept/1', why, canRemove: true, percent: null })
    expect(tile?.chip?.text ?? null).toBe(chip)
  })

  it('stay while they are sent', () => {
    expect(draftTiles([queued('waiting')], START_MS, true)).toMatchObject([{ canRemove: false }])
  })
})

describe('photos that the server knows', () => {
  const entry = { photos: [queued('waiting')] }
  it.each([
    ['verified, with its address', sent({ state: 'verified' }), null, {}, '已核对', 'https://photo', ''],
    ['verified, and the phone still has it', sent({ state: 'verified' }), entry, {}, '已核对', 'https://photo', ''],
    ['failed', sent({ state: 'failed', problem: 'hash' }), null, {}, '没有通过', 'https://photo', '内容和签到时不一样'],
    ['under way from this phone', sent({}), entry, { [HASH]: 0.5 }, '上传 50%', 'https://photo', ''],
    ['waiting in this phone', sent({}), entry, {}, '待发送', 'https://photo', ''],
    ['in, and not looked at yet', sent({}), { photos: [queued('in')] }, {}, '待核对', 'https://photo', ''],
    ['lost in this phone', sent({}), { photos: [queued('lost')] }, {}, '没有送达', 'https://photo', ''],
    ['not in this phone any more', sent({}), null, {}, '待核对', 'https://photo', ''],
  ] as const)('%s', (_, photo, found, progress, text, src, why) => {
    const [tile] = sentTiles({ photos: [photo], urls: { [HASH]: 'https://photo' }, entry: found, progress })
    expect(tile).toMatchObject({ chip: { text }, src, why })
    expect(tile?.label).toContain(text)
  })

  it('shows the file of this phone until the server has a picture, and nothing where there is none', () => {
    const tiles = (entryOf: typeof entry | null) =>
      sentTiles({ photos: [sent({})], urls: {}, entry: entryOf, progress: {} }).map(({ src }) => src)
    expect(tiles(entry)).toEqual(['kept/1'])
    expect(tiles(null)).toEqual([''])
  })
})

describe('the watermark', () => {
  const judged = { site: { name: '嘉澜纸业' } } as never
  it.each([
    ['the site where presence holds', { verdict: { holds: true, judged }, location: success(reading()) }, '嘉澜纸业'],
    ['coordinates elsewhere', { verdict: { holds: false, judged }, location: success(reading()) }, '31.2041, 121.5906'],
    ['that nobody knows', { verdict: null, location: null }, '还不知道你在哪里'],
  ])('says %s', (_, place, line) => {
    const input = { employeeName: '陈雨桐', takenAtMs: START_MS, offsetMinutes: 480, place: place as never }
    expect(watermarkLines(input)).toEqual(['2026-11-18 08:52:07', '陈雨桐', line])
  })

  it('tells the time of the work day, wherever the phone is', () => {
    const input = {
      employeeName: '',
      takenAtMs: START_MS,
      offsetMinutes: -300,
      place: { verdict: null, location: null },
    }
    expect(watermarkLines(input)[0]).toBe('2026-11-17 19:52:07')
  })
})
