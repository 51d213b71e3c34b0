import { toastOf } from './home-state'

describe('what is said of a check-in that was not judged', () => {
  const waits = { kind: 'queued', entryId: 'x' } as const
  it.each([
    ['no answer', { ...waits, told: null }, '已存在手机，有信号会自动发送'],
    [
      'the server in a hurry',
      { ...waits, told: { code: 'TOO_MANY_ATTEMPTS', message: '签到太频繁', hint: '1 分钟后自动再发' } },
      '已存在手机，还没送达：签到太频繁，1 分钟后自动再发',
    ],
    [
      'somebody who has left',
      { ...waits, told: { code: 'EMPLOYEE_LEFT', message: '你已离职', hint: '' } },
      '已存在手机，还没送达：你已离职',
    ],
    ['what no repeat can change', { kind: 'stuck', message: '内容有误', hint: '联系人事' }, '内容有误，联系人事'],
    [
      'a phone that never reached the server',
      { kind: 'blocked', why: 'no_challenge' },
      '这部手机还没连过签到服务器，先连一次网再签',
    ],
    ['all positions used', { kind: 'blocked', why: 'challenge_used_up' }, '离线签到已用完 32 次，先连一次网再签'],
    ['a full phone', { kind: 'blocked', why: 'storage_full' }, '手机存满了，没有存下。清理后再签'],
    ['no key', { kind: 'blocked', why: 'not_bound' }, '这部手机没有绑定，先申请换机'],
  ] as const)('%s', (_, submitted, text) => {
    expect(toastOf(submitted)).toBe(text)
  })
})
