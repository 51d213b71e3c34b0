/** Every page in the states that matter: who looks at it, how they got there, and what surrounds their phone. */
import {
  ABOUT_PAGE,
  approvalPage,
  correctionPage,
  faultPage,
  HELP_PAGE,
  helpTopicPage,
  MY_DATA_PAGE,
  permissionPage,
  PRIVACY_PAGE,
  REBIND_PAGE,
  resultPage,
  SETTINGS_PAGE,
  startPage,
  TABS,
  TEAM_PAGE,
  visitRecordPage,
} from '../../../../miniprogram/routes'
import { texts } from '../../../../miniprogram/texts/texts'
import type { PhoneSettings } from '../../../preview/settings'
import type { BrowserPhone } from '../browser-phone'
import type { CompanyPerson } from '../company'
import { applyOutside, fillVisit, type ActorName, type Studio } from './actors'

export interface Scene {
  /** In one or two words. */
  readonly name: string
  readonly as: ActorName
  /** Address with parameters. */
  readonly at: string | ((studio: Studio, person: CompanyPerson) => Promise<string>)
  /** Beside those of the actor's phone. */
  readonly settings?: (studio: Studio) => Partial<PhoneSettings>
  /** What the page says once it is ready. */
  readonly shows?: string
  /** What is done on the page first. */
  readonly then?: (phone: BrowserPhone) => Promise<void>
  /** CSS pixels, for what lies below the first screen. */
  readonly height?: number
}

const TALL = 1_500
const OFFICE_WIFI = { ssid: 'CJ-Office', bssid: '3c:06:a7:10:2b:01' }
const TODAY = { workDay: '2026-11-18', span: 1 } as const

/** The result of the last check-in. */
const lastResult: Scene['at'] = async ({ company }, person) =>
  resultPage((await company.records(person))[0]?.attemptId ?? '')
const lastVisit: Scene['at'] = async ({ company }, person) =>
  visitRecordPage((await company.records(person))[0]?.attemptId ?? '')
/** What waits for this leader and is of this kind. */
const waiting =
  (kind: 'rebind' | 'attempt'): Scene['at'] =>
  async ({ company }, person) => {
    const leader = await company.api(person)
    const { items } = await leader.get<{ items: readonly { id: string; kind: string }[] }>(
      '/approvals?role=approver&status=pending',
    )
    return approvalPage(items.find((item) => item.kind === kind)?.id ?? '')
  }
const at =
  (metres: number) =>
  ({ demo }: Studio) => ({ place: demo.officePlus(metres) })

/** By the page that is shown, in the order of `app.json`. */
export const SCENES: Readonly<Record<string, readonly Scene[]>> = {
  'pages/home/home': [
    { name: 'ready', as: 'engineer', at: TABS.home, shows: texts.home.plan, height: TALL },
    { name: 'outside', as: 'engineer', at: TABS.home, settings: at(236), shows: texts.ways.applyTitle },
    { name: 'far', as: 'engineer', at: TABS.home, settings: at(5_000), shows: texts.ways.applyTitle },
    {
      name: 'imprecise',
      as: 'engineer',
      at: TABS.home,
      settings: () => ({ accuracyMetres: 380 }),
      shows: texts.slab.imprecise,
    },
    {
      name: 'no permission',
      as: 'engineer',
      at: TABS.home,
      settings: () => ({ permissions: { location: 'denied', camera: 'granted' } }),
      shows: texts.slab.noPermission,
    },
    {
      name: 'WeCom without permission',
      as: 'engineer',
      at: TABS.home,
      settings: () => ({ wecomPermissions: { location: false, camera: true } }),
      shows: texts.slab.wecomRefused,
    },
    { name: 'no fix', as: 'engineer', at: TABS.home, settings: () => ({ place: null }), shows: texts.slab.noFix },
    {
      name: 'proof',
      as: 'engineer',
      at: TABS.home,
      settings: () => ({ wifi: OFFICE_WIFI }),
      shows: texts.proof.proven,
    },
    {
      name: 'gateway away',
      as: 'engineer',
      at: TABS.home,
      settings: ({ demo }) => ({ wifi: OFFICE_WIFI, gatewayReachable: false, place: demo.officePlus(236) }),
    },
    { name: 'offline', as: 'engineer', at: TABS.home, settings: () => ({ offline: true }), shows: texts.slab.offline },
    { name: 'done', as: 'accepted', at: TABS.home, shows: texts.home.today },
    { name: 'pending', as: 'applicant', at: TABS.home, shows: texts.home.today },
    {
      name: 'queue',
      as: 'queued',
      at: TABS.home,
      settings: () => ({ offline: true }),
      shows: texts.home.waiting,
      height: TALL,
    },
    { name: 'other phone', as: 'unbound', at: TABS.home, shows: texts.slab.notBound },
    { name: 'day off', as: 'resting', at: TABS.home },
    { name: 'manager', as: 'manager', at: TABS.home, shows: texts.home.today },
  ],
  'pages/records/records': [
    { name: 'month', as: 'engineer', at: TABS.records, height: TALL },
    { name: 'today', as: 'accepted', at: TABS.records },
    { name: 'offline', as: 'queued', at: TABS.records, settings: () => ({ offline: true }) },
  ],
  'pages/requests/requests': [
    { name: 'none', as: 'accepted', at: TABS.requests, shows: texts.requests.empty },
    { name: 'own', as: 'applicant', at: TABS.requests, shows: texts.requests.status.pending },
    { name: 'cards', as: 'manager', at: TABS.requests, shows: texts.approvals.reject, height: TALL },
  ],
  'pages/me/me': [
    { name: 'bound', as: 'engineer', at: TABS.me },
    { name: 'manager', as: 'manager', at: TABS.me },
  ],
  'pages/result/result': [
    { name: 'accepted', as: 'accepted', at: lastResult, shows: texts.result.whyAccepted, height: TALL },
    { name: 'refused', as: 'refused', at: lastResult, shows: texts.result.whyRefused, height: TALL },
    { name: 'pending', as: 'applicant', at: lastResult, shows: texts.result.whyPending, height: TALL },
  ],
  'pages/privacy/privacy': [
    { name: 'asking', as: 'newcomer', at: PRIVACY_PAGE, shows: texts.privacy.agree, height: TALL },
    { name: 'declined', as: 'decliner', at: PRIVACY_PAGE, shows: texts.privacy.declinedTitle },
    { name: 'agreed', as: 'engineer', at: PRIVACY_PAGE, shows: texts.privacy.headline[0] },
  ],
  'pages/start/start': [
    { name: 'outside WeCom', as: 'outsider', at: startPage('outside_wecom'), settings: () => ({ host: 'wechat' }) },
    {
      name: 'wrong company',
      as: 'outsider',
      at: startPage('WRONG_COMPANY', '这家公司没有开通外勤签到。请从自己公司的企业微信打开'),
      settings: () => ({ host: 'other-company' }),
      shows: texts.start.wrongCompanyTitle,
    },
    { name: 'unreachable', as: 'outsider', at: startPage('unreachable'), shows: texts.start.retry },
  ],
  'pages/application/application': [
    {
      name: 'empty',
      as: 'outsider',
      at: TABS.home,
      then: (phone) => phone.tap(texts.ways.applyTitle),
      height: TALL,
    },
    { name: 'filled', as: 'outsider', at: TABS.home, then: applyOutside, height: TALL },
  ],
  'pages/rebind/rebind': [
    { name: 'asking', as: 'unbound', at: REBIND_PAGE, shows: texts.rebind.asking.submit, height: TALL },
    { name: 'pending', as: 'changing', at: REBIND_PAGE, shows: texts.rebind.step.asked, height: TALL },
  ],
  'pages/visit/visit': [
    { name: 'empty', as: 'visitor', at: TABS.home, then: openVisit, height: TALL },
    {
      name: 'filled',
      as: 'visitor',
      at: TABS.home,
      then: async (phone) => {
        await openVisit(phone)
        await fillVisit(phone)
      },
      height: TALL,
    },
    { name: 'record', as: 'visited', at: lastVisit, shows: texts.visit.save, height: TALL },
  ],
  'pages/permission/permission': [
    {
      name: 'location',
      as: 'engineer',
      at: permissionPage('location'),
      settings: () => ({ permissions: { location: 'denied', camera: 'granted' } }),
      shows: texts.permission.how,
    },
    {
      name: 'WeCom',
      as: 'engineer',
      at: permissionPage('wecom_location'),
      settings: () => ({ wecomPermissions: { location: false, camera: true } }),
      shows: texts.permission.how,
    },
    { name: 'precise', as: 'engineer', at: permissionPage('precise'), shows: texts.permission.how },
    {
      name: 'camera',
      as: 'engineer',
      at: permissionPage('camera'),
      settings: () => ({ permissions: { location: 'granted', camera: 'denied' } }),
      shows: texts.permission.how,
    },
  ],
  'packages/manage/approval/approval': [
    { name: 'change of phones', as: 'manager', at: waiting('rebind'), shows: texts.approval.history, height: TALL },
    { name: 'application', as: 'manager', at: waiting('attempt'), shows: texts.approval.history, height: TALL },
  ],
  'packages/manage/team/team': [{ name: 'today', as: 'manager', at: TEAM_PAGE, shows: texts.team.all, height: TALL }],
  'packages/help/help/help': [{ name: 'index', as: 'engineer', at: HELP_PAGE, shows: texts.help.topics, height: TALL }],
  'packages/help/topic/topic': [
    { name: 'topic', as: 'engineer', at: helpTopicPage('checkIn'), shows: texts.help.why },
    { name: 'code', as: 'engineer', at: helpTopicPage('OUT_OF_RANGE'), shows: texts.help.why },
  ],
  'packages/help/fault/fault': [
    { name: 'empty', as: 'engineer', at: faultPage(), shows: texts.fault.mine, height: TALL },
    { name: 'answered', as: 'reporter', at: faultPage(), shows: texts.fault.mine, height: TALL },
  ],
  'packages/account/settings/settings': [
    { name: 'off', as: 'engineer', at: SETTINGS_PAGE, shows: texts.settings.quick },
  ],
  'packages/account/my-data/my-data': [
    { name: 'mine', as: 'engineer', at: MY_DATA_PAGE, shows: texts.myData.phones, height: TALL },
  ],
  'packages/account/about/about': [{ name: 'about', as: 'engineer', at: ABOUT_PAGE, shows: texts.about.server }],
  'packages/account/correction/correction': [
    { name: 'correction', as: 'engineer', at: correctionPage({ ...TODAY, kind: 'early' }) },
  ],
}

async function openVisit(phone: BrowserPhone): Promise<void> {
  await phone.tap(texts.slotShort.visit)
  await phone.tap(texts.slotName.visit)
  await phone.see(texts.visit.customer)
}
