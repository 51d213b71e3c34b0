/** Who the scenes' phones belong to, and what has happened on each before its pictures are taken. */
import { texts } from '../../../../miniprogram/texts/texts'
import { faultPage } from '../../../../miniprogram/routes'
import type { PhoneSettings } from '../../../preview/settings'
import type { BrowserPhone } from '../browser-phone'
import { customerPlace, type Company, type CompanyPerson } from '../company'
import type { DemoServer } from '../demo-server'
import { takePhoto } from '../take-photo'

export interface Studio {
  readonly demo: DemoServer
  readonly company: Company
}

export interface ActorPlan {
  person(studio: Studio): Promise<CompanyPerson>
  /** Of this phone in all its scenes. */
  readonly settings?: (studio: Studio) => Partial<PhoneSettings>
  /** Until the phone is as its scenes need it. */
  readonly prepare?: (phone: BrowserPhone, studio: Studio) => Promise<void>
}

const { early } = texts.slotName
export const REASON = '客户机房在地下二层，手机收不到定位'

const demoPerson = (userId: string, name: string) => () => Promise.resolve({ userId, name })
const engineer = (name: string) => (studio: Studio) => studio.company.engineer(name)
const outside = ({ demo }: Studio) => ({ place: demo.officePlus(360) })

/** Whose first opening binds the phone. */
async function bind(phone: BrowserPhone): Promise<void> {
  await phone.see(texts.home.today)
}

/** What was written and taken stays on the phone: a second time there is nothing left to do. */
async function isFilled({ page }: BrowserPhone): Promise<boolean> {
  return page.getByText(texts.photos.count(1), { exact: true }).first().isVisible()
}

export async function applyOutside(phone: BrowserPhone): Promise<void> {
  await phone.tap(texts.ways.applyTitle)
  await phone.see(texts.application.photoHint)
  if (await isFilled(phone)) return
  await takePhoto(phone)
  await phone.type(texts.application.reasonExample, REASON)
}

export async function fillVisit(phone: BrowserPhone): Promise<void> {
  if (await isFilled(phone)) return
  await phone.tap(texts.visit.purposes[1])
  await phone.tap(texts.visit.outcomes[0])
  await phone.type(texts.visit.contactHint, '周工，设备科')
  await phone.type(texts.visit.notesHint, '更换 2 号流量计的传感器，零点已校准，下周复查读数。')
  await takePhoto(phone)
}

export const ACTORS = {
  /** With plans of today and two weeks of history. */
  engineer: { person: demoPerson('ChenYuTong', '陈雨桐'), prepare: bind },
  manager: { person: demoPerson('WangJianGuo', '王建国'), prepare: bind },
  newcomer: { person: demoPerson('XuWenJing', '许文静') },
  decliner: {
    person: (studio) => studio.company.engineer('何念', { consents: [] }),
    async prepare(phone) {
      await phone.tap(texts.privacy.decline)
      await phone.see(texts.privacy.declinedTitle)
    },
  },
  unbound: { person: demoPerson('LuoZhiQiang', '罗志强') },
  changing: {
    person: demoPerson('FangXiaoMan', '方小满'),
    async prepare(phone) {
      await phone.tap(texts.slab.notBound)
      await phone.tap(texts.rebind.asking.quick[2])
      await phone.tap(texts.rebind.asking.submit)
      await phone.see(texts.rebind.step.asked)
    },
  },
  resting: { person: (studio) => studio.company.engineer('安宁', { rests: true }) },
  outsider: { person: engineer('陆遥'), settings: outside, prepare: bind },
  refused: {
    person: engineer('江澈'),
    settings: outside,
    async prepare(phone) {
      await phone.tap(texts.slab.outside(early))
      await phone.tap(texts.ways.submitAnyway)
      await phone.see(texts.result.refused(early))
    },
  },
  applicant: {
    person: engineer('林夏'),
    settings: outside,
    async prepare(phone) {
      await applyOutside(phone)
      await phone.tap(texts.application.submit)
      await phone.see(texts.result.pending(early))
    },
  },
  accepted: {
    person: engineer('顾北'),
    async prepare(phone) {
      await phone.see(texts.verdict.inside('张江总部'))
      await phone.tap(early)
      await phone.see(texts.result.accepted(early))
    },
  },
  queued: {
    person: engineer('叶舟'),
    async prepare(phone) {
      await phone.see(texts.verdict.inside('张江总部'))
      await phone.set({ offline: true })
      await phone.tap(texts.slab.offline)
      await phone.see(texts.home.offlineTitle(1))
    },
  },
  visitor: {
    person: engineer('秦放'),
    settings: () => ({ place: customerPlace('海川食品') }),
    prepare: bind,
  },
  visited: {
    person: engineer('温宁'),
    settings: () => ({ place: customerPlace('海川食品') }),
    async prepare(phone) {
      await phone.tap(texts.slotShort.visit)
      await phone.tap(texts.slotName.visit)
      await fillVisit(phone)
      await phone.tap(texts.visit.submit)
      // Whether its photos are on their way or already there.
      await phone.see(texts.result.columns)
    },
  },
  reporter: {
    person: engineer('方舟'),
    async prepare(phone, { company }) {
      await phone.see(texts.home.today)
      await phone.go(faultPage())
      await phone.type(texts.fault.hint, '签到页一直转圈，换了 Wi-Fi 也一样')
      await phone.tap(texts.fault.send)
      await phone.see(texts.fault.waiting)
      const hr = await company.api({ userId: 'ShenRuoLan' })
      const { items } = await hr.get<{ items: readonly { id: string }[] }>('/feedback')
      await hr.post(`/feedback/${items[0]?.id ?? ''}/answer`, { text: '网络已经修好，再试一次。' })
    },
  },
} as const satisfies Record<string, ActorPlan>

export type ActorName = keyof typeof ACTORS
