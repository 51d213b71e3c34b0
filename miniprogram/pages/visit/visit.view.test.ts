import type { ContextReply } from '../../contract/api'
import { judgePresence } from '../../contract/presence'
import { success } from '../../result'
import { EMPTY_DRAFT, type DraftContent } from '../../services/drafts-content'
import type { PlaceState } from '../../services/place-state'
import { reading, START_MS } from '../../test/fake-platform'
import { contextReply, siteReply, slotReply } from '../../test/replies'
import { chosenOutcome, chosenPurpose, contentOf, detailsOf, fieldsView } from './visit-fields.view'
import { missingOf, visitView, type VisitInput } from './visit.view'

const customer = siteReply({ id: 'customer-1', name: '嘉澜纸业', kind: 'customer', planned: true })
const photo = { path: 'p', sha256: 'a', byteLength: 1, takenAtMs: START_MS, contentType: 'image/jpeg' } as const
const slot = slotReply({ kind: 'visit', span: 0, dueAt: null })

function placeAt(latitude: number | null): PlaceState {
  const location = latitude === null ? null : success(reading({ latitude }))
  const fix = { latitude: latitude ?? 0, longitude: 121.5906 }
  const site = { ...customer, hasGateway: false, gatewayClockWrong: false }
  return {
    locatingSinceMs: latitude === null ? START_MS : null,
    location,
    wifi: null,
    network: '4g',
    proof: { kind: 'none' },
    verdict: judgePresence({
      sites: [site],
      visitSiteId: site.id,
      fix: latitude === null ? null : { mainland: fix, elsewhere: fix, accuracyMetres: 12 },
      wifi: null,
      proof: 'missing',
      policy: { toleranceCapMetres: 50, maxAccuracyMetres: 200, wifiProof: null },
    }),
  }
}

const INSIDE = placeAt(31.2041)
const OUTSIDE = placeAt(31.2101)

function input(
  content: Partial<DraftContent> = {},
  change: Partial<VisitInput> = {},
  policy: Partial<ContextReply['policy']> = {},
): VisitInput {
  const context = contextReply({ slots: [slot], sites: [customer] })
  return {
    context: { ...context, policy: { ...context.policy, ...policy } },
    slot,
    content: { ...EMPTY_DRAFT, ...content },
    place: INSIDE,
    isHeld: false,
    isSending: false,
    phoneNowMs: START_MS,
    windowWidthPixels: 375,
    ...change,
  }
}

const REQUIRED = { visitRecordRequired: true }
const AT = { siteId: 'customer-1' }

describe('what a visit lacks', () => {
  it.each<[string, VisitInput, readonly string[]]>([
    ['a customer', input(), ['先选客户']],
    ['a customer that is gone from the list', input({ siteId: 'gone' }), ['先选客户']],
    ['nothing, where no record is asked for', input(AT), []],
    ['a purpose, where one is', input(AT, {}, REQUIRED), ['选一个目的']],
    ['a purpose, once a record is begun', input({ ...AT, notes: '换了密封圈' }), ['选一个目的']],
    ['the words of an own purpose', input({ ...AT, isOwnPurpose: true }), ['写明目的']],
    ['nothing, with it', input({ ...AT, purpose: '维修' }, {}, REQUIRED), []],
    ['name and purpose of one that is not on the list', input({ isUnlisted: true }), ['写客户名称', '选一个目的']],
    ['a note, where the rule wants one', input(AT, {}, { noteFor: ['visit'] }), ['写几句记录']],
    ['a photo, where the rule wants one', input(AT, {}, { photoFor: ['visit'] }), ['拍 1 张现场照片']],
    ['a photo of a phone whose change waits', input(AT, { isHeld: true }), ['拍 1 张现场照片']],
    ['nothing that is for other slots', input(AT, {}, { photoFor: ['early'], noteFor: ['late'] }), []],
    ['reason and photo of an application', input({ ...AT, applies: true }), ['写原因，至少 5 个字', '拍 1 张现场照片']],
    [
      'a photo that is not too old',
      input({ ...AT, photos: [photo] }, { phoneNowMs: START_MS + 11 * 60_000 }),
      ['有照片拍了超过 10 分钟，删掉重拍'],
    ],
  ])('%s', (_, given, missing) => {
    expect(missingOf(given)).toEqual(missing)
  })
})

describe('the button of a visit', () => {
  it.each<[string, VisitInput, object]>([
    ['lacks something', input(), { act: 'none', isReady: false, missing: '先选客户' }],
    ['submits where presence holds', input(AT), { act: 'submit', isReady: true, text: '提交拜访签到', missing: '' }],
    ['shows the ways out elsewhere', input(AT, { place: OUTSIDE }), { act: 'ways', isReady: true }],
    ['waits for the first fix', input(AT, { place: placeAt(null) }), { isReady: false, missing: '正在定位' }],
    [
      'applies from anywhere',
      input({ ...AT, applies: true, reason: '门卫不让进厂', photos: [photo] }, { place: OUTSIDE }),
      { act: 'submit', isReady: true, text: '提交申请' },
    ],
    ['is pressed once', input(AT, { isSending: true }), { act: 'none', isReady: false, text: '正在提交…' }],
    [
      'submits without a network: it is queued',
      input(AT, { place: { ...INSIDE, network: 'none' } }),
      { act: 'submit', isReady: true },
    ],
  ])('%s', (_, given, foot) => {
    expect(visitView(given).foot).toMatchObject(foot)
  })
})

describe('a visit as it is shown', () => {
  it('names the customer and how far its gate is', () => {
    expect(visitView(input(AT)).customer).toMatchObject({
      name: '嘉澜纸业',
      detail: '在范围内，上海市浦东新区云杉路 88 号',
    })
    expect(visitView(input(AT, { place: OUTSIDE })).customer.detail).toMatch(/^距门口 517 m，/)
  })

  it('asks to choose first, and shows no verdict of a place that nobody chose', () => {
    expect(visitView(input())).toMatchObject({ verdict: null, customer: { name: '选择客户或地点' } })
    expect(visitView(input(AT)).verdict).toMatchObject({ tone: 'accepted', ways: [] })
  })

  it('offers the ways out, and applying only where the rule lets', () => {
    const acts = (given: VisitInput) => visitView(given).verdict?.ways.map(({ act }) => act)
    expect(acts(input(AT, { place: OUTSIDE }))).toContain('apply')
    expect(acts(input(AT, { place: OUTSIDE }, { outOfRange: 'refuse' }))).not.toContain('apply')
  })

  it('says what may be left out', () => {
    expect(visitView(input(AT))).toMatchObject({
      recordHint: '这次可以不写拜访记录，以后当天还能补',
      purposeNeeded: false,
      notesNeeded: false,
      photos: { count: '可以不拍' },
    })
    expect(visitView(input(AT, {}, { ...REQUIRED, photoFor: ['visit'], noteFor: ['visit'] }))).toMatchObject({
      recordHint: '',
      purposeNeeded: true,
      notesNeeded: true,
      photos: { count: '至少 1 张' },
    })
  })

  it('hides what the server does not offer', () => {
    const { context } = input()
    const capabilities = { ...context.capabilities, visitRecords: false, photoUpload: false }
    expect(visitView(input(AT, { context: { ...context, capabilities } }))).toMatchObject({
      hasRecord: false,
      photos: null,
      foot: { canTake: false },
    })
  })
})

describe('the fields of a record', () => {
  it('takes a choice back by a second tap, and leaves own words for a usual one', () => {
    const content = { ...EMPTY_DRAFT, purpose: '维修' }
    expect(chosenPurpose(content, '安装')).toEqual({ purpose: '安装', isOwnPurpose: false })
    expect(chosenPurpose(content, '维修')).toEqual({ purpose: '', isOwnPurpose: false })
    expect(chosenPurpose(content, '其他')).toEqual({ purpose: '', isOwnPurpose: true })
    const own = { ...EMPTY_DRAFT, outcome: '换货', isOwnOutcome: true }
    expect(chosenOutcome(own, '已解决')).toEqual({ outcome: '已解决', isOwnOutcome: false })
  })

  it('sends what is written, without blanks, and nothing empty', () => {
    const content = { ...EMPTY_DRAFT, contact: ' 周敏 ', purpose: '维修 ', notes: '  ' }
    expect(detailsOf(content, ' 嘉澜纸业')).toEqual({ customer: '嘉澜纸业', contact: '周敏', purpose: '维修' })
  })

  it('reads back what it sent, own words too', () => {
    const details = { customer: '嘉澜纸业', purpose: '换货', outcome: '已解决', notes: '下周三复查' }
    const content = { ...EMPTY_DRAFT, ...contentOf(details, 3) }
    expect(content).toMatchObject({ isOwnPurpose: true, isOwnOutcome: false, version: 3 })
    expect(detailsOf(content, content.customer)).toEqual(details)
    expect(fieldsView(content).purposes.filter(({ isOn }) => isOn)).toEqual([{ text: '其他', isOn: true }])
    expect(fieldsView(content).notesCount).toBe('5 / 500')
  })
})
