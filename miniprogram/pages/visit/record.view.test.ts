import type { RecordReply } from '../../contract/api'
import type { VisitRecordReply } from '../../contract/api-visits'
import { EMPTY_DRAFT } from '../../services/drafts-content'
import { checkInReply } from '../../test/replies'
import { recordView, type RecordInput } from './record.view'
import { contentOf } from './visit-fields.view'

const RECORD: RecordReply = {
  ...checkInReply({ slot: { workDay: '2026-11-18', kind: 'visit', span: 0 }, capturedAt: '2026-11-18T10:41:06+08:00' }),
  evidenceState: 'none',
  place: null,
  wifi: null,
  networkType: '4g',
  rule: null,
  decisions: [],
}
const STANDS: VisitRecordReply = {
  attemptId: 'attempt-1',
  version: 2,
  customer: '嘉澜纸业',
  purpose: '维修',
  notes: '换了密封圈',
  updatedAt: '2026-11-18T10:50:00+08:00',
  editableUntil: '2026-11-19T00:00:00+08:00',
  edits: [{ customer: '嘉澜纸业', purpose: '回访', version: 1, writtenAt: '2026-11-18T10:41:06+08:00' }],
}

function input(change: Partial<RecordInput> = {}): RecordInput {
  return {
    record: RECORD,
    stands: STANDS,
    content: { ...EMPTY_DRAFT, ...contentOf(STANDS, 2) },
    isChanged: false,
    isSaving: false,
    isClosed: false,
    note: null,
    photos: { photos: [], urls: {}, entry: null, progress: {} },
    ...change,
  }
}

describe('the record of a visit', () => {
  it.each<[string, Partial<RecordInput>, object]>([
    ['nothing changed', {}, { isReady: false, act: 'none', missing: '没有改动' }],
    ['changed', { isChanged: true }, { isReady: true, act: 'save', text: '保存记录', missing: '' }],
    [
      'changed, without a purpose',
      { isChanged: true, content: { ...EMPTY_DRAFT, customer: '嘉澜纸业' } },
      { isReady: false, missing: '选一个目的' },
    ],
    ['being saved', { isChanged: true, isSaving: true }, { isReady: false, text: '正在保存…' }],
    ['closed', { isChanged: true, isClosed: true }, { isReady: false, missing: '' }],
  ])('%s', (_, change, foot) => {
    expect(recordView(input(change)).foot).toMatchObject(foot)
  })

  it.each<[string, Partial<RecordReply>, string]>([
    ['accepted', {}, '10:41:06 拜访签到已通过'],
    ['waiting for its photos', { outcome: 'pending', code: 'PHOTO_AWAITED' }, '10:41:06 拜访签到等照片核对'],
    ['waiting for a leader', { outcome: 'pending', code: 'OUT_OF_RANGE' }, '10:41:06 拜访签到待审批'],
    ['refused', { outcome: 'refused', code: 'OUT_OF_RANGE' }, '10:41:06 拜访签到未通过'],
  ])('of a check-in that is %s', (_, change, text) => {
    const { status } = recordView(input({ record: { ...RECORD, ...change } }))
    expect(status).toMatchObject({ chip: { text }, text: '24:00 前可以改' })
  })

  it('says until when, and that it is over', () => {
    expect(recordView(input()).status?.text).toBe('24:00 前可以改')
    expect(recordView(input({ isClosed: true }))).toMatchObject({
      canEdit: false,
      note: { title: '这份记录不能再改' },
    })
  })

  it('names the place only where the customer does not', () => {
    expect(recordView(input()).customer.detail).toBe('张江总部')
    const record = { ...RECORD, site: { id: 'site-1', name: '嘉澜纸业' } }
    expect(recordView(input({ record })).customer.detail).toBe('')
  })

  it('shows what it said before, and what stands now where that is not what the fields show', () => {
    expect(recordView(input()).history).toEqual([{ key: '1', title: '第 1 版 10:41', text: '嘉澜纸业，回访' }])
    const conflict = recordView(input({ note: 'conflict', isChanged: true }))
    expect(conflict.history[0]).toEqual({
      key: 'now',
      title: '现在的内容 10:50',
      text: '嘉澜纸业，维修，换了密封圈',
    })
    expect(conflict.note).toMatchObject({ title: '这份记录在别处改过' })
    expect(recordView(input({ stands: null })).history).toEqual([])
  })
})
