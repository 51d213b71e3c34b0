import { sessionReply } from '../../../test/replies'
import { myDataView, type MyDataFacts } from './my-data.view'

const notice = {
  version: 3,
  publishedAt: '2026-10-08T00:00:00+08:00',
  title: '告知',
  text: '# 告知\n\n先读。\n\n| 内容 | 用途 | 最长保存 |\n|---|---|---|\n| 现场照片 | 当场拍摄 | 1 年 |',
}
const facts = { brand: 'HUAWEI', model: 'Mate 60', platform: 'android', system: 'HarmonyOS 4.2' }
const view = (change: Partial<MyDataFacts> = {}) =>
  myDataView({
    notice,
    devices: [
      { id: 'b', keyThumbprint: 'key-b', state: 'candidate', facts, boundAt: null },
      { id: 'a', keyThumbprint: 'key-a', state: 'active', facts, boundAt: '2026-09-01T17:30:00.000Z' },
    ],
    keyThumbprint: 'key-a',
    consent: sessionReply().consent,
    waitingCount: 0,
    offsetMinutes: 480,
    ...change,
  })

describe('my data', () => {
  it('tells what the notice in force says is kept', () => {
    expect(view()).toMatchObject({
      kept: [{ icon: 'camera', name: '现场照片', text: '当场拍摄', right: '1 年' }],
      keptFrom: '出自隐私告知第 3 版，由公司保存',
    })
    expect(view({ notice: null })).toMatchObject({ kept: null, keptFrom: '' })
  })

  it.each([
    [480, 'HarmonyOS 4.2，9月2日 01:30 绑定'],
    [-300, 'HarmonyOS 4.2，9月1日 12:30 绑定'],
  ])('lists the phones with the time of binding at %d minutes', (offsetMinutes, hint) => {
    expect(view({ offsetMinutes }).phones).toMatchObject([
      { name: 'HUAWEI Mate 60', hint: 'HarmonyOS 4.2，等主管同意', chip: { text: '待生效' } },
      { name: 'HUAWEI Mate 60（本机）', hint, chip: { text: '使用中' } },
    ])
  })

  it('says which version was agreed to, and that there is a newer one', () => {
    const consent = sessionReply().consent
    expect(view().consent).toEqual({ title: '已同意第 3 版告知', lines: ['这一版 10月8日 发布'], isAgreed: true })
    expect(view({ consent: { ...consent, agreedVersion: 2 } }).consent).toMatchObject({
      title: '已同意第 2 版告知',
      lines: ['第 3 版已发布，打开签到页时会请你看'],
    })
    expect(view({ consent: { ...consent, agreedVersion: null } }).consent.isAgreed).toBe(false)
  })

  it('lets nothing be deleted while check-ins wait', () => {
    expect(view()).toMatchObject({ queue: '没有', mayErase: true })
    expect(view({ waitingCount: 2 })).toMatchObject({ queue: '2 次', mayErase: false })
  })
})
