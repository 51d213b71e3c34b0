import { topicView } from './topic.view'

const ALL = { corrections: true, quickCheckIn: true, faultReports: true }
const NONE = { corrections: false, quickCheckIn: false, faultReports: false }

describe('an article', () => {
  it('of a refusal says what it means, why, and what to do now', () => {
    const view = topicView('DEVICE_NOT_BOUND', ALL)
    expect(view).toMatchObject({ title: '手机没有绑定', why: '绑定手机，别人就不能替你签。', stepsTitle: '现在怎么办' })
    expect(view?.steps[0]).toEqual({ number: 1, text: '在这部手机上申请换机' })
    expect(view?.links.map(({ label, look }) => [label, look])).toEqual([
      ['申请换机', 'button--primary'],
      ['看申请', 'button--outline'],
    ])
  })

  it('of a topic has steps', () => {
    expect(topicView('offline', ALL)).toMatchObject({ title: '没有信号', stepsTitle: '步骤' })
  })

  it.each([
    [ALL, '到「记录」点开那一天，申请补卡，写清楚原因'],
    [NONE, '联系人事，说明当时在哪里、做什么'],
  ])('speaks of corrections only where there are any', (capabilities, step) => {
    expect(topicView('TOO_LATE_FOR_DAY', capabilities)?.steps[0]?.text).toBe(step)
  })

  it.each([
    ['quick', ['settings', 'home'], ['home']],
    ['SIGNATURE_INVALID', ['home', 'rebind', 'fault'], ['home', 'rebind']],
  ])('%s leads to no page that is not offered', (id, withAll, withNone) => {
    const names = (capabilities: typeof ALL) => topicView(id, capabilities)?.links.map(({ name }) => name)
    expect(names(ALL)).toEqual(withAll)
    expect(names(NONE)).toEqual(withNone)
  })

  it('that is none', () => {
    expect(topicView('NEW_CODE', ALL)).toBeNull()
  })
})
