import { startView } from './start.view'

describe('the page that says why it goes no further', () => {
  it.each([
    ['outside_wecom', '请在企业微信里打开', ''],
    ['WRONG_COMPANY', '这里不是你公司的外勤签到', '重试'],
    ['EMPLOYEE_UNKNOWN', '名册里没有你', '重试'],
    ['timeout', '企业微信没有响应', '重试'],
    ['storage_full', '手机存满了，没能绑定', '重试'],
    ['unreachable', '连不上签到服务器', '重试'],
    ['EMPLOYEE_LEFT', '现在打不开', '重试'],
  ])('%s', (why, title, action) => {
    const view = startView(why, '服务器的话')
    expect(view).toMatchObject({ title, action })
    expect(view.text).not.toBe('')
  })
})
