import type { RecordReply } from '#contract/api'
import { texts } from '../../../../miniprogram/texts/texts'
import type { BrowserPhone } from '../browser-phone'
import { describeInChromium } from '../chromium'
import { startGateway } from '../gateway'
import { onStage } from './stage'

const OFFICE_WIFI = { ssid: 'CJ-Office', bssid: '3c:06:a7:10:2b:01' }

describeInChromium('a check-in', () => {
  const stage = onStage()
  it('is refused outside, with both sides of the comparison', async () => {
    const person = await stage.company.engineer('陆遥')
    const phone = await stage.phone(person, { settings: { place: stage.demo.officePlus(360) } })
    await phone.tap(texts.slab.outside(texts.slotName.early))
    await phone.tap(texts.ways.submitAnyway)
    await phone.see(texts.result.refused(texts.slotName.early))
    await phone.see(texts.result.whyRefused)
    await phone.see('张江总部')
    const [record] = await stage.company.records(person)
    expect(record).toMatchObject({ outcome: 'refused', code: 'OUT_OF_RANGE' })
    await phone.see(record?.sentence ?? '')
  })

  it('without permission says what to open, and goes on once it is granted', async () => {
    const phone = await stage.phone(await stage.company.engineer('顾北'), {
      settings: { permissions: { location: 'ask', camera: 'ask' } },
    })
    await phone.tap('拒绝')
    await phone.see(texts.slab.noPermission)
    await openLocationSettings(phone)
    await phone.see(texts.verdict.inside('张江总部'))
    await phone.tap(texts.slotName.early)
    await phone.see(texts.result.accepted(texts.slotName.early))
  })

  it('a tap twice gives one record', async () => {
    const person = await stage.company.engineer('秦放')
    const phone = await stage.phone(person)
    await phone.see(texts.verdict.inside('张江总部'))
    await phone.set({ slow: true })
    const slab = phone.page.locator('#phone').getByText(texts.slotName.early, { exact: true }).last()
    await slab.dblclick()
    await phone.see(texts.result.accepted(texts.slotName.early))
    expect(await stage.company.records(person)).toHaveLength(1)
  })

  it('by a presence proof needs no place', async () => {
    const gateway = await startGateway(stage.demo, stage.platform)
    const person = await stage.company.engineer('方舟')
    const phone = await stage.phone(person, { settings: { place: null, wifi: OFFICE_WIFI } })
    await phone.see(texts.slab.proven)
    await phone.tap(texts.slotName.early)
    await phone.see(texts.result.accepted(texts.slotName.early))
    const [record] = await stage.company.records(person)
    const full = await (await stage.company.api(person)).get<RecordReply>(`/records/${record?.attemptId ?? ''}`)
    expect(full).toMatchObject({ outcome: 'accepted', presenceBy: 'wifi', place: null, wifi: OFFICE_WIFI })
    await gateway.close()
  })

  it('on a Wi-Fi whose gateway does not answer says so', async () => {
    const settings = { place: stage.demo.officePlus(360), wifi: OFFICE_WIFI, gatewayReachable: false }
    const person = await stage.company.engineer('温宁')
    const phone = await stage.phone(person, { settings })
    await phone.see(texts.proofProblem.unreachable)
    await phone.set({ gatewayReachable: true })
    await phone.restart()
    await phone.see(texts.slab.proven)
  })

  it('by a listed Wi-Fi alone where the site has no gateway', async () => {
    const person = await stage.company.engineer('许澈')
    const factoryWifi = { ssid: 'CJ-Factory', bssid: '3c:06:a7:20:5d:11' }
    const phone = await stage.phone(person, { settings: { place: null, wifi: factoryWifi } })
    await phone.see(texts.verdict.byWifi('苏州工厂'))
    await phone.tap(texts.slotName.early)
    await phone.see(texts.result.accepted(texts.slotName.early))
    const [record] = await stage.company.records(person)
    const full = await (await stage.company.api(person)).get<RecordReply>(`/records/${record?.attemptId ?? ''}`)
    expect(full).toMatchObject({ presenceBy: 'wifi', site: { name: '苏州工厂' }, place: null })
  })
})

/** By the page that explains the permission, which closes by itself once it is granted. */
async function openLocationSettings(phone: BrowserPhone): Promise<void> {
  await phone.tap(texts.slab.noPermission)
  await phone.see(texts.permission.location.why)
  await phone.tap(texts.permission.open)
  const settings = phone.page.getByRole('dialog')
  await settings.getByRole('checkbox', { name: '位置信息' }).check()
  await settings.getByRole('button', { name: '返回' }).tap()
}
