import type { ApprovalReply } from '../contract/api-approvals'
import type { HttpRequest } from '../platform/platform'
import { createFakePlatform, json, refusal, type Handler } from '../test/fake-platform'
import { challengeReply, rebindApproval, sessionReply } from '../test/replies'
import { createServices } from './services'

const ENROLMENT = { seed: 'A'.repeat(43), enrolmentToken: 'enrolment', expiresAt: '2026-11-18T09:02:07+08:00' }
const pathOf = ({ method, url }: HttpRequest) => `${method} ${url.replace(/^https?:\/\/[^/]+/, '')}`
const asks = (sent: readonly HttpRequest[]) =>
  sent.filter((request) => pathOf(request) === 'POST /api/v1/rebind-requests')
const keyOf = ({ body = '{}' }: HttpRequest) => (JSON.parse(body) as { publicKey: string }).publicKey

/** A phone that is logged in and not bound. @param answerAsk to each request for a change, in order */
function newPhone(...answerAsk: readonly ReturnType<Handler>[]) {
  const platform = createFakePlatform()
  const services = createServices(platform)
  const { controls } = platform
  controls.loginCodes.push('code-1', 'code-2', 'code-3', 'code-4')
  let asked = 0
  controls.answer((request) => {
    switch (pathOf(request)) {
      case 'POST /api/v1/sessions':
        return json(200, sessionReply({ device: 'other_bound', refreshToken: null, accessToken: 'token-login' }))
      case 'POST /api/v1/devices/enrolments':
        return json(200, { ...ENROLMENT, seed: `${'ABCDEFG'[asked] ?? 'Z'}`.repeat(42) + 'A' })
      case 'POST /api/v1/rebind-requests':
        return answerAsk[asked++] ?? json(201, asked201())
      case 'POST /api/v1/approvals/approval-1/withdraw':
        return json(200, rebindApproval({ status: 'withdrawn' }))
      case 'GET /api/v1/approvals?role=requester&limit=20':
        return json(200, { items: [{ ...rebindApproval(), id: 'other', kind: 'attempt' }, rebindApproval()] })
      default:
        return refusal(404, 'ROUTE_UNKNOWN')
    }
  })
  return { services, controls }
}

function asked201(approval: ApprovalReply = rebindApproval()) {
  return { approval, session: sessionReply({ device: 'candidate', accessToken: 'token-candidate' }) }
}

describe('a change of phones', () => {
  it('is asked for after a new login, with a key of this phone that signs the request', async () => {
    const { services, controls } = newPhone()
    const asked = await services.rebind.ask('旧手机坏了')
    expect(asked).toMatchObject({ ok: true, value: { id: 'approval-1' } })
    expect(controls.sent.map(pathOf)).toEqual([
      'POST /api/v1/sessions',
      'POST /api/v1/devices/enrolments',
      'POST /api/v1/rebind-requests',
    ])
    const [request] = asks(controls.sent)
    expect(JSON.parse(request?.body ?? '{}')).toEqual({
      enrolmentToken: 'enrolment',
      publicKey: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      facts: { brand: 'HUAWEI', model: 'NOH-AN00', platform: 'android', system: 'Android 12' },
      reason: '旧手机坏了',
    })
    expect(request?.headers['x-waiqin-signature']).toMatch(/^[\w-]{86}$/)
    expect((await services.session.current())?.device).toBe('candidate')
    expect((await services.keys.current())?.publicKey).toBe(keyOf(request as HttpRequest))
  })

  it('is not asked for while the phone is full: the key would be gone at the next start', async () => {
    const { services, controls } = newPhone()
    controls.refusesToKeep = (key) => key === 'device-key-next'
    expect(await services.rebind.ask('旧手机坏了')).toEqual({ ok: false, problem: { kind: 'storage_full' } })
    expect(asks(controls.sent)).toEqual([])
    expect(await services.keys.current()).toBeNull()
    controls.refusesToKeep = () => false
    expect(await services.rebind.ask('旧手机坏了')).toMatchObject({ ok: true })
  })

  it('leaves nothing of the old key’s: its challenge is no good for the new one', async () => {
    const { services, controls } = newPhone()
    await services.challenges.adopt(challengeReply())
    await services.rebind.ask('旧手机坏了')
    expect(await services.challenges.next()).toBeNull()
    expect(controls.disk.storage.has('challenge')).toBe(false)
  })

  it('is asked for with the same key when the answer got lost', async () => {
    const { services, controls } = newPhone({ ok: false, problem: 'unreachable' })
    expect(await services.rebind.ask('旧手机坏了')).toMatchObject({ ok: false, problem: { kind: 'unreachable' } })
    expect(await services.keys.current()).toBeNull()
    expect(await services.rebind.resume(rebindApproval())).toMatchObject({ ok: true })
    const [first, second] = asks(controls.sent)
    expect(keyOf(second as HttpRequest)).toBe(keyOf(first as HttpRequest))
    expect((await services.session.current())?.device).toBe('candidate')
  })

  it('leaves everything as it was where another phone has asked', async () => {
    const { services } = newPhone(refusal(409, 'REBIND_ALREADY_REQUESTED'))
    expect(await services.rebind.resume(rebindApproval())).toMatchObject({
      ok: false,
      problem: { code: 'REBIND_ALREADY_REQUESTED' },
    })
    expect(await services.keys.current()).toBeNull()
    expect((await services.session.current())?.device).toBe('other_bound')
  })

  it('takes another key where the one it tried was stopped meanwhile', async () => {
    const stopped = json(400, {
      code: 'BODY_INVALID',
      message: '',
      hint: '',
      requestId: 'r',
      details: [{ path: 'publicKey', problem: '这把密钥已停用' }],
    })
    const { services, controls } = newPhone(stopped)
    expect(await services.rebind.ask('换了新手机')).toMatchObject({ ok: true })
    const [first, second] = asks(controls.sent)
    expect(keyOf(second as HttpRequest)).not.toBe(keyOf(first as HttpRequest))
  })

  it.each([
    ['DEVICE_OF_ANOTHER', true],
    ['REBIND_NOT_NEEDED', false],
    ['TOO_MANY_REQUESTS', false],
  ])('after %s the key is given up: %s', async (code, isGivenUp) => {
    const { services, controls } = newPhone(refusal(409, code), refusal(409, code))
    await services.rebind.ask('换了新手机')
    await services.rebind.ask('换了新手机')
    const [first, second] = asks(controls.sent)
    expect(keyOf(second as HttpRequest) !== keyOf(first as HttpRequest)).toBe(isGivenUp)
  })

  it('is not asked for by somebody who cannot log in', async () => {
    const { services, controls } = newPhone()
    controls.loginCodes.length = 0
    expect(await services.rebind.ask('换了新手机')).toMatchObject({ ok: false, problem: { kind: 'login' } })
    expect(asks(controls.sent)).toEqual([])
  })

  it('is found among one’s requests, and withdrawn: the next one has a key of its own', async () => {
    const { services, controls } = newPhone()
    await services.rebind.ask('旧手机坏了')
    expect(await services.rebind.latest()).toMatchObject({ ok: true, value: { id: 'approval-1' } })
    expect(await services.rebind.withdraw('approval-1')).toMatchObject({ ok: true, value: { status: 'withdrawn' } })
    expect((await services.session.current())?.device).toBe('other_bound')
    await services.rebind.ask('旧手机坏了')
    const [first, second] = asks(controls.sent)
    expect(keyOf(second as HttpRequest)).not.toBe(keyOf(first as HttpRequest))
  })
})
