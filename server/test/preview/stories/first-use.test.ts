import { texts } from '../../../../miniprogram/texts/texts'
import { describeInChromium } from '../chromium'
import { onStage } from './stage'

describeInChromium('the way in', () => {
  const stage = onStage()

  it('first use: notice, consent, binding, a check-in, and the record of it', async () => {
    const person = await stage.company.engineer('林夏', { consents: [] })
    const phone = await stage.phone(person)
    await phone.see(texts.privacy.headline[0])
    await phone.see(texts.privacy.headline[1])
    await phone.tap(texts.privacy.agree)
    await phone.see(texts.verdict.inside('张江总部'))
    await phone.tap(texts.slotName.early)
    await phone.see(texts.result.accepted(texts.slotName.early))
    await phone.tap(texts.result.done)
    await phone.see(texts.home.today)

    await phone.go('/pages/records/records')
    await phone.see(texts.slotName.early)
    const [record, ...others] = await stage.company.records(person)
    expect(others).toEqual([])
    expect(record).toMatchObject({ outcome: 'accepted', siteName: '张江总部', deferred: false })
    expect(record?.slot).toEqual({ workDay: '2026-11-18', kind: 'early', span: 1 })
  })

  it('who declines is asked for nothing, and may change their mind', async () => {
    const person = await stage.company.engineer('何念', { consents: [] })
    const phone = await stage.phone(person, { settings: { permissions: { location: 'ask', camera: 'ask' } } })
    await phone.tap(texts.privacy.decline)
    await phone.see(texts.privacy.declinedTitle)
    // Neither was the phone asked for its place, nor has the server a phone, an attempt or a consent.
    expect((await phone.settings()).permissions).toEqual({ location: 'ask', camera: 'ask' })
    const known = { where: { employee: { userId: person.userId } } }
    const { database } = stage.platform
    expect(await database.read.device.count(known)).toBe(0)
    expect(await database.read.consent.count(known)).toBe(0)
    expect(await stage.company.records(person)).toEqual([])

    await phone.restart('pages/home/home')
    await phone.see(texts.privacy.declinedTitle)
    await phone.tap(texts.privacy.readAgain)
    await phone.tap(texts.privacy.agree)
    await phone.tap('允许')
    await phone.see(texts.verdict.inside('张江总部'))
  })

  it('outside WeCom nobody is anybody', async () => {
    const phone = await stage.phone({ userId: 'ChenYuTong' }, { settings: { host: 'wechat' } })
    await phone.see(texts.start.outsideTitle)
    await phone.see(texts.start.outsideText)
  })

  it("another company's WeCom is told so", async () => {
    const phone = await stage.phone({ userId: 'ChenYuTong' }, { settings: { host: 'other-company' } })
    await phone.see(texts.start.wrongCompanyTitle)
  })
})
