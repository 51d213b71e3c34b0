import {
  NOW_MS,
  PEOPLE,
  appErrorOf,
  bindInputOf,
  bindPhone,
  callerFor,
  openIdentity,
  phoneKey,
  signedBy,
  type Identity,
  type PhoneKey,
} from '../../../test/identity'
import type { SessionCaller } from '../sessions/caller.rules'

const MINUTE_MS = 60_000

let identity: Identity
beforeEach(async () => {
  identity = await openIdentity()
})
afterEach(() => identity.close())

const faultOf = async (work: Promise<unknown>) => {
  const fault = await appErrorOf(work)
  return fault && [fault.code, ...fault.details.map((detail) => detail.path)].join(' ')
}
const callerOf = (person: { readonly userId: string }, key?: PhoneKey) => callerFor(identity, person, key)
const bindInput = (caller: SessionCaller, key: PhoneKey) => bindInputOf(identity, caller, key)
const unbind = (caller: SessionCaller, deviceId: string) =>
  identity.revokeDevice({ caller, deviceId, reason: '手机丢了', requestId: 'request-revoke' })
const activeDevices = () => identity.database.read.device.count({ where: { state: 'active' } })

describe('unbinding by HR', () => {
  it('ends the key and its sessions at once, and frees the person to bind the next phone', async () => {
    const { device, session, key } = await bindPhone(identity, PEOPLE.zhang)
    const hr = await callerOf(PEOPLE.li)
    const revoked = await unbind(hr, device.id)
    expect(revoked).toMatchObject({ state: 'revoked', revokedReason: 'unbound_by_hr', revokedAtMs: NOW_MS })
    expect(await faultOf(identity.authenticate(session.accessToken, { receivedAtMs: NOW_MS }))).toBe('SESSION_REVOKED')
    const refreshToken = session.refreshToken ?? ''
    const signed = signedBy(key, '/api/v1/sessions/refresh', { refreshToken })
    expect(await faultOf(identity.refresh({ refreshToken, signed, requestId: 'r' }))).toBe('SESSION_REVOKED')
    const event = (await identity.events()).find((one) => one.type === 'device.revoked')
    expect(event?.payload).toMatchObject({ deviceId: device.id, revokedBy: PEOPLE.li.id })
    expect(JSON.stringify(await identity.events())).not.toContain('手机丢了')
    const { detail } = await identity.database.read.auditRecord.findFirstOrThrow({
      where: { action: 'device.revoked' },
      include: { detail: true },
    })
    expect(detail?.detailJson).toContain('手机丢了')

    const caller = await callerOf(PEOPLE.zhang)
    expect(caller.device).toBe('none')
    expect(await faultOf(identity.bindDevice(await bindInput(caller, key)))).toBe('BODY_INVALID publicKey')
    await identity.bindDevice(await bindInput(caller, phoneKey()))
    const bound = (await identity.events()).filter((one) => one.type === 'device.bound')
    expect(bound.map((one) => one.payload['first'])).toEqual([true, false])
  })

  it('is done once', async () => {
    const { device } = await bindPhone(identity, PEOPLE.zhang)
    const hr = await callerOf(PEOPLE.li)
    const answers = await Promise.all([unbind(hr, device.id), unbind(hr, device.id)])
    expect(answers.map((answer) => answer.state)).toEqual(['revoked', 'revoked'])
    expect((await identity.audited()).filter((action) => action === 'device.revoked')).toHaveLength(1)
  })

  it('is refused for one’s own phone, outside the scope, by others, and after five minutes', async () => {
    const own = await bindPhone(identity, PEOPLE.li)
    const outside = await bindPhone(identity, PEOPLE.chen)
    const inside = await bindPhone(identity, PEOPLE.zhang)
    const [hr, leader] = [await callerOf(PEOPLE.li), await callerOf(PEOPLE.wang)]
    expect(await faultOf(unbind(hr, own.device.id))).toBe('NOT_ALLOWED')
    expect(await faultOf(unbind(hr, outside.device.id))).toBe('NOT_ALLOWED')
    expect(await faultOf(unbind(leader, inside.device.id))).toBe('NOT_ALLOWED')
    expect(await faultOf(unbind(hr, PEOPLE.li.id))).toBe('NOT_FOUND')
    identity.clock.advance(5 * MINUTE_MS)
    expect(await faultOf(unbind(hr, inside.device.id))).toBe('FRESH_LOGIN_NEEDED')
    expect(await activeDevices()).toBe(3)
    await unbind(await callerOf(PEOPLE.chen), inside.device.id)
    expect(await activeDevices()).toBe(2)
  })

  it('does not free a person whose phone ended in another way', async () => {
    const { device } = await bindPhone(identity, PEOPLE.zhang)
    const data = { state: 'revoked', revokedReason: 'replaced', revokedAt: new Date(NOW_MS) }
    await identity.database.write((tx) => tx.device.update({ where: { id: device.id }, data }))
    const input = await bindInput(await callerOf(PEOPLE.zhang), phoneKey())
    expect(await faultOf(identity.bindDevice(input))).toBe('DEVICE_ALREADY_BOUND')
  })
})
