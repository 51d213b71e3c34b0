import type { ConsentState } from '../../contract/api'
import { declinedWords, privacyView } from './privacy.view'

describe('the privacy page', () => {
  it('shows the notice whole, its table as rows with what, what for and how long', () => {
    const text = `# 个人信息处理告知

先请读完。

| 内容 | 用途 | 最长保存 |
|---|---|---|
| 签到时的位置和精度 | 判断范围 | 2 年 |
| 所连 Wi-Fi 的名称 | 代替定位 | 2 年 |
| 别的什么 | 有用 | 1 天 |`
    const table = {
      key: 1,
      kind: 'rows',
      head: '内容，用途',
      headRight: '最长保存',
      rows: [
        { icon: 'locate', name: '签到时的位置和精度', text: '判断范围', right: '2 年' },
        { icon: 'wifi', name: '所连 Wi-Fi 的名称', text: '代替定位', right: '2 年' },
        { icon: 'info', name: '别的什么', text: '有用', right: '1 天' },
      ],
    }
    expect(privacyView({ version: 3, publishedAt: '2026-10-07T16:00:00Z', title: '告知', text }, 480)).toEqual({
      version: '第 3 版，2026-10-08 发布',
      blocks: [{ key: 0, kind: 'paragraph', text: '先请读完。' }, table],
      summary: [table],
    })
  })

  it('shows a notice without a table whole', () => {
    const notice = { version: 4, publishedAt: '2026-10-08T00:00:00+08:00', title: '告知', text: '# 告知\n\n只有话。' }
    expect(privacyView(notice, 480)).toMatchObject({ blocks: [{ text: '只有话。' }], summary: [] })
  })
})

describe('not agreeing', () => {
  const consent = (change: Partial<ConsentState>): ConsentState => ({
    ...{ currentVersion: 3, agreedVersion: null, sufficient: false, due: true },
    ...change,
  })
  it.each([
    ['for the first time', consent({}), false, '你没有同意，什么都没有收集', '不会读取位置'],
    ['before anybody logged in', null, false, '你没有同意，什么都没有收集', '不会读取位置'],
    ['after a withdrawal', consent({}), true, '你没有同意，不再收集', '以前收集的，按告知里写的时间保存'],
    [
      'to a newer version, the older one being over',
      consent({ agreedVersion: 2 }),
      true,
      '你没有同意，不再收集',
      '以前',
    ],
    [
      'to a newer version, while the older one still counts',
      consent({ agreedVersion: 2, sufficient: true }),
      true,
      '你没有同意新的一版',
      '第 2 版暂时还有效',
    ],
  ])('%s', (_, given, hasTraces, title, text) => {
    const said = declinedWords(given, hasTraces)
    expect(said).toEqual({ title, text: expect.stringContaining(text) as string })
  })
})
