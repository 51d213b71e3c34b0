import { failure, success } from '../result'
import { callWx } from './call-wx'
import type { Device, Login } from './platform'

const TIMEOUT_MS = 8_000

export function createLogin(device: Pick<Device, 'insideWecom'>): Login {
  return {
    async code() {
      if (!device.insideWecom || wx.qy === undefined) return failure('outside_wecom')
      const { qy } = wx
      const login = await callWx<{ code?: string }>((callbacks) => qy.login(callbacks), TIMEOUT_MS)
      if (login.ok) {
        const { code = '' } = login.value
        return code === '' ? failure('failed') : success(code)
      }
      return failure(login.problem.kind === 'timeout' ? 'timeout' : 'failed')
    },
  }
}
