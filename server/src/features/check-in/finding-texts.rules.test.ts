/** Every template of both languages gets all its figures from the findings and rows that the tables produce. */
import type { Figures } from '#contract/decision'
import { FINDING_CODES, type FindingCode } from '#contract/finding-codes'
import { checkRowText, decisionText, findingText, TEXTS, type CasedWords } from '#contract/finding-texts'
import { renderText, type Language } from '#contract/finding-texts-format'
import {
  at,
  checkIn,
  dayAttempt,
  decideOn,
  deferred,
  fixOutside,
  lateSlot,
  nameOf,
  OFFICE_WIFI,
  photo,
  photoFacts,
  visitSlot,
  withProof,
  type Scenario,
} from '../../../test/check-in-builders'
import { ALL_CASES } from '../../../test/check-in-cases/index'
import { settlementPhoto, storedAttempt } from '../../../test/settlement-builders'
import { settleAttempt } from './settle-attempt.rules'
import type { SettleCause, SettlementFacts } from './settlement-facts.rules'

type Decided = Parameters<typeof decisionText>[0]
const LANGUAGES: readonly Language[] = ['zh', 'en']
const UNFILLED = /[{}—]|undefined|null|NaN|Infinity/

/** Accepted in every way, so that every row passes in every way too. */
const ACCEPTED = [
  checkIn(),
  checkIn({ nowMs: at('09:12') }),
  checkIn({ nowMs: at('17:30'), slot: lateSlot() }),
  checkIn({ slot: visitSlot() }),
  checkIn({ attempt: { fix: fixOutside(8) } }),
  checkIn({ attempt: { wifi: OFFICE_WIFI } }),
  checkIn(withProof(2_000)),
  checkIn({ attempt: { photos: [photo()] }, facts: { photos: [photoFacts()] } }),
  checkIn({ policy: { noteFor: ['early'] }, attempt: { note: '送样品' } }),
  deferred(at('08:52'), at('09:04')),
  checkIn({
    nowMs: at('19:00'),
    slot: lateSlot(),
    facts: { dayAttempts: [dayAttempt({ slot: nameOf(lateSlot()), capturedAtMs: at('18:05') })] },
  }),
]

/** What waited for approval, however that ended, and an accepted one beside another that stands. */
const [APPROVED, REJECTED, LAPSED] = [
  { approved: true, by: 'employee-leader' },
  { approved: false, by: 'employee-leader' },
  { approved: false, by: null },
] as const
const APPLICATION = checkIn({
  attempt: { fix: fixOutside(98), applicationReason: '新办公室还没有围栏', photos: [photo()] },
})
const CANDIDATE = checkIn({
  device: { state: 'candidate', boundAtMs: null },
  attempt: { photos: [photo()] },
})
const onceSettled = (scenario: Scenario, cause: SettleCause, changes: Partial<SettlementFacts> = {}) => {
  const decision = settleAttempt(storedAttempt(scenario, changes), cause)
  if (decision === 'unchanged') throw new Error('nothing was decided')
  return decision
}
const REPLACED = onceSettled(
  checkIn({ attempt: { photos: [photo()] } }),
  { kind: 'photos', evidenceAtMs: at('10:00') },
  { photos: [settlementPhoto()], dayAttempts: [dayAttempt()] },
)
const SETTLED = [
  ...[APPROVED, REJECTED, LAPSED].flatMap((end) => [
    onceSettled(APPLICATION, { kind: 'approval', ...end }),
    onceSettled(CANDIDATE, { kind: 'rebind', ...end }),
  ]),
  REPLACED,
]
const DECISIONS = [...[...ALL_CASES.map(({ entry }) => entry.scenario), ...ACCEPTED].map(decideOn), ...SETTLED]
const FINDINGS_SEEN = DECISIONS.flatMap(({ findings }) => findings)

function templatesOf(words: CasedWords, figures: Figures): string[] {
  const own = words.cases?.[String(figures['case'])]
  const { title, sentence, asked, seen, next, nextPending } = { ...words, ...own }
  return [title, sentence, asked, seen, next ?? '', nextPending ?? '']
}

describe.each(LANGUAGES)('texts (%s)', (language) => {
  it.each(FINDING_CODES)('%s: every template is filled by every finding of that code', (code) => {
    for (const { asked, seen } of FINDINGS_SEEN.filter((finding) => finding.code === code)) {
      const rendered = templatesOf(TEXTS[language].findings[code], seen).map((template) =>
        renderText(template, { ...asked, ...seen }, language),
      )
      expect(rendered.filter((text) => UNFILLED.test(text))).toEqual([])
    }
  })

  it('are filled in every reply: findings, rows, sentence and next', () => {
    for (const decision of DECISIONS) {
      const texts = [
        ...decision.findings.flatMap((finding) => Object.values(findingText(finding, language))),
        ...decision.checks
          .filter(({ result }) => result === 'passed' || result === 'failed')
          .flatMap((row) => Object.values(checkRowText(row, language))),
        ...Object.values(decisionText(decision, language)),
      ]
      expect(texts.filter((text: string) => text === '' || UNFILLED.test(text))).toEqual([])
    }
  })

  it('have a case for what the checks tell apart, and none that never occurs', () => {
    const used = new Set(FINDINGS_SEEN.map(({ code, seen }) => `${code}.${String(seen['case'])}`))
    const unused = FINDING_CODES.flatMap((code) => {
      const words: CasedWords = TEXTS[language].findings[code]
      return Object.keys(words.cases ?? {})
        .filter((name) => !used.has(`${code}.${name}`))
        .map((name) => `${code}.${name}`)
    })
    expect(unused).toEqual([])
  })

  it('have every case of the rows and of acceptance', () => {
    const rows = DECISIONS.flatMap(({ checks }) => checks).filter(({ result }) => result === 'passed')
    const usedRows = new Set(rows.map(({ check, seen }) => `${check}.${String(seen['case'])}`))
    const wanted = Object.entries(TEXTS[language].rows).flatMap(([check, words]) =>
      Object.keys(words.cases ?? {}).map((name) => `${check}.${name}`),
    )
    expect(wanted.filter((name) => !usedRows.has(name))).toEqual([])
    const accepted = DECISIONS.filter(({ code }) => code === 'ACCEPTED').flatMap(({ checks }) =>
      checks.filter(({ check }) => check === 'slot').map(({ seen }) => String(seen['case'])),
    )
    expect(Object.keys(TEXTS[language].accepted.cases ?? {}).filter((name) => !accepted.includes(name))).toEqual([])
  })

  it('say no codes and no blame', () => {
    const texts = FINDINGS_SEEN.flatMap((finding) => Object.values(findingText(finding, language)))
    expect(texts.filter((text: string) => /[A-Z]{3,}_|抱歉|亲，|操作失败|作弊|虚假|[!！]/.test(text))).toEqual([])
  })
})

describe('the Chinese of the copy table', () => {
  const sentenceOf = (code: FindingCode, title: string) => {
    const entry = ALL_CASES.find((row) => row.code === code && row.entry.title === title)?.entry
    const finding =
      entry === undefined ? undefined : decideOn(entry.scenario).findings.find((found) => found.code === code)
    if (finding === undefined) throw new Error(`no case ${code}: ${title}`)
    const { sentence, next } = findingText(finding, 'zh')
    return `${sentence}。${next}`
  }

  it.each<[FindingCode, string, string]>([
    ['OUT_OF_RANGE', 'a metre beyond the tolerance', '不在「张江总部」范围，还差 1 m。走近些再签，或连 CJ-Office'],
    ['LOCATION_IMPRECISE', 'accuracy a little over 200 m', '定位不准（误差约 201 m，要 200 m 以内）。到窗边或室外再试'],
    ['LOCATION_MISSING', 'neither fix nor Wi-Fi', '没读到位置。打开手机定位，或连公司 Wi-Fi 再签'],
    ['WIFI_NOT_ALLOWED', 'no fix, another Wi-Fi', '「ChinaNet-8F2A」不是这里的 Wi-Fi。请连 CJ-Office'],
    ['OUTSIDE_WINDOW', 'a moment after closing', '早签到 09:30 已截止。忘了签？请联系人事'],
    ['DUPLICATE_SLOT', 'an early one stands', '今天 08:30 已早签到。不用再签'],
    ['DEVICE_NOT_BOUND', 'unknown key', '这部手机没有绑定你。申请换机，主管同意后就能签'],
    ['PHOTO_REUSED', 'the same bytes were used before', '这张照片 11月12日 用过。请现场重拍一张'],
    ['TOO_LATE_FOR_DAY', 'a moment after the day’s end', '11月18日 的签到要在次日 00:00 前送达。请联系人事补记'],
    ['CHALLENGE_EXPIRED', 'older than 14 days', '页面停得太久，已帮你刷新。再点一次签到'],
  ])('%s: %s', (code, title, text) => {
    expect(sentenceOf(code, title)).toBe(text)
  })

  it('says what to do by how bad it is: wait while pending, nothing for a note', () => {
    expect(decisionText(decideOn(APPLICATION))).toEqual({
      sentence: '不在「张江总部」范围，还差 86 m',
      next: '等主管审批，结果会发给你',
    })
    const onWifi = decideOn(checkIn({ attempt: { fix: fixOutside(98), wifi: OFFICE_WIFI } }))
    expect(onWifi.findings.map((finding) => findingText(finding).next)).toEqual(['不用处理'])
  })

  it.each<[string, Decided, string]>([
    [
      'an application that was not approved',
      onceSettled(APPLICATION, { kind: 'approval', ...REJECTED }),
      '不在「张江总部」范围，还差 86 m。审批没有同意，有疑问请联系主管',
    ],
    [
      'one that nobody decided',
      onceSettled(APPLICATION, { kind: 'approval', ...LAPSED }),
      '不在「张江总部」范围，还差 86 m。没有审批，申请已过期或撤回；有疑问请联系人事',
    ],
    [
      'a change of phones that was not approved',
      onceSettled(CANDIDATE, { kind: 'rebind', ...REJECTED }),
      '换机没有同意，这次不计。审批没有同意，有疑问请联系主管',
    ],
    ['an accepted one beside another', REPLACED, '这次早签到不计，以另一次为准。不用再操作'],
  ])('says how a later decision ended: %s', (_title, decision, text) => {
    const { sentence, next } = decisionText(decision, 'zh')
    expect(`${sentence}。${next}`).toBe(text)
  })

  it('tells the accepted: on time, late, left early, visit', () => {
    expect(ACCEPTED.slice(0, 4).map((scenario) => decisionText(decideOn(scenario)).sentence)).toEqual([
      '早签到已完成，08:52:09，准时',
      '早签到已完成，09:11:59，记为迟到 11 分钟',
      '晚签到已完成，17:29:59，记为早退 31 分钟',
      '拜访签到已完成，08:52:09',
    ])
  })

  it('shows rule left and fact right, also where it failed', () => {
    const rows = decideOn(checkIn({ attempt: { fix: fixOutside(98) } })).checks.map((row) =>
      Object.values(checkRowText(row)),
    )
    expect(rows).toEqual([
      ['身份', '在职，同意告知第 3 版', '在职，10月9日 同意第 3 版'],
      ['签名', '本人已绑定手机', 'Mate 60，签名有效'],
      ['时间', '页面没用过，时间相符', '08:52:09，第一次使用'],
      ['时段', '08:00–09:30', '08:52:09'],
      ['重复', '当天早签 1 次', '第 1 次'],
      ['定位', '「张江总部」范围，放宽 12 m', '范围外 98 m，还差 86 m，精度 12 m'],
      ['Wi-Fi', 'CJ-Office', '没读到'],
      ['照片', '本次不要求', '—'],
      ['风险', '无异常迹象', '0 项'],
    ])
  })
})
