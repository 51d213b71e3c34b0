import { FINDING_CODES, type DecisionCode } from '../../../contract/finding-codes'
import { texts } from '../../../texts/texts'
import { articleOf, CODE_GROUPS, stepsOf, TOPIC_ICONS } from '../articles'
import { helpView, search } from './help.view'

const ALL = { corrections: true, quickCheckIn: true, faultReports: true }
const NONE = { corrections: false, quickCheckIn: false, faultReports: false }
const CODES: readonly DecisionCode[] = ['ACCEPTED', ...FINDING_CODES]
const IDS = [...Object.keys(TOPIC_ICONS), ...CODES]

/** design/visual.md: no apology, no blame, no shouting, no codes. */
const FORBIDDEN =
  /抱歉|对不起|请稍后重试|操作失败|系统(错误|异常|繁忙|提示)|作弊|虚假|造假|非法|违规|智能|一键|亲[，,]|[!！]|[A-Z]{3,}_[A-Z]/

describe('the help', () => {
  it('groups every code once', () => {
    const grouped = Object.values(CODE_GROUPS).flat()
    expect([...grouped].sort()).toEqual([...CODES].sort())
  })

  it.each(IDS)('%s has an article that is short, says what to do and blames nobody', (id) => {
    const article = articleOf(id)
    if (article === null) throw new Error('no article')
    for (const capabilities of [ALL, NONE]) {
      const steps = stepsOf(article, capabilities)
      const text = [article.title, ...article.paragraphs, article.why ?? '', ...steps].join('\n')
      expect(steps.length).toBeGreaterThan(0)
      expect(article.why).toMatch(/.。$/)
      expect(Array.from(text).length).toBeLessThanOrEqual(600)
      expect(text).not.toMatch(FORBIDDEN)
      // Full-width punctuation, and a space between Chinese and figures or Latin.
      expect(text).not.toMatch(/[一-龥][,;:?()]|[一-龥][A-Za-z0-9]|[A-Za-z0-9][一-龥]/)
      expect(capabilities.corrections || !text.includes('补卡')).toBe(true)
    }
  })

  it('has no article for what is none', () => {
    expect([articleOf(''), articleOf('toString'), articleOf('NEW_CODE')]).toEqual([null, null, null])
  })
})

describe('the list', () => {
  const nothing = { query: '', openGroup: null }

  it('shows topics and closed groups', () => {
    const view = helpView(ALL, nothing)
    expect(view.topics.map(({ title }) => title)).toEqual([
      '怎么签到',
      '拜访和照片',
      '没有信号',
      '忘了签',
      '换手机',
      '隐私',
      '主管审批',
      '极速签到',
    ])
    expect(view.groups[0]).toMatchObject({ title: '地点和 Wi-Fi', count: '7 条', isOpen: false, rows: [] })
    expect(view.found).toBeNull()
  })

  it('opens one group', () => {
    const view = helpView(ALL, { query: '', openGroup: 'duplicate' })
    expect(view.groups.filter(({ isOpen }) => isOpen)).toMatchObject([{ id: 'duplicate' }])
    expect(view.groups.find(({ isOpen }) => isOpen)?.rows.map(({ title }) => title)).toEqual([
      '已经签过',
      '刚签过这里',
      '已经送达过',
    ])
  })

  it('hides what the server does not offer', () => {
    const view = helpView(NONE, nothing)
    expect(view.topics.map(({ id }) => id)).not.toContain('quick')
    expect(view.mayReport).toBe(false)
    expect(search(NONE, '极速')).toEqual([])
    expect(search(NONE, '补卡')).toEqual([])
  })

  it.each([
    ['换手机', 'newPhone'],
    ['wifi', 'WIFI_NOT_ALLOWED'],
    ['WI-FI', 'WIFI_NOT_ALLOWED'],
    [' 照片  用过 ', 'PHOTO_REUSED'],
    ['补卡', 'forgotten'],
    ['不在范围', 'OUT_OF_RANGE'],
  ])('finds %j first as %s', (query, id) => {
    expect(search(ALL, query)[0]).toBe(id)
  })

  it('finds words of the text after those of the titles', () => {
    const found = search(ALL, '隐私')
    expect(found.slice(0, 2)).toEqual(['privacy', 'CONSENT_REQUIRED'])
    expect(search(ALL, 'VPN').length).toBeGreaterThan(1)
  })

  it('says that nothing was found, and what to do', () => {
    const { found } = helpView(ALL, { query: '彩票', openGroup: null })
    expect(found).toEqual({ title: '没有找到「彩票」', hint: texts.help.foundNoneHint, rows: [] })
  })

  it('a blank search is none', () => {
    expect(helpView(ALL, { query: '  ', openGroup: null }).found).toBeNull()
  })
})
