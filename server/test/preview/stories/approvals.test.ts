import { texts } from '../../../../miniprogram/texts/texts'
import type { BrowserPhone } from '../browser-phone'
import { describeInChromium } from '../chromium'
import type { CompanyPerson } from '../company'
import { takePhoto } from '../take-photo'
import { until } from '../../until'
import { onStage } from './stage'

const { early } = texts.slotName
const REASON = '客户机房在地下二层，手机收不到定位'

describeInChromium('approvals on two phones', () => {
  const stage = onStage()

  it('an application from outside is approved on the second phone and counts on the first', async () => {
    const leader = await stage.company.leader('杜衡')
    const person = await stage.company.engineer('江澈', { leader })
    const phone = await stage.phone(person, { settings: { place: stage.demo.officePlus(360) } })
    await phone.see(texts.slab.outside(early))
    await phone.tap(texts.ways.applyTitle)
    await takePhoto(phone)
    await phone.type(texts.application.reasonExample, REASON)
    await phone.tap(texts.application.submit)
    await phone.see(texts.result.pending(early))
    // The photo travels by itself, and the worker looks at it.
    await until(
      () => stage.company.records(person),
      ([record]) => record?.evidenceState === 'verified',
    )

    const second = await stage.phone(leader)
    await second.go('/pages/requests/requests')
    await second.see(person.name)
    await second.see(REASON)
    await second.tap(texts.approvals.approve.early)
    await second.see(texts.approvals.toastApproved(person.name))

    await phone.restart('pages/home/home')
    await phone.see(texts.home.today)
    await phone.see(texts.outcome.accepted)
    expect(await stage.company.records(person)).toMatchObject([{ outcome: 'accepted', slot: { kind: 'early' } }])
  })

  it('a new phone checks in while it waits; with the approval that counts, and the old phone is dead', async () => {
    const leader = await stage.company.leader('沈亦')
    const person = await stage.company.engineer('白露', { leader })
    const old = await boundPhone(person)
    const fresh = await askingPhone(person)
    await heldCheckIn(fresh)
    expect(await stage.company.records(person)).toMatchObject([
      { outcome: 'pending', code: 'DEVICE_AWAITING_APPROVAL' },
    ])

    const second = await stage.phone(leader)
    await second.go('/pages/requests/requests')
    await second.see(person.name)
    await second.tap(texts.approvals.approve.rebind)
    await second.see(texts.approvals.toastApproved(person.name))
    await until(
      () => stage.company.records(person),
      ([record]) => record?.outcome === 'accepted',
    )

    await old.restart('pages/home/home')
    await old.see(texts.slab.notBound)
    await fresh.restart('pages/rebind/rebind')
    await fresh.see(texts.rebind.ended.approved.title)
  })

  it('a change of phones that is rejected says so, with the comment', async () => {
    const leader = await stage.company.leader('邵川')
    const person = await stage.company.engineer('苏禾', { leader })
    await boundPhone(person)
    const fresh = await askingPhone(person)

    const second = await stage.phone(leader)
    await second.go('/pages/requests/requests')
    await second.see(person.name)
    await second.tap(texts.approvals.reject)
    await second.type(texts.approvals.commentHint, '先到人事登记新手机')
    await second.tap(texts.approvals.reject)
    await second.see(texts.approvals.toastRejected(person.name))

    await fresh.restart('pages/rebind/rebind')
    await fresh.see(texts.rebind.ended.rejected.title)
    await fresh.see('先到人事登记新手机')
  })

  it('what has changed since it was read is not decided, but shown', async () => {
    const leader = await stage.company.leader('闻喜')
    const person = await stage.company.engineer('路远', { leader })
    const phone = await stage.phone(person, { settings: { place: stage.demo.officePlus(360), uploadsFail: true } })
    await phone.tap(texts.ways.applyTitle)
    await takePhoto(phone)
    await phone.type(texts.application.reasonExample, REASON)
    await phone.tap(texts.application.submit)
    await phone.see(texts.result.pending(early))
    const second = await stage.phone(leader)
    await second.go('/pages/requests/requests')
    await second.see(person.name)

    // The photo arrives, and the check-in is judged again.
    await phone.restart('pages/home/home')
    await phone.set({ uploadsFail: false })
    await phone.tap(texts.home.retryNow)
    await until(
      () => stage.company.records(person),
      ([record]) => record?.evidenceState === 'verified',
    )
    await second.tap(texts.approvals.approve.early)
    await second.see(/内容有变化，还没有决定/)
    expect(await stage.company.records(person)).toMatchObject([{ outcome: 'pending' }])
    await second.tap(texts.approvals.approve.early)
    await second.see(texts.approvals.toastApproved(person.name))
  })

  /** The first phone of a person: bound by opening the app. */
  async function boundPhone(person: CompanyPerson): Promise<BrowserPhone> {
    const phone = await stage.phone(person)
    await phone.see(texts.verdict.inside('张江总部'))
    return phone
  }

  /** Another phone of the same person, which has asked for the change. */
  async function askingPhone(person: CompanyPerson): Promise<BrowserPhone> {
    const phone = await stage.phone(person, { phoneId: '2' })
    await phone.tap(texts.slab.notBound)
    await phone.tap(texts.rebind.asking.quick[2])
    await phone.tap(texts.rebind.asking.submit)
    await phone.see(texts.rebind.step.asked)
    return phone
  }

  async function heldCheckIn(phone: BrowserPhone): Promise<void> {
    await phone.tap(texts.rebind.checkIn)
    await phone.see(texts.verdict.inside('张江总部'))
    await phone.tap(early)
    await takePhoto(phone)
    await phone.tap(texts.application.submitPlain)
    await phone.see(texts.result.pending(early))
  }
})
