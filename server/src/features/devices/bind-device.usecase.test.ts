import {
  FACTS,
  NOW_MS,
  PEOPLE,
  appErrorOf,
  bindInputOf,
  bindPhone,
  callerFor,
  loginAs,
  openIdentity,
  phoneKey,
  signedBy,
  type Identity,
  type PhoneKey,
} from '../../../test/identity'
import type { SessionCaller } from '../sessions/caller.rules'

const MINUTE_MS = 60_000
const BIND_PATH = '/api/v1/devices'

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

describe('enrolment', () => {
  it('hands out 32 bytes, others each time, and keeps none', async () => {
    const caller = await callerOf(PEOPLE.zhang)
    const [one, two] = [await identity.enrol(caller), await identity.enrol(caller)]
    expect([one.seed.length, one.expiresAtMs]).toEqual([32, NOW_MS + 10 * MINUTE_MS])
    expect(Buffer.from(one.seed).equals(Buffer.from(two.seed))).toBe(false)
  })
})

describe('binding', () => {
  it('binds the first phone, gives a refreshable session and raises the event', async () => {
    const { device, session, key } = await bindPhone(identity, PEOPLE.zhang)
    expect(device).toMatchObject({ employeeId: PEOPLE.zhang.id, state: 'active', facts: FACTS, boundAtMs: NOW_MS })
    expect(device.keyThumbprint).toBe(key.keyThumbprint)
    expect([session.device, typeof session.refreshToken]).toEqual(['bound', 'string'])
    const event = (await identity.events()).find((one) => one.type === 'device.bound')
    expect(event).toMatchObject({
      aggregateKey: `employee:${PEOPLE.zhang.id}`,
      payload: { deviceId: device.id, employeeId: PEOPLE.zhang.id, first: true, model: 'Mate 60' },
    })
    expect(await identity.audited()).toContain('device.bound')
  })

  it('keeps the freshness of the login that led to it', async () => {
    const caller = await callerOf(PEOPLE.zhang)
    identity.clock.advance(6 * MINUTE_MS)
    const { session } = await identity.bindDevice(await bindInput(caller, phoneKey()))
    const bound = await identity.authenticate(session.accessToken, { receivedAtMs: identity.clock.nowMs() })
    expect(bound.loggedInAtMs).toBe(NOW_MS)
  })

  it('answers a repeat with the same device and a session of its own', async () => {
    const first = await bindPhone(identity, PEOPLE.zhang)
    const again = await identity.bindDevice({ ...first.input, requestId: 'request-again' })
    expect(again.device.id).toBe(first.device.id)
    expect(again.session.refreshToken).not.toBe(first.session.refreshToken)
    expect((await identity.events()).filter((event) => event.type === 'device.bound')).toHaveLength(1)
  })

  it('refuses a second phone', async () => {
    await bindPhone(identity, PEOPLE.zhang)
    const caller = await callerOf(PEOPLE.zhang)
    expect(caller.device).toBe('other_bound')
    expect(await faultOf(identity.bindDevice(await bindInput(caller, phoneKey())))).toBe('DEVICE_ALREADY_BOUND')
  })

  it("refuses a colleague's key, bound or unbound", async () => {
    const { device, key } = await bindPhone(identity, PEOPLE.zhang)
    const input = await bindInput(await callerOf(PEOPLE.chen), key)
    expect(await faultOf(identity.bindDevice(input))).toBe('DEVICE_OF_ANOTHER')
    await unbind(await callerOf(PEOPLE.li), device.id)
    expect(await faultOf(identity.bindDevice(input))).toBe('DEVICE_OF_ANOTHER')
  })

  it('wants an enrolment of this person that is ten minutes old at most', async () => {
    const key = phoneKey()
    const [zhang, wang] = [await callerOf(PEOPLE.zhang), await callerOf(PEOPLE.wang)]
    const input = await bindInput(zhang, key)
    const { accessToken } = await loginAs(identity, PEOPLE.zhang)
    expect(await faultOf(identity.bindDevice({ ...input, caller: wang }))).toBe('BODY_INVALID enrolmentToken')
    expect(await faultOf(identity.bindDevice({ ...input, enrolmentToken: accessToken }))).toBe(
      'BODY_INVALID enrolmentToken',
    )
    expect(await faultOf(identity.bindDevice({ ...input, enrolmentToken: 'x' }))).toBe('BODY_INVALID enrolmentToken')
    identity.clock.advance(10 * MINUTE_MS + 5_000)
    expect(await faultOf(identity.bindDevice(input))).toBe('BODY_INVALID enrolmentToken')
    expect(await activeDevices()).toBe(0)
  })

  it('wants the signature of the new key itself', async () => {
    const [key, other] = [phoneKey(), phoneKey()]
    const input = await bindInput(await callerOf(PEOPLE.zhang), key)
    const wrong = {
      'another key signed': signedBy(other, BIND_PATH, input),
      'another key signed under this thumbprint': {
        ...signedBy(other, BIND_PATH, input),
        keyThumbprint: key.keyThumbprint,
      },
      'another body': { ...input.signed, body: Buffer.from('{}') },
      'a challenge': { ...input.signed, challengeId: PEOPLE.zhang.id },
      'a position': { ...input.signed, challengePosition: 1 },
    }
    for (const [what, signed] of Object.entries(wrong)) {
      expect([what, await faultOf(identity.bindDevice({ ...input, signed }))]).toEqual([
        what,
        'DEVICE_SIGNATURE_INVALID',
      ])
    }
    const weak = { ...input, publicKey: Buffer.alloc(32).toString('base64url') }
    expect(await faultOf(identity.bindDevice(weak))).toBe('BODY_INVALID publicKey')
  })

  it('waits for an open change of phones, also once HR has unbound the old one', async () => {
    const { device } = await bindPhone(identity, PEOPLE.zhang)
    const key = phoneKey()
    const candidate = '0190c000-0000-7000-8000-000000000001'
    const { keyThumbprint, publicKey } = key
    const row = { id: candidate, employeeId: PEOPLE.zhang.id, keyThumbprint, publicKey, ...FACTS, state: 'candidate' }
    const at = new Date(NOW_MS)
    await identity.database.write((tx) => tx.device.create({ data: { ...row, createdAt: at } }))
    expect((await callerOf(PEOPLE.zhang, key)).device).toBe('other_bound')
    const request = {
      kind: 'rebind',
      subjectId: candidate,
      requesterId: PEOPLE.zhang.id,
      reason: '换了新手机',
      status: 'pending',
    }
    const times = { createdAt: at, expiresAt: new Date(NOW_MS + 86_400_000) }
    await identity.database.write((tx) =>
      tx.approvalRequest.create({ data: { id: key.keyThumbprint.slice(0, 36), ...request, ...times } }),
    )
    const caller = await callerOf(PEOPLE.zhang, key)
    expect(caller.device).toBe('candidate')
    expect(await faultOf(identity.bindDevice(await bindInput(caller, key)))).toBe('DEVICE_ALREADY_BOUND')
    await unbind(await callerOf(PEOPLE.li), device.id)
    expect(await faultOf(identity.bindDevice(await bindInput(caller, key)))).toBe('REBIND_ALREADY_REQUESTED')
    expect(await faultOf(identity.bindDevice(await bindInput(caller, phoneKey())))).toBe('REBIND_ALREADY_REQUESTED')
    expect(await activeDevices()).toBe(0)
  })

  it('tells the phone before that it was replaced, and no key that never was the phone', async () => {
    const { device } = await bindPhone(identity, PEOPLE.zhang)
    await unbind(await callerOf(PEOPLE.li), device.id)
    const { keyThumbprint, publicKey } = phoneKey()
    const rejected = '0190c000-0000-7000-8000-000000000001'
    const row = { id: rejected, employeeId: PEOPLE.zhang.id, keyThumbprint, publicKey, ...FACTS, state: 'revoked' }
    const at = new Date(NOW_MS)
    const ended = { createdAt: at, revokedAt: at, revokedReason: 'rebind_rejected' }
    await identity.database.write((tx) => tx.device.create({ data: { ...row, ...ended } }))
    await bindPhone(identity, PEOPLE.zhang)
    const replacedAt = async (id: string) =>
      (await identity.database.read.device.findUniqueOrThrow({ where: { id } })).replacedAt
    expect(await replacedAt(device.id)).toEqual(at)
    expect(await replacedAt(rejected)).toBeNull()
  })
})

describe('parallel bindings', () => {
  it('let one of two keys of a person win', async () => {
    const caller = await callerOf(PEOPLE.zhang)
    const inputs = await Promise.all([bindInput(caller, phoneKey()), bindInput(caller, phoneKey())])
    const faults = await Promise.all(inputs.map((input) => faultOf(identity.bindDevice(input))))
    expect(faults.sort()).toEqual(['DEVICE_ALREADY_BOUND', null].sort())
    expect(await activeDevices()).toBe(1)
    expect((await identity.events()).filter((event) => event.type === 'device.bound')).toHaveLength(1)
  })

  it('let one of two people with the same key win', async () => {
    const key = phoneKey()
    const inputs = [
      await bindInput(await callerOf(PEOPLE.zhang), key),
      await bindInput(await callerOf(PEOPLE.wang), key),
    ]
    const faults = await Promise.all(inputs.map((input) => faultOf(identity.bindDevice(input))))
    expect(faults.sort()).toEqual(['DEVICE_OF_ANOTHER', null].sort())
    expect(await activeDevices()).toBe(1)
  })

  it('of the same request give one device', async () => {
    const input = await bindInput(await callerOf(PEOPLE.zhang), phoneKey())
    const bound = await Promise.all(Array.from({ length: 5 }, () => identity.bindDevice(input)))
    expect(new Set(bound.map(({ device }) => device.id)).size).toBe(1)
    expect(await activeDevices()).toBe(1)
  })

  it('are judged by the unique indexes alone when both saw no device', async () => {
    const [one, two] = [phoneKey(), phoneKey()]
    const binding = (deviceId: string, employeeId: string, { keyThumbprint, publicKey }: PhoneKey) =>
      identity.devices.bind(
        { deviceId, employeeId, keyThumbprint, publicKey, facts: FACTS },
        { audit: [], events: [] },
        NOW_MS,
      )
    expect(await binding('0190c000-0000-7000-8000-000000000001', PEOPLE.zhang.id, one)).toBe(true)
    expect(await binding('0190c000-0000-7000-8000-000000000002', PEOPLE.zhang.id, two)).toBe(false)
    expect(await binding('0190c000-0000-7000-8000-000000000003', PEOPLE.wang.id, one)).toBe(false)
    expect(await binding('0190c000-0000-7000-8000-000000000004', PEOPLE.wang.id, two)).toBe(true)
  })
})
