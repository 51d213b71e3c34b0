import { failure, success } from '../result'
import { failing, silent, succeeding, givenUp, useWx } from '../test/fake-wx'
import { createLogin } from './login'

const inside = { insideWecom: true }

describe('a login', () => {
  it('gives WeCom’s code', async () => {
    useWx({ qy: { login: succeeding({ code: 'code-1', errMsg: 'qy.login:ok' }) } })
    await expect(createLogin(inside).code()).resolves.toEqual(success('code-1'))
  })

  it('never takes WeChat’s own', async () => {
    const login = succeeding({ code: 'wechat' })
    useWx({ login })
    await expect(createLogin(inside).code()).resolves.toEqual(failure('outside_wecom'))
    await expect(createLogin({ insideWecom: false }).code()).resolves.toEqual(failure('outside_wecom'))
    expect(login).not.toHaveBeenCalled()
  })

  it.each([
    ['an empty code', succeeding({ code: '' }), 'failed'],
    ['no code', succeeding({}), 'failed'],
    ['a failure', failing({ errMsg: 'qy__login:fail' }), 'failed'],
    ['a failure without words', failing(undefined), 'failed'],
  ])('%s', async (_, login, problem) => {
    useWx({ qy: { login } })
    await expect(createLogin(inside).code()).resolves.toEqual(failure(problem))
  })

  it('that never ends is given up', async () => {
    useWx({ qy: { login: silent() } })
    await expect(givenUp(() => createLogin(inside).code())).resolves.toEqual(failure('timeout'))
  })
})
