import { texts } from '../../../../miniprogram/texts/texts'
import { describeInChromium } from '../chromium'
import { customerPlace } from '../company'
import { takePhoto } from '../take-photo'
import { until } from '../../until'
import { onStage } from './stage'

const { early } = texts.slotName

describeInChromium('without a network', () => {
  const stage = onStage()

  it('two check-ins with photos outlive the app and are judged once each', async () => {
    const person = await stage.company.engineer('叶舟', { photos: true })
    const phone = await stage.phone(person, { settings: { place: customerPlace('海川食品') } })
    await phone.tap(texts.slotShort.visit)
    await phone.see(texts.verdict.inside('海川食品'))
    await phone.set({ offline: true })
    await phone.tap(texts.slab.offline)
    await phone.tap(texts.visit.purposes[0])
    await takePhoto(phone)
    await phone.tap(texts.visit.submit)
    await phone.see(texts.home.offlineTitle(1))

    await phone.set({ place: stage.demo.office })
    await phone.restart('pages/home/home')
    await phone.see(texts.home.offlineTitle(1))
    await phone.tap(texts.slotShort.early)
    await phone.see(texts.verdict.inside('张江总部'))
    await phone.tap(texts.slab.offline)
    await takePhoto(phone)
    await phone.tap(texts.application.submitPlain)
    await phone.see(texts.home.offlineTitle(2))
    expect(await stage.company.records(person)).toEqual([])

    await phone.restart('pages/home/home')
    await phone.see(texts.home.offlineTitle(2))
    await phone.set({ offline: false })
    const records = await until(
      () => stage.company.records(person),
      (items) => items.length > 1 && items.every(({ evidenceState }) => evidenceState === 'verified'),
    )
    const slots = records.map(({ slot, outcome, siteName }) => ({ kind: slot.kind, outcome, siteName }))
    expect(slots).toHaveLength(2)
    expect(slots).toEqual(
      expect.arrayContaining([
        { kind: 'early', outcome: 'accepted', siteName: '张江总部' },
        { kind: 'visit', outcome: 'accepted', siteName: '海川食品' },
      ]),
    )
    await phone.restart('pages/home/home')
    await phone.see(texts.home.today)
    expect(await stage.company.records(person)).toHaveLength(2)
  })

  it('a photo that does not get through holds the check-in until it does', async () => {
    const person = await stage.company.engineer('乔安', { photos: true })
    const phone = await stage.phone(person, { settings: { uploadsFail: true } })
    await phone.see(texts.verdict.inside('张江总部'))
    await phone.tap(early)
    await takePhoto(phone)
    await phone.tap(texts.application.submitPlain)
    await phone.see(texts.result.awaitsPhotos(early))
    expect(await stage.company.records(person)).toMatchObject([{ code: 'PHOTO_AWAITED', evidenceState: 'awaited' }])

    await phone.restart('pages/home/home')
    await phone.see(texts.home.sendingTitle(1))
    await phone.set({ uploadsFail: false })
    await phone.tap(texts.home.retryNow)
    const [record, ...others] = await until(
      () => stage.company.records(person),
      ([item]) => item?.evidenceState === 'verified',
    )
    expect(record).toMatchObject({ outcome: 'accepted', code: 'ACCEPTED' })
    expect(others).toEqual([])
  })
})
