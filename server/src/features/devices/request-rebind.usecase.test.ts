import { jest } from '@jest/globals'
import {
  FACTS,
  NOW_MS,
  PEOPLE,
  appErrorOf,
  bindPhone,
  callerFor,
  codeOf,
  phoneKey,
  refreshWith,
  signedBy,
  textOf,
} from '../../../test/identity'
import { openRebinds, type Rebinds } from '../../../test/rebinds'

jest.setTimeout(60_000)

const { zhang, wang, li, chen } = PEOPLE
const MINUTE_MS = 60_000

let app: Rebinds
beforeEach(async () => {
  app = await openRebinds()
})
afterEach(() => app.close())

const faultOf = async (work: Promise<unknown>) => {
  const fault = await appErrorOf(work)
  return fault && [fault.code, ...fault.details.map((detail) => detail.path)].join(' ')
}
const unbindByHr = async (deviceId: string) => {
  const caller = await callerFor(app, li)
  await app.revokeDevice({ caller, deviceId, reason: '手机丢了', requestId: 'request-revoke' })
}

describe('asking for a change of phones', () => {
  it('makes the new key a candidate beside the bound one and asks the leader', async () => {
    const old = await bindPhone(app, zhang)
    const facts = { brand: 'Apple', model: 'iPhone<iPhone16,1>', platform: 'ios', system: 'iOS 18.1' }
    const { approval, session, key } = await app.ask(zhang, { facts, reason: '旧手机摔坏了' })
    expect(approval).toMatchObject({
      kind: 'rebind',
      status: 'pending',
      requester: { id: zhang.id },
      reason: '旧手机摔坏了',
      subject: { kind: 'rebind', newPhone: facts, oldPhone: FACTS, probablySamePhone: false, heldAttempts: 0 },
      approvers: [{ employee: { id: wang.id }, level: 1, onBehalfOf: null }],
      createdAt: '2026-11-18T08:52:09.000+08:00',
      expiresAt: '2026-11-21T08:52:09.000+08:00',
      mayDecide: false,
      mayWithdraw: true,
    })
    expect(await app.stored(approval.id)).toMatchObject({
      employeeId: zhang.id,
      keyThumbprint: key.keyThumbprint,
      state: 'candidate',
      boundAt: null,
    })
    expect(await app.stored(old.device.id)).toMatchObject({ state: 'active' })
    expect(session.device).toBe('candidate')
    expect((await refreshWith(app, textOf(session.refreshToken), key)).device).toBe('candidate')
    const lines = await app.database.read.auditRecord.findMany({ where: { requestId: 'request-rebind' } })
    expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual(
      expect.arrayContaining([
        ['device.rebind_requested', zhang.id],
        ['approval.requested', zhang.id],
      ]),
    )
  })

  it.each([
    ['an updated system on the same model', { ...FACTS, system: 'HarmonyOS 4.2' }, true],
    ['another model', { ...FACTS, model: 'Mate 70' }, false],
  ])('says whether it is probably the same phone: %s', async (_, facts, probablySamePhone) => {
    await bindPhone(app, zhang)
    const { approval } = await app.ask(zhang, { facts })
    expect(approval.subject).toMatchObject({ probablySamePhone })
  })

  it('keeps the freshness of the login that led to it', async () => {
    await bindPhone(app, zhang)
    const caller = await callerFor(app, zhang)
    app.clock.advance(4 * MINUTE_MS)
    const { session } = await app.ask(zhang, { caller })
    const opened = await app.authenticate(session.accessToken, { receivedAtMs: app.clock.nowMs() })
    expect(opened.loggedInAtMs).toBe(NOW_MS)
  })

  it('wants a login of less than five minutes ago', async () => {
    await bindPhone(app, zhang)
    const caller = await callerFor(app, zhang)
    app.clock.advance(5 * MINUTE_MS)
    expect(await faultOf(app.ask(zhang, { caller }))).toBe('FRESH_LOGIN_NEEDED')
    expect(await app.written()).toEqual({ candidates: 0, requests: 0 })
  })
})

describe('a change is refused', () => {
  it('to who never bound a phone, or whose phone HR unbound: they bind unaided', async () => {
    expect(await faultOf(app.ask(zhang))).toBe('REBIND_NOT_NEEDED')
    const { device } = await bindPhone(app, zhang)
    await unbindByHr(device.id)
    expect(await faultOf(app.ask(zhang))).toBe('REBIND_NOT_NEEDED')
    expect(await app.written()).toEqual({ candidates: 0, requests: 0 })
    expect((await bindPhone(app, zhang)).session.device).toBe('bound')
  })

  it('to the phone that is bound', async () => {
    const { key } = await bindPhone(app, zhang)
    expect(await faultOf(app.ask(zhang, { key }))).toBe('REBIND_NOT_NEEDED')
  })

  it('to a colleague’s key, bound, asked for or unbound', async () => {
    const [ofZhang, ofWang] = [await bindPhone(app, zhang), await bindPhone(app, wang)]
    expect(await faultOf(app.ask(zhang, { key: ofWang.key }))).toBe('DEVICE_OF_ANOTHER')
    const asked = await app.ask(wang)
    expect(await faultOf(app.ask(zhang, { key: asked.key }))).toBe('DEVICE_OF_ANOTHER')
    await unbindByHr(ofZhang.device.id)
    expect(await faultOf(app.ask(wang, { key: ofZhang.key }))).toBe('DEVICE_OF_ANOTHER')
  })

  it('to a key that was revoked', async () => {
    await bindPhone(app, zhang)
    const { approval, key } = await app.ask(zhang)
    await app.decide(wang, approval.id, 'reject')
    expect(await faultOf(app.ask(zhang, { key }))).toBe('BODY_INVALID publicKey')
  })

  it('without an enrolment of this person, or the new key’s own signature', async () => {
    await bindPhone(app, zhang)
    const [key, other] = [phoneKey(), phoneKey()]
    const input = await app.inputOf(zhang, { key })
    const caller = await callerFor(app, chen)
    expect(await faultOf(app.requestRebind({ ...input, caller }))).toBe('BODY_INVALID enrolmentToken')
    const signed = { ...signedBy(other, '/api/v1/rebind-requests', input), keyThumbprint: key.keyThumbprint }
    expect(await faultOf(app.requestRebind({ ...input, signed }))).toBe('DEVICE_SIGNATURE_INVALID')
    expect(await app.written()).toEqual({ candidates: 0, requests: 0 })
  })
})

describe('asking again', () => {
  it('with the same key gets the same request and a session of its own', async () => {
    await bindPhone(app, zhang)
    const first = await app.ask(zhang, { reason: '旧手机摔坏了' })
    const again = await app.ask(zhang, { key: first.key, reason: '再说一遍' })
    expect(again.approval).toEqual(first.approval)
    expect(again.session.refreshToken).not.toBe(first.session.refreshToken)
    expect(await app.written()).toEqual({ candidates: 1, requests: 1 })
  })

  it('with another key waits for the first request', async () => {
    await bindPhone(app, zhang)
    const { approval } = await app.ask(zhang)
    expect(await faultOf(app.ask(zhang))).toBe('REBIND_ALREADY_REQUESTED')
    await app.withdraw(zhang, approval.id)
    expect((await app.ask(zhang)).approval.id).not.toBe(approval.id)
  })

  it('at the same moment with two keys lets one win', async () => {
    await bindPhone(app, zhang)
    const inputs = [await app.inputOf(zhang), await app.inputOf(zhang)]
    const faults = await Promise.all(inputs.map((input) => codeOf(app.requestRebind(input))))
    expect(faults.sort()).toEqual(['REBIND_ALREADY_REQUESTED', null].sort())
    expect(await app.written()).toEqual({ candidates: 1, requests: 1 })
  })

  it('at the same moment with one key gives one request', async () => {
    await bindPhone(app, zhang)
    const input = await app.inputOf(zhang)
    const asked = await Promise.all(Array.from({ length: 5 }, () => app.requestRebind(input)))
    expect(new Set(asked.map(({ approval }) => approval.id)).size).toBe(1)
    expect(await app.written()).toEqual({ candidates: 1, requests: 1 })
  })
})
