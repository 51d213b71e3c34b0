import { callWx } from './call-wx'

describe('a call', () => {
  it.each([
    ['does not exist', () => (undefined as unknown as () => void)(), { kind: 'missing' }],
    ['says that it is not supported', { errMsg: 'x:fail this api is not supported' }, { kind: 'missing' }],
    ['says that it does not exist', { errMsg: 'x:fail api not exist' }, { kind: 'missing' }],
    [
      'misses a file',
      { errMsg: 'x:fail file not exist' },
      { kind: 'failed', message: 'x:fail file not exist', code: null },
    ],
    [
      'has a code',
      { errMsg: 'x:fail not supported', errCode: 12001 },
      { kind: 'failed', message: 'x:fail not supported', code: 12001 },
    ],
    ['has a newer code', { errMsg: 'x:fail', errno: 112 }, { kind: 'failed', message: 'x:fail', code: 112 }],
    ['says a word', 'cancelled', { kind: 'failed', message: 'cancelled', code: null }],
  ])('%s', async (_, error, problem) => {
    const answer = await callWx<unknown>(({ fail }) => {
      if (typeof error === 'function') error()
      else fail(error)
    }, 1_000)
    expect(answer).toEqual({ ok: false, problem })
  })

  it('rejects as promises do', async () => {
    const answer = await callWx<unknown>(
      () => Promise.reject(Object.assign(new Error('x'), { errMsg: 'x:fail no' })),
      1_000,
    )
    expect(answer).toEqual({ ok: false, problem: { kind: 'failed', message: 'x:fail no', code: null } })
  })

  it('answers once', async () => {
    const answer = await callWx<string>(({ success, fail }) => {
      success('a')
      fail({ errMsg: 'b' })
    }, 1_000)
    expect(answer).toEqual({ ok: true, value: 'a' })
  })
})
