import { jest } from '@jest/globals'
import {
  FACTS,
  NOW_MS,
  PEOPLE,
  appErrorOf,
  bindPhone,
  callerFor,
  codeOf,
  loginAs,
  phoneKey,
  refreshWith,
  textOf,
} from '../../../test/identity'
import { openRebinds, type Rebinds } from '../../../test/rebinds'

jest.setTimeout(60_000)

const { zhang, wang, li, chen } = PEOPLE
const HOUR_MS = 3_600_000

let app: Rebinds
beforeEach(async () => {
  app = await openRebinds()
})
afterEach(() => app.close())

type Asked = Awaited<ReturnType<Rebinds['ask']>>

const authenticate = (session: { readonly accessToken: string }) =>
  app.authenticate(session.accessToken, { receivedAtMs: app.clock.nowMs() })

const unbindByHr = async (deviceId: string) => {
  const caller = await callerFor(app, li)
  return app.revokeDevice({ caller, deviceId, reason: '手机丢了', requestId: 'request-revoke' })
}

const readBy = async (person: { readonly userId: string }, approvalId: string) =>
  app.readApproval(await callerFor(app, person), approvalId)

async function deviceEvents() {
  const events = (await app.events()).filter(({ type }) => type === 'device.bound' || type === 'device.revoked')
  return events.map(({ type, payload }) => ({ type, ...payload }))
}

describe('an approved change', () => {
  it('ends the old phone and binds the new one, and says so', async () => {
    const old = await bindPhone(app, zhang)
    const { approval, session, key } = await app.ask(zhang)
    app.clock.advance(60_000)
    await app.decide(wang, approval.id, 'approve')

    const at = new Date(NOW_MS + 60_000)
    const ended = { state: 'revoked', revokedReason: 'replaced', revokedAt: at, replacedAt: at }
    expect(await app.stored(old.device.id)).toMatchObject(ended)
    expect(await app.stored(approval.id)).toMatchObject({ state: 'active', boundAt: at })
    expect(await codeOf(authenticate(old.session))).toBe('SESSION_REVOKED')
    expect(await codeOf(refreshWith(app, textOf(old.session.refreshToken), old.key))).toBe('SESSION_REVOKED')
    expect((await authenticate(session)).device).toBe('bound')
    expect((await refreshWith(app, textOf(session.refreshToken), key)).device).toBe('bound')
    expect(await app.standingOf(zhang, key)).toBe('bound')
    expect(await app.standingOf(zhang, old.key)).toBe('other_bound')

    const decision = { by: 'rebind', approvalId: approval.id, status: 'approved' }
    expect((await deviceEvents()).slice(1)).toEqual([
      {
        type: 'device.revoked',
        deviceId: old.device.id,
        employeeId: zhang.id,
        keyThumbprint: old.key.keyThumbprint,
        ...decision,
        revokedBy: wang.id,
        reason: 'replaced',
      },
      {
        type: 'device.bound',
        deviceId: approval.id,
        employeeId: zhang.id,
        keyThumbprint: key.keyThumbprint,
        first: false,
        ...FACTS,
        ...decision,
        approvedBy: wang.id,
      },
    ])
    const lines = await app.database.read.auditRecord.findMany({ where: { requestId: 'request-decide' } })
    expect(lines.map(({ action, actorId }) => `${action} by ${actorId}`)).toEqual(
      expect.arrayContaining([`device.revoked by ${wang.id}`, `device.bound by ${wang.id}`]),
    )
  })

  it('is still described by the phones that it was about', async () => {
    await bindPhone(app, zhang)
    const facts = { ...FACTS, model: 'Mate 70' }
    const { approval } = await app.ask(zhang, { facts })
    await app.decide(wang, approval.id, 'approve')
    app.clock.advance(HOUR_MS)
    const next = await app.ask(zhang, { facts: { ...FACTS, model: 'Mate 80' } })
    expect((await readBy(zhang, approval.id)).subject).toMatchObject({ newPhone: facts, oldPhone: FACTS })
    expect(next.approval.subject).toMatchObject({ oldPhone: facts, probablySamePhone: false })
  })

  it('happens once: of two who decide at the same moment, one does', async () => {
    await bindPhone(app, zhang)
    const { approval } = await app.ask(zhang)
    const codes = await Promise.all([
      codeOf(app.decide(wang, approval.id, 'approve')),
      codeOf(app.decide(chen, approval.id, 'reject')),
    ])
    expect(codes.sort()).toEqual(['APPROVAL_ALREADY_DECIDED', null].sort())
    const { status } = await readBy(zhang, approval.id)
    const { state } = await app.stored(approval.id)
    expect(state).toBe(status === 'approved' ? 'active' : 'revoked')
  })

  it('cannot be made by the requester', async () => {
    await bindPhone(app, wang)
    const { approval } = await app.ask(wang)
    expect(await codeOf(app.decide(wang, approval.id, 'approve'))).toBe('OWN_REQUEST')
    expect(await app.stored(approval.id)).toMatchObject({ state: 'candidate' })
  })

  it('keeps nothing when the new key is a colleague’s by then', async () => {
    const old = await bindPhone(app, zhang)
    const { approval, key } = await app.ask(zhang)
    const stolen = { employeeId: chen.id, keyThumbprint: key.keyThumbprint, publicKey: key.publicKey, facts: FACTS }
    const noTrail = { audit: [], events: [] }
    expect(await app.devices.bind({ deviceId: app.random.id(), ...stolen }, noTrail, NOW_MS)).toBe(true)
    expect(await codeOf(app.decide(wang, approval.id, 'approve'))).toBe('DEVICE_OF_ANOTHER')
    expect(await app.stored(old.device.id)).toMatchObject({ state: 'active' })
    expect((await authenticate(old.session)).device).toBe('bound')
    expect(await readBy(zhang, approval.id)).toMatchObject({ status: 'pending' })
  })
})

describe('a change that is not approved', () => {
  const ENDS: [status: string, revokedBy: string | null, end: (asked: Asked) => Promise<unknown>][] = [
    ['rejected', wang.id, ({ approval }) => app.decide(wang, approval.id, 'reject')],
    ['withdrawn', null, ({ approval }) => app.withdraw(zhang, approval.id)],
    [
      'expired',
      null,
      async () => {
        app.clock.advance(72 * HOUR_MS)
        expect(await app.sweep()).toMatchObject({ expired: 1, failed: [] })
      },
    ],
  ]

  it.each(ENDS)('ends the new key and leaves the old phone: %s', async (status, revokedBy, end) => {
    const old = await bindPhone(app, zhang)
    const asked = await app.ask(zhang)
    const { approval, session, key } = asked
    expect(await app.standingOf(zhang, key)).toBe('candidate')
    await end(asked)

    const reason = `rebind_${status}`
    const at = new Date(app.clock.nowMs())
    const dead = { state: 'revoked', revokedReason: reason, revokedAt: at, boundAt: null, replacedAt: null }
    expect(await app.stored(approval.id)).toMatchObject(dead)
    expect(await codeOf(refreshWith(app, textOf(session.refreshToken), key))).toBe('SESSION_REVOKED')
    const again = await loginAs(app, zhang, key.keyThumbprint)
    expect([again.device, again.refreshToken]).toEqual(['other_bound', null])
    expect((await refreshWith(app, textOf(old.session.refreshToken), old.key)).device).toBe('bound')
    expect(await readBy(zhang, approval.id)).toMatchObject({ status, subject: { heldAttempts: 0 } })
    expect((await deviceEvents()).slice(1)).toEqual([
      {
        type: 'device.revoked',
        deviceId: approval.id,
        employeeId: zhang.id,
        keyThumbprint: key.keyThumbprint,
        by: 'rebind',
        approvalId: approval.id,
        status,
        revokedBy,
        reason,
      },
    ])
    expect((await app.ask(zhang)).approval.status).toBe('pending')
  })

  it('names who withdrew it, and the system when nobody decided', async () => {
    await bindPhone(app, zhang)
    await app.withdraw(zhang, (await app.ask(zhang)).approval.id)
    await app.ask(zhang)
    app.clock.advance(72 * HOUR_MS)
    await app.sweep()
    const lines = await app.database.read.auditRecord.findMany({ where: { action: 'device.revoked' } })
    expect(lines.map(({ actorKind, actorId }) => `${actorKind}:${actorId}`).sort()).toEqual(
      [`employee:${zhang.id}`, 'system:approvals'].sort(),
    )
  })
})

describe('when HR unbinds the old phone meanwhile', () => {
  it('the request stays open, and approving it binds the new phone', async () => {
    const old = await bindPhone(app, zhang)
    const { approval, session } = await app.ask(zhang)
    await unbindByHr(old.device.id)
    expect((await authenticate(session)).device).toBe('candidate')
    await app.decide(wang, approval.id, 'approve')
    expect((await authenticate(session)).device).toBe('bound')
    const at = new Date(NOW_MS)
    expect(await app.stored(old.device.id)).toMatchObject({ revokedReason: 'unbound_by_hr', replacedAt: at })
    expect((await deviceEvents()).map(({ type }) => type)).toEqual(['device.bound', 'device.revoked', 'device.bound'])
  })

  it('at the same moment, exactly the new phone is bound', async () => {
    const old = await bindPhone(app, zhang)
    const { approval } = await app.ask(zhang)
    await Promise.all([unbindByHr(old.device.id), app.decide(wang, approval.id, 'approve')])
    const active = await app.database.read.device.findMany({ where: { employeeId: zhang.id, state: 'active' } })
    expect(active.map(({ id }) => id)).toEqual([approval.id])
    expect((await deviceEvents()).filter(({ type }) => type === 'device.revoked')).toHaveLength(1)
  })

  it('binding unaided waits for it, and works with another key once it is withdrawn', async () => {
    const old = await bindPhone(app, zhang)
    const { approval, key } = await app.ask(zhang)
    await unbindByHr(old.device.id)
    expect(await codeOf(bindPhone(app, zhang, key))).toBe('REBIND_ALREADY_REQUESTED')
    expect(await codeOf(bindPhone(app, zhang))).toBe('REBIND_ALREADY_REQUESTED')
    await app.withdraw(zhang, approval.id)
    expect((await appErrorOf(bindPhone(app, zhang, key)))?.details.map(({ path }) => path)).toEqual(['publicKey'])
    expect((await bindPhone(app, zhang, phoneKey())).session.device).toBe('bound')
  })
})

describe('when the candidate has come to its end in some other way', () => {
  const end = (id: string) =>
    app.database.write((tx) =>
      tx.device.update({ where: { id }, data: { state: 'revoked', revokedAt: new Date(NOW_MS) } }),
    )
  const effectOf = (id: string) =>
    app.database.read.approvalRequest.findUniqueOrThrow({ where: { id }, select: { status: true, effect: true } })

  it('the request expires without effect, and the next one may be made', async () => {
    await bindPhone(app, zhang)
    const { approval } = await app.ask(zhang)
    await end(approval.id)
    app.clock.advance(72 * HOUR_MS)
    expect(await app.sweep()).toMatchObject({ expired: 1, failed: [] })
    expect(await effectOf(approval.id)).toEqual({ status: 'expired', effect: 'SUBJECT_SETTLED' })
    expect((await app.ask(zhang)).approval.status).toBe('pending')
  })

  it('the requester is told of the request that waits, and may withdraw it', async () => {
    await bindPhone(app, zhang)
    const { approval } = await app.ask(zhang)
    await end(approval.id)
    expect(await codeOf(app.ask(zhang))).toBe('REBIND_ALREADY_REQUESTED')
    await app.withdraw(zhang, approval.id)
    expect(await effectOf(approval.id)).toEqual({ status: 'withdrawn', effect: 'SUBJECT_SETTLED' })
    expect((await app.ask(zhang)).approval.status).toBe('pending')
  })
})

describe('a request past its time that nobody has swept', () => {
  it('leaves the new phone no candidate', async () => {
    await bindPhone(app, zhang)
    const { session, key } = await app.ask(zhang)
    app.clock.advance(72 * HOUR_MS - 1)
    const renewed = await refreshWith(app, textOf(session.refreshToken), key)
    expect(renewed.device).toBe('candidate')
    app.clock.advance(1)
    expect((await authenticate(renewed)).device).toBe('other_bound')
    expect(await codeOf(refreshWith(app, textOf(renewed.refreshToken), key))).toBe('SESSION_REVOKED')
    expect(await app.standingOf(zhang, key)).toBe('other_bound')
  })

  it('stands in nobody’s way: another is asked for, and what was swept so is swept once', async () => {
    await bindPhone(app, zhang)
    const { approval, key } = await app.ask(zhang)
    app.clock.advance(72 * HOUR_MS)
    expect((await appErrorOf(app.ask(zhang, { key })))?.details.map(({ path }) => path)).toEqual(['publicKey'])
    expect(await readBy(zhang, approval.id)).toMatchObject({ status: 'expired' })
    expect(await app.stored(approval.id)).toMatchObject({ state: 'revoked', revokedReason: 'rebind_expired' })
    expect((await app.ask(zhang)).approval.status).toBe('pending')
    expect(await app.sweep()).toMatchObject({ expired: 0, failed: [] })
  })

  it('does not keep a person from binding whose phone HR unbound', async () => {
    const old = await bindPhone(app, zhang)
    await app.ask(zhang)
    await unbindByHr(old.device.id)
    app.clock.advance(72 * HOUR_MS - 1)
    expect(await codeOf(bindPhone(app, zhang))).toBe('REBIND_ALREADY_REQUESTED')
    app.clock.advance(1)
    expect((await bindPhone(app, zhang)).session.device).toBe('bound')
  })
})

it('reaches HR and the admins before it expires, whatever the number of leaders', () => {
  for (const { approvers, escalatesAfterMs, expiresAfterMs } of app.subjects) {
    expect(approvers.slice(-2)).toEqual(['hr', 'admin'])
    // A day is left to the last of them.
    expect((approvers.length - 1) * escalatesAfterMs).toBeLessThanOrEqual(expiresAfterMs - 24 * HOUR_MS)
  }
})
