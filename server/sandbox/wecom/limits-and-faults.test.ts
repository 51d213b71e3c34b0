import { APP, openBench, OTHER_APP, serveSandbox } from '../../test/wecom-bench'

describe('tickets', () => {
  it('are the same until they end, one for the company and one for each app', async () => {
    const bench = openBench()
    const corp = await bench.get('get_jsapi_ticket')
    expect(corp).toMatchObject({ errcode: 0, expires_in: 7_200 })
    bench.clock.advance(200_000)
    const again = await bench.get('get_jsapi_ticket', {}, OTHER_APP)
    expect(again).toMatchObject({ ticket: corp['ticket'], expires_in: 7_000 })
    const app = await bench.get('ticket/get', { type: 'agent_config' })
    const other = await bench.get('ticket/get', { type: 'agent_config' }, OTHER_APP)
    expect(new Set([corp['ticket'], app['ticket'], other['ticket']]).size).toBe(3)
    bench.clock.advance(7_000_000)
    expect((await bench.get('get_jsapi_ticket'))['ticket']).not.toBe(corp['ticket'])
    expect(await bench.get('ticket/get', { type: 'jsapi' })).toMatchObject({ errcode: 40058 })
  })

  it('are given 100 times an hour to an app, and 400 times to the company (45009)', async () => {
    const bench = openBench()
    for (let count = 0; count < 100; count += 1) {
      expect(await bench.get('ticket/get', { type: 'agent_config' })).toMatchObject({ errcode: 0 })
    }
    expect(await bench.get('ticket/get', { type: 'agent_config' })).toMatchObject({ errcode: 45009 })
    expect(await bench.get('ticket/get', { type: 'agent_config' }, OTHER_APP)).toMatchObject({ errcode: 0 })
    const few = openBench({ behaviour: { limits: { corpTicketsPerHour: 1 } } })
    await few.get('get_jsapi_ticket')
    expect(await few.get('get_jsapi_ticket', {}, OTHER_APP)).toMatchObject({ errcode: 45009 })
    few.clock.advance(3_600_000)
    expect(await few.get('get_jsapi_ticket')).toMatchObject({ errcode: 0 })
  })
})

it('names the addresses of WeCom', async () => {
  const bench = openBench()
  for (const path of ['getcallbackip', 'get_api_domain_ip']) {
    expect(await bench.get(path)).toMatchObject({ errcode: 0, ip_list: [expect.any(String), expect.any(String)] })
  }
})

describe('general limits', () => {
  const call = (bench: ReturnType<typeof openBench>, token: string, address?: string) =>
    bench.ask('GET', `/cgi-bin/getcallbackip?access_token=${token}`, '', address)

  it.each([
    [{ perApiPerMinute: 2 }, 60_000],
    [{ perApiPerHour: 2 }, 3_600_000],
    [{ perAddressPerMinute: 3 }, 60_000],
    [{ perAddressPerHour: 3 }, 3_600_000],
  ])('%j refuses with 45009 and bars for its window', async (limits, windowMs) => {
    const bench = openBench({ behaviour: { limits } })
    const token = await bench.tokenOf()
    await call(bench, token)
    await call(bench, token)
    expect(await call(bench, token)).toMatchObject({ errcode: 45009 })
    bench.clock.advance(windowMs - 1)
    expect(await call(bench, token)).toMatchObject({ errcode: 45009 })
    bench.clock.advance(1)
    const fresh = await bench.tokenOf()
    expect(await call(bench, fresh)).toMatchObject({ errcode: 0 })
  })

  it('count each address alone', async () => {
    const bench = openBench({ behaviour: { limits: { perAddressPerMinute: 1 } } })
    const token = await bench.tokenOf()
    expect(await call(bench, token, '203.0.113.1')).toMatchObject({ errcode: 0 })
    expect(await call(bench, token, '203.0.113.1')).toMatchObject({ errcode: 45009 })
    expect(await call(bench, token, '203.0.113.2')).toMatchObject({ errcode: 0 })
  })

  it('refuse too many at once (45033)', async () => {
    const bench = openBench({ behaviour: { limits: { atOncePerApi: 2 } } })
    const token = await bench.tokenOf()
    const ask = () => bench.ask('GET', `/cgi-bin/user/get?access_token=${token}&userid=ZhouLi`)
    const answers = await Promise.all([ask(), ask(), ask()])
    expect(answers.map(({ errcode }) => errcode).sort()).toEqual([0, 0, 45033])
    expect(await ask()).toMatchObject({ errcode: 0 })
  })
})

describe('faults', () => {
  const text = { touser: 'ZhouLi', msgtype: 'text', agentid: APP.agentId, text: { content: '你好' } }
  const SEND = '/cgi-bin/message/send'

  it.each([
    [{ kind: 'slow', delayMs: 1 }, { status: 200, errcode: 0 }, 1],
    [{ kind: 'server-error' }, { status: 502, text: '<html>502 Bad Gateway</html>' }, 0],
    [{ kind: 'broken-json' }, { status: 200, text: '{"errcode":0,"errmsg":"o' }, 1],
    [{ kind: 'busy' }, { errcode: -1 }, 0],
    [{ kind: 'errcode', errcode: 45033 }, { errcode: 45033 }, 0],
    [{ kind: 'expired-token' }, { errcode: 42001 }, 0],
    [{ kind: 'time-out' }, { unanswered: true }, 0],
    [{ kind: 'answer-lost' }, { unanswered: true }, 1],
  ])('%j happens so often on its path, then no more', async (fault, answer, delivered) => {
    const bench = openBench()
    const { status, id } = await bench.ask('POST', '/faults', { ...fault, path: SEND, times: 2 })
    expect(status).toBe(201)
    expect((await bench.ask('GET', '/faults'))['faults']).toMatchObject([{ id, kind: fault.kind, times: 2 }])
    expect(await bench.get('getcallbackip')).toMatchObject({ errcode: 0 })
    expect(await bench.post('message/send', text)).toMatchObject(answer)
    expect(bench.sandbox.chatOf('ZhouLi').messages).toHaveLength(delivered)
    await bench.post('message/send', text)
    expect(await bench.ask('GET', '/faults')).toMatchObject({ faults: [] })
    expect(await bench.post('message/send', text)).toMatchObject({ errcode: 0 })
  })

  it('happen on every path, and are cleared', async () => {
    const bench = openBench()
    const token = await bench.tokenOf()
    const call = () => bench.ask('GET', `/cgi-bin/getcallbackip?access_token=${token}`)
    const { id } = await bench.ask('POST', '/faults', { kind: 'busy', times: 100 })
    expect(await call()).toMatchObject({ errcode: -1 })
    expect(await bench.ask('DELETE', '/faults/other')).toMatchObject({ status: 404 })
    expect(await bench.ask('DELETE', `/faults/${String(id)}`)).toMatchObject({ status: 200, faults: [] })
    expect(await call()).toMatchObject({ errcode: 0 })
    await bench.ask('POST', '/faults', { kind: 'busy' })
    expect(await bench.ask('DELETE', '/faults')).toMatchObject({ faults: [] })
    expect(await call()).toMatchObject({ errcode: 0 })
  })

  it.each([
    [{ kind: 'fire' }],
    [{ kind: 'busy', times: 0 }],
    [{ kind: 'slow', delayMs: -1 }],
    [{ kind: 'busy', path: 'message/send' }],
    [{ kind: 'errcode' }],
    [{}],
    ['{'],
  ])('are refused: %j', async (fault) => {
    expect(await openBench().ask('POST', '/faults', fault)).toMatchObject({ status: 400 })
  })
})

describe('over HTTP', () => {
  it('answers, refuses huge bodies, and pages of elsewhere', async () => {
    const { sandbox } = openBench()
    const server = await serveSandbox(sandbox)
    const post = async (path: string, body: string, headers: Record<string, string> = {}) =>
      (await fetch(`${server.url}${path}`, { method: 'POST', body, headers })).status
    expect(await post('/cgi-bin/message/send', 'x'.repeat(1_000_000))).toBe(200)
    expect(await post('/cgi-bin/message/send', 'x'.repeat(1_048_577))).toBe(413)
    expect(await post('/login-codes', 'x'.repeat(4_097))).toBe(413)
    expect(await post('/login-codes', '{"userId":"ZhouLi"}')).toBe(201)
    expect(await post('/login-codes', '{"userId":"ZhouLi"}', { 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect((await fetch(`${server.url}/cgi-bin/unknown`)).status).toBe(404)
    await server.close()
  })

  it('holds the line where an answer is lost', async () => {
    const { sandbox } = openBench()
    const server = await serveSandbox(sandbox)
    sandbox.faults.set({ kind: 'time-out' })
    const asked = fetch(`${server.url}/cgi-bin/gettoken`, { signal: AbortSignal.timeout(100) })
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' })
    await server.close()
  })
})
