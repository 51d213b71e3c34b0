import { APP, CONTACTS, CORP_ID, NOW_MS, openBench, OTHER_APP, type Bench } from '../../test/wecom-bench'

const AUTHORIZE = {
  appid: CORP_ID,
  redirect_uri: 'https://app.example.com/back?a=1',
  response_type: 'code',
  scope: 'snsapi_base',
  state: 'S1',
  agentid: String(APP.agentId),
}
const SCAN = { ...AUTHORIZE, login_type: 'CorpApp', redirect_type: 'top', state: 'a b' }

let bench: Bench
beforeEach(() => {
  bench = openBench()
})

const page = (path: string, query: object) => bench.ask('GET', `${path}?${new URLSearchParams({ ...query })}`)
const session = (code: string, by: { secret: string } = APP) =>
  bench.get('miniprogram/jscode2session', { js_code: code, grant_type: 'authorization_code' }, by)

describe('gettoken', () => {
  const ask = (corpId: string, secret: string) =>
    bench.ask('GET', `/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${secret}`)

  it('gives a token for two hours', async () => {
    expect(await ask(CORP_ID, APP.secret)).toMatchObject({ errcode: 0, errmsg: 'ok', expires_in: 7_200 })
  })

  it.each([
    [40013, 'ww-other', APP.secret],
    [40001, CORP_ID, 'wrong'],
    [40001, CORP_ID, ''],
    [40091, CORP_ID, 'secret-of-another-corp'],
  ])('refuses with %d', async (errcode, corpId, secret) => {
    expect(await ask(corpId, secret)).toMatchObject({ status: 200, errcode })
  })

  it('gives another one each time, or the same while it is good', async () => {
    expect(await bench.tokenOf()).not.toBe(await bench.tokenOf())
    bench = openBench({ behaviour: { sameTokenWhileGood: true } })
    const first = await bench.tokenOf()
    bench.clock.advance(60_000)
    expect(await ask(CORP_ID, APP.secret)).toMatchObject({ access_token: first, expires_in: 7_140 })
    expect(await bench.tokenOf(OTHER_APP)).not.toBe(first)
  })
})

describe('an access token', () => {
  const use = (token: string, address?: string) =>
    bench.ask('GET', `/cgi-bin/getcallbackip?access_token=${token}`, '', address)

  it('is missing (41001), made up (40014), expired (42001) or ended early (40014)', async () => {
    expect(await use('')).toMatchObject({ errcode: 41001 })
    expect(await use('made-up')).toMatchObject({ errcode: 40014 })
    const token = await bench.tokenOf()
    bench.clock.advance(7_200_000 - 1)
    expect(await use(token)).toMatchObject({ errcode: 0 })
    bench.clock.advance(1)
    expect(await use(token)).toMatchObject({ errcode: 42001 })
    const other = await bench.tokenOf()
    bench.sandbox.endAccessTokens()
    expect(await use(other)).toMatchObject({ errcode: 40014 })
  })

  it('works from trusted addresses only (60020)', async () => {
    bench = openBench({ app: { trustedIps: ['203.0.113.9'] } })
    const token = await bench.tokenOf()
    expect(await use(token, '203.0.113.9')).toMatchObject({ errcode: 0 })
    expect(await use(token, '203.0.113.10')).toMatchObject({ errcode: 60020 })
  })

  it.each([
    ['POST', 'user/list_id', APP],
    ['GET', 'user/get', CONTACTS],
    ['GET', 'user/list', CONTACTS],
    ['GET', 'department/list', CONTACTS],
    ['POST', 'message/send', CONTACTS],
    ['GET', 'get_jsapi_ticket', CONTACTS],
    ['POST', 'checkin/getcheckindata', CONTACTS],
  ] as const)('has no right: %s %s (48002)', async (method, path, app) => {
    const answer = method === 'GET' ? await bench.get(path, {}, app) : await bench.post(path, {}, app)
    expect(answer).toMatchObject({ errcode: 48002 })
  })

  it('of an app that is not listed under 打卡 may not write check-ins (48002)', async () => {
    bench = openBench({ app: { checkin: false } })
    expect(await bench.post('checkin/add_checkin_record', { records: [] })).toMatchObject({ errcode: 48002 })
  })
})

describe('jscode2session', () => {
  it('says who it is, once', async () => {
    const code = bench.sandbox.loginCode('ChenYuTong')
    expect(await session(code)).toMatchObject({ errcode: 0, corpid: CORP_ID, userid: 'ChenYuTong' })
    expect(await session(code)).toMatchObject({ errcode: 40029 })
  })

  it('gives a session key of 16 bytes', async () => {
    const { session_key: key } = await session(bench.sandbox.loginCode('ChenYuTong'))
    expect(Buffer.from(String(key), 'base64')).toHaveLength(16)
  })

  it('refuses what is made up, five minutes old, of another app or of a web login (40029)', async () => {
    expect(await session('made-up')).toMatchObject({ errcode: 40029 })
    expect(await session(bench.sandbox.loginCode('ChenYuTong'), OTHER_APP)).toMatchObject({ errcode: 40029 })
    expect(await session(bench.sandbox.loginCode('ChenYuTong', 'web'))).toMatchObject({ errcode: 40029 })
    const old = bench.sandbox.loginCode('ChenYuTong')
    bench.clock.set(NOW_MS + 300_000)
    expect(await session(old)).toMatchObject({ errcode: 40029 })
  })

  it('wants its grant type', async () => {
    const js_code = bench.sandbox.loginCode('ChenYuTong')
    expect(await bench.get('miniprogram/jscode2session', { js_code })).toMatchObject({ errcode: 40058 })
  })
})

describe('/login-codes', () => {
  it('gives codes to accounts alone, also of who left', async () => {
    const ask = (body: unknown) => bench.ask('POST', '/login-codes', body)
    expect(await ask({ userId: 'chenyutong' })).toMatchObject({ status: 201, expiresInSeconds: 300 })
    expect(await ask({ userId: 'ZhouQi' })).toMatchObject({ status: 201 })
    expect(await ask({ userId: 'nobody' })).toMatchObject({ status: 404, errcode: 60111 })
    expect(await ask({ userId: 'anybody', corpId: 'ww0000000000000099' })).toMatchObject({ status: 201 })
    expect(await ask({})).toMatchObject({ status: 400 })
    expect(await ask('{')).toMatchObject({ status: 400 })
  })
})

describe('a login in the browser', () => {
  const codeOf = async (path: string, query: object) => {
    const { status, headers } = await page(path, query)
    expect(status).toBe(302)
    return new URL((headers as { location: string }).location)
  }

  it('lets one choose a person, and redirects with code and state', async () => {
    const shown = await page('/connect/oauth2/authorize', AUTHORIZE)
    expect(shown).toMatchObject({ status: 200 })
    expect(shown['text']).toContain('userid=ChenYuTong')
    expect(shown['text']).not.toContain('WuBing')
    const url = await codeOf('/connect/oauth2/choose', { ...AUTHORIZE, userid: 'ChenYuTong' })
    expect(url.href).toMatch(/^https:\/\/app\.example\.com\/back\?a=1&code=[\w-]+&state=S1$/)
    const code = url.searchParams.get('code') ?? ''
    expect(await bench.get('auth/getuserinfo', { code })).toEqual({
      status: 200,
      errcode: 0,
      errmsg: 'ok',
      userid: 'ChenYuTong',
    })
    expect(await bench.get('auth/getuserinfo', { code })).toMatchObject({ errcode: 40029 })
  })

  it('brings back the state alone from who refuses', async () => {
    expect((await codeOf('/connect/oauth2/choose', AUTHORIZE)).search).toBe('?a=1&state=S1')
    expect((await codeOf('/wwlogin/sso/choose', SCAN)).search).toBe('?a=1&state=a+b')
  })

  it('gives private fields for a ticket, for half an hour', async () => {
    const query = { ...AUTHORIZE, scope: 'snsapi_privateinfo', userid: 'WangJianGuo' }
    const code = (await codeOf('/connect/oauth2/choose', query)).searchParams.get('code') ?? ''
    const { user_ticket } = await bench.get('auth/getuserinfo', { code })
    expect(await bench.post('auth/getuserdetail', { user_ticket })).toMatchObject({
      userid: 'WangJianGuo',
      mobile: '13800000001',
    })
    expect(await bench.post('auth/getuserdetail', { user_ticket }, OTHER_APP)).toMatchObject({ errcode: 84014 })
    bench.clock.advance(1_800_000)
    expect(await bench.post('auth/getuserdetail', { user_ticket })).toMatchObject({ errcode: 84014 })
  })

  it.each([
    ['/connect/oauth2/authorize', 50001, { redirect_uri: 'https://evil.example.com/' }],
    ['/connect/oauth2/authorize', 50001, { redirect_uri: 'https://app.example.com:8443/' }],
    ['/connect/oauth2/authorize', 50001, { redirect_uri: 'javascript:alert(1)' }],
    ['/connect/oauth2/authorize', 40013, { appid: 'ww-other' }],
    ['/connect/oauth2/authorize', 40056, { agentid: '9' }],
    ['/connect/oauth2/authorize', 40058, { scope: 'snsapi_userinfo' }],
    ['/connect/oauth2/authorize', 40058, { response_type: 'token' }],
    ['/connect/oauth2/authorize', 40058, { state: 'a-b' }],
    ['/connect/oauth2/authorize', 40058, { state: 'a'.repeat(129) }],
    ['/connect/oauth2/choose', 60111, { userid: 'WuBing' }],
    ['/wwlogin/sso/login', 50001, { redirect_uri: 'https://evil.example.com/' }],
    ['/wwlogin/sso/login', 40058, { login_type: 'Other' }],
    ['/wwlogin/sso/login', 40058, { redirect_type: 'popup' }],
  ])('%s refuses with %d: %j', async (path, errcode, changes) => {
    const shown = await page(path, { ...SCAN, state: 'S1', ...changes })
    expect(shown).toMatchObject({ status: 400 })
    expect(shown['text']).toContain(String(errcode))
  })

  it('wants the agent id where the document does', async () => {
    const { agentid: _, ...without } = AUTHORIZE
    expect(await page('/connect/oauth2/authorize', without)).toMatchObject({ status: 200 })
    const privately = { ...without, scope: 'snsapi_privateinfo' }
    expect((await page('/connect/oauth2/authorize', privately))['text']).toContain('40056')
  })
})

it('shows no page and none of its own ways in production', async () => {
  const quiet = openBench({ chatPage: null })
  for (const path of ['/chats', '/connect/oauth2/authorize', '/faults', '/members', '/assets/chats.js']) {
    expect(await quiet.ask('GET', path)).toMatchObject({ status: 404, errcode: -1 })
  }
  expect(await quiet.ask('POST', '/faults', { kind: 'busy' })).toMatchObject({ status: 404 })
  expect(await quiet.ask('POST', '/login-codes', { userId: 'ChenYuTong' })).toMatchObject({ status: 201 })
})
