import type { RecordReply } from '#contract/api'
import type { VisitRecordReply } from '#contract/api-visits'
import { faultPage, SETTINGS_PAGE } from '../../../../miniprogram/routes'
import { texts } from '../../../../miniprogram/texts/texts'
import { describeInChromium } from '../chromium'
import { customerPlace } from '../company'
import { until } from '../../until'
import { onStage } from './stage'

const HR = { userId: 'ShenRuoLan' }
const { early } = texts.slotName

describeInChromium('the other pages', () => {
  const stage = onStage()

  it('a visit with two photos leaves its record, and the photos are verified', async () => {
    const person = await stage.company.engineer('温言')
    const phone = await stage.phone(person, { settings: { place: customerPlace('海川食品') } })
    await phone.tap(texts.slotShort.visit)
    await phone.tap(texts.slotName.visit)
    await phone.tap(texts.visit.purposes[1])
    await phone.tap(texts.visit.outcomes[0])
    await phone.type(texts.visit.contactHint, '周工')
    await phone.type(texts.visit.notesHint, '更换流量计传感器，零点已校准。')
    await phone.tap(texts.photos.take)
    await phone.shoot()
    await phone.see(texts.photos.count(1))
    await phone.tap(texts.photos.takeAgain)
    await phone.shoot()
    await phone.see(texts.photos.count(2))
    await phone.tap(texts.visit.submit)
    const [record] = await until(
      () => stage.company.records(person),
      ([item]) => item?.evidenceState === 'verified',
    )
    expect(record).toMatchObject({ outcome: 'accepted', siteName: '海川食品', slot: { kind: 'visit' } })
    const owner = await stage.company.api(person)
    const attemptId = record?.attemptId ?? ''
    const visit = await owner.get<VisitRecordReply>(`/check-ins/${attemptId}/visit-record`)
    expect(visit).toMatchObject({ customer: '海川食品', contact: '周工', notes: '更换流量计传感器，零点已校准。' })
    const photos = await owner.get<{ items: readonly { state: string }[] }>(`/check-ins/${attemptId}/photos`)
    expect(photos.items.map(({ state }) => state)).toEqual(['verified', 'verified'])
  })

  it('the month and its day show what was signed, and lead to why', async () => {
    const person = await stage.company.engineer('许鸣')
    const phone = await stage.phone(person)
    await phone.see(texts.verdict.inside('张江总部'))
    await phone.tap(early)
    await phone.see(texts.result.accepted(early))
    await phone.tap(texts.result.done)
    await phone.go('/pages/records/records')
    await phone.see(texts.records.title(2026, 11))
    await phone.see(texts.daySlot.due('09:00'))
    await phone.see(texts.daySlot.onTime)
    const [record] = await stage.company.records(person)
    const full = await (await stage.company.api(person)).get<RecordReply>(`/records/${record?.attemptId ?? ''}`)
    await phone.see(full.site?.name ?? '')
  })

  it('a fault is reported, and the answer of HR is read', async () => {
    const person = await stage.company.engineer('简宁')
    const phone = await stage.phone(person)
    await phone.see(texts.verdict.inside('张江总部'))
    await phone.go(faultPage())
    await phone.type(texts.fault.hint, '签到页一直转圈，换了 Wi-Fi 也一样')
    await phone.tap(texts.fault.send)
    await phone.see(texts.fault.waiting)

    const hr = await stage.company.api(HR)
    const { items } = await hr.get<{ items: readonly { id: string; text: string }[] }>('/feedback')
    const report = items.find(({ text }) => text.includes('一直转圈'))
    await hr.post(`/feedback/${report?.id ?? ''}/answer`, { text: '机房的网络已经修好，再试一次。' })
    await phone.restart(faultPage().slice(1))
    await phone.see('机房的网络已经修好，再试一次。')
  })

  it('quick check-in is off until it is switched on, and then needs no tap', async () => {
    const person = await stage.company.engineer('余欢')
    const phone = await stage.phone(person)
    await phone.see(texts.verdict.inside('张江总部'))
    await phone.go(SETTINGS_PAGE)
    await phone.page.getByRole('switch', { name: texts.settings.quick }).first().tap()
    expect(await stage.company.records(person)).toEqual([])

    await phone.restart('pages/home/home')
    await until(
      () => stage.company.records(person),
      ([record]) => record?.outcome === 'accepted',
    )
    expect(await stage.company.records(person)).toHaveLength(1)
  })
})
