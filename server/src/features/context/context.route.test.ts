import type { AnyInput } from '../../http/route'
import { contextRoutes } from './context.route'
import type { ContextPorts } from './context.usecase'

const unreachable = () => {
  throw new Error('A phone without a key must not get this far')
}
const ports: ContextPorts = {
  clock: { nowMs: unreachable },
  random: { id: unreachable },
  rules: { loadRuleBook: unreachable, loadPersonSchedules: unreachable },
  contexts: { loadContext: unreachable, openContext: unreachable },
  sites: { loadSites: unreachable, customerSitesNear: unreachable },
  records: { listOwn: unreachable },
}

describe('GET /api/v1/context', () => {
  it('needs a phone whose key is bound or asks for it', async () => {
    const [route] = contextRoutes(ports)
    expect(route).toMatchObject({ method: 'get', path: '/api/v1/context', access: 'device', signed: false })
    const input: AnyInput = {
      params: undefined,
      query: { phoneTime: 0 },
      body: undefined,
      request: { requestId: 'r', receivedAtMs: 0, networkAddress: '127.0.0.1', sentAtMs: null },
      caller: {
        sessionId: 's',
        employeeId: 'e',
        userId: 'u',
        name: 'n',
        roles: [],
        keyThumbprint: null,
        device: 'none',
        consentSufficient: true,
        sessionKind: 'phone',
        loggedInAtMs: 0,
      },
      signed: null,
      browser: null,
    }
    await expect(route?.handle(input)).rejects.toMatchObject({ code: 'DEVICE_NEEDED' })
  })
})
