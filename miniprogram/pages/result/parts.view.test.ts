import type { PhotoListReply, PhotoReply } from '../../contract/api-photos'
import type { VisitRecordReply } from '../../contract/api-visits'
import { slotReply } from '../../test/replies'
import { photosPart, type PhotosPartInput } from './photos-part.view'
import { visitPart, type VisitPartInput } from './visit-part.view'

const WORK_DAY = '2026-11-18'
const NOW_MS = Date.parse('2026-11-18T15:00:00+08:00')

const record = (change: Partial<VisitRecordReply> = {}): VisitRecordReply => ({
  attemptId: 'attempt-1',
  version: 1,
  updatedAt: '2026-11-18T14:30:00+08:00',
  editableUntil: '2026-11-19T00:00:00+08:00',
  edits: [],
  customer: '北辰印染',
  purpose: '回访',
  notes: '',
  ...change,
})
const visit = (change: Partial<VisitPartInput> = {}) =>
  visitPart({ visit: record(), outcome: 'accepted', workDay: WORK_DAY, slot: null, nowMs: NOW_MS, ...change })

describe('the visit record of a result', () => {
  it('shows what was written, and until when it may be changed', () => {
    expect(visit()).toEqual({
      rows: [
        { key: 'customer', name: '客户', text: '北辰印染' },
        { key: 'purpose', name: '目的', text: '回访' },
      ],
      note: '',
      hints: ['24:00 前可以改'],
      action: '改拜访记录',
    })
  })

  it.each<[string, Partial<VisitPartInput>, { note: string; hints: readonly string[]; action: string } | null]>([
    ['not known', { visit: null }, null],
    ['not to be had', { visit: 'failed' }, { note: '拜访记录暂时打不开，不影响结果', hints: [], action: '' }],
    ['closed', { visit: record({ editableUntil: null }) }, { note: '', hints: ['已过可改的时间'], action: '' }],
    ['over since it was read', { nowMs: NOW_MS + 10 * 3_600_000 }, { note: '', hints: ['已过可改的时间'], action: '' }],
    [
      'edited',
      { visit: record({ edits: [{ customer: '北辰', purpose: '回访', version: 1, writtenAt: '' }] }) },
      { note: '', hints: ['改过 1 次，最近 14:30', '24:00 前可以改'], action: '改拜访记录' },
    ],
    ['not written, of a day that is over', { visit: 'none' }, { note: '还没有写', hints: [], action: '' }],
    [
      'not written yet',
      { visit: 'none', slot: slotReply({ kind: 'visit', span: 0 }) },
      { note: '还没有写', hints: [], action: '写拜访记录' },
    ],
    ['of what was refused', { visit: 'none', outcome: 'refused', slot: slotReply() }, null],
  ])('%s', (_, change, expected) => {
    if (expected === null) expect(visit(change)).toBeNull()
    else expect(visit(change)).toMatchObject(expected)
  })
})

const photo = (change: Partial<PhotoReply> = {}): PhotoReply => ({
  sha256: 'a'.repeat(64),
  byteLength: 420_000,
  takenAt: '2026-11-18T14:20:00+08:00',
  state: 'awaited',
  problem: null,
  widthPixels: null,
  heightPixels: null,
  verifiedAt: null,
  ...change,
})
const list = (items: readonly PhotoReply[]): PhotoListReply => ({ items, deadline: '2026-11-18T20:00:00.000Z' })
const photos = (change: Partial<PhotosPartInput> = {}) =>
  photosPart({
    photos: list([photo()]),
    outcome: 'pending',
    capturedAt: '2026-11-18T08:52:07+08:00',
    workDay: WORK_DAY,
    urls: {},
    entry: null,
    progress: {},
    ...change,
  })

describe('the photos of a result', () => {
  it.each<[string, Partial<PhotosPartInput>, string | null, number]>([
    ['not known', { photos: null }, null, 0],
    ['none', { photos: list([]) }, null, 0],
    ['not to be had', { photos: 'failed' }, '照片暂时看不了，不影响结果', 0],
    ['awaited', {}, '照片要在次日 04:00 前送达', 1],
    ['awaited by nobody', { outcome: 'refused' }, '', 1],
    ['verified', { photos: list([photo({ state: 'verified' })]) }, '', 1],
  ])('%s', (_, change, note, count) => {
    const part = photos(change)
    expect(part?.note ?? null).toBe(note)
    expect(part?.tiles ?? []).toHaveLength(count)
  })

  it('say in words why one failed', () => {
    const failed = photos({ photos: list([photo({ state: 'failed', problem: 'hash' })]) })
    expect(failed?.tiles[0]?.why).toBe('内容和签到时不一样')
  })
})
