import { seedDevice, seedEmployee } from '../../../../prisma/seed/builders'
import { countingRandom } from '../../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { AppError } from '../../app-error'
import { UNBOUND_BY_HR } from '../../features/devices/binding.rules'
import type { RebindParties, RebindStore } from '../../ports/rebind-store'
import type { StoreTransaction, Transactions } from '../../ports/transaction'
import { untilNoConflict } from '../../until-no-conflict'
import { createDeviceStore } from './device-store'
import { createRebindStore } from './rebind-store'
import { createTransactions } from './store-transaction'

const NOW_MS = Date.UTC(2026, 10, 18, 0, 52, 9)
const NOW = new Date(NOW_MS)
const NO_TRAIL = { audit: [], events: [] }
const DAY_MS = 86_400_000

const random = countingRandom()
let test: TestDatabase
let transactions: Transactions
let rebinds: RebindStore
let employeeId: string
let old: { id: string; keyThumbprint: string }
let asked: { id: string; keyThumbprint: string }

beforeEach(async () => {
  test = await openTestDatabase()
  transactions = createTransactions(test.database)
  rebinds = createRebindStore(test.database)
  await test.database.write(async (tx) => {
    employeeId = (await seedEmployee(tx)).id
    old = await seedDevice(tx, { employeeId })
    asked = await seedDevice(tx, { employeeId, state: 'candidate', createdAt: NOW })
  })
})
afterEach(() => test.close())

const inside = <Result>(work: (tx: StoreTransaction) => Promise<Result>) => transactions.inTransaction(work)
const stored = (id: string) => test.database.read.device.findUniqueOrThrow({ where: { id } })
const audited = () => test.database.read.auditRecord.count()
const trail = (action: string) => ({
  audit: [
    {
      actor: { kind: 'system', id: 'test' },
      action,
      subject: { kind: 'device', id: asked.id },
      requestId: null,
      detail: {},
    } as const,
  ],
  events: [],
})

async function partiesOf(deviceId = asked.id): Promise<RebindParties> {
  const parties = await inside((tx) => rebinds.loadParties(tx, deviceId))
  if (parties === null) throw new Error('no candidate')
  return parties
}

async function openSession(keyThumbprint: string): Promise<string> {
  const id = random.id()
  const expiresAt = new Date(NOW_MS + DAY_MS)
  await test.database.write((tx) =>
    tx.session.create({ data: { id, employeeId, keyThumbprint, loggedInAt: NOW, expiresAt } }),
  )
  return id
}

const isRevoked = async (id: string) =>
  (await test.database.read.session.findUniqueOrThrow({ where: { id } })).revokedAt !== null

const unbindByHr = async () => {
  const devices = createDeviceStore(test.database)
  const device = await devices.find(old.id)
  if (device === null) throw new Error('no old phone')
  return devices.unbind(device, UNBOUND_BY_HR, trail('device.revoked'), NOW_MS)
}

/** As an approval does it: load, replace, and everything again on a conflict. */
const approve = () =>
  untilNoConflict(transactions, async (tx) => {
    const parties = await rebinds.loadParties(tx, asked.id)
    return parties === null ? 'decided' : rebinds.replace(tx, parties, trail('device.bound'), NOW_MS)
  })

describe('replacing', () => {
  it('ends the old phone with its sessions and binds the new one', async () => {
    const [ofOld, ofNew] = [await openSession(old.keyThumbprint), await openSession(asked.keyThumbprint)]
    expect(await approve()).toBe('replaced')
    expect(await stored(old.id)).toMatchObject({
      state: 'revoked',
      revokedReason: 'replaced',
      revokedAt: NOW,
      replacedAt: NOW,
    })
    expect(await stored(asked.id)).toMatchObject({ state: 'active', boundAt: NOW, replacedAt: null, revokedAt: null })
    expect([await isRevoked(ofOld), await isRevoked(ofNew)]).toEqual([true, false])
    expect(await audited()).toBe(1)
  })

  it('tells the phone that HR unbound before that it was replaced, and no key that never was the phone', async () => {
    await unbindByHr()
    const revoked = { employeeId, state: 'candidate', revokedAt: NOW, revokedReason: 'rebind_rejected' } as const
    const { id } = await test.database.write((tx) => seedDevice(tx, revoked))
    await test.database.write((tx) => tx.device.update({ where: { id }, data: { state: 'revoked' } }))
    expect(await approve()).toBe('replaced')
    expect(await stored(old.id)).toMatchObject({ revokedReason: UNBOUND_BY_HR, replacedAt: NOW })
    expect(await stored(id)).toMatchObject({ replacedAt: null })
  })

  it.each([
    ['the old phone was unbound meanwhile', () => unbindByHr()],
    [
      'another phone was bound meanwhile',
      async () => {
        await unbindByHr()
        await test.database.write((tx) => seedDevice(tx, { employeeId, id: random.id() }))
      },
    ],
  ])('is a conflict that keeps nothing when %s', async (_, meanwhile) => {
    const parties = await partiesOf()
    await meanwhile()
    const before = await audited()
    const rollBack = new Error('roll back')
    const work = inside(async (tx) => {
      expect(await rebinds.replace(tx, parties, trail('device.bound'), NOW_MS)).toBe('conflict')
      throw rollBack
    })
    await expect(work).rejects.toBe(rollBack)
    expect(await stored(asked.id)).toMatchObject({ state: 'candidate', boundAt: null })
    expect(await audited()).toBe(before)
  })

  it('judges again what changed: the phone bound meanwhile is the one that ends', async () => {
    const stale = { ...(await partiesOf()), active: null }
    let first = true
    const result = await untilNoConflict(transactions, async (tx) => {
      const parties = first ? stale : await rebinds.loadParties(tx, asked.id)
      first = false
      return parties === null ? 'decided' : rebinds.replace(tx, parties, NO_TRAIL, NOW_MS)
    })
    expect(result).toBe('replaced')
    expect(await stored(old.id)).toMatchObject({ state: 'revoked', revokedReason: 'replaced' })
  })

  it('is refused by the unique index when the key is a colleague’s by now, and keeps nothing', async () => {
    await test.database.write(async (tx) => {
      const colleague = await seedEmployee(tx)
      const { publicKey } = await tx.device.findUniqueOrThrow({ where: { id: asked.id } })
      await seedDevice(tx, { employeeId: colleague.id, publicKey: Buffer.from(publicKey, 'base64url') })
    })
    const session = await openSession(old.keyThumbprint)
    const fault = await approve().catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(AppError)
    expect((fault as AppError).code).toBe('DEVICE_OF_ANOTHER')
    expect(await stored(old.id)).toMatchObject({ state: 'active', revokedAt: null, replacedAt: null })
    expect(await stored(asked.id)).toMatchObject({ state: 'candidate' })
    expect([await isRevoked(session), await audited()]).toEqual([false, 0])
  })
})

describe('at the same moment', () => {
  const active = () => test.database.read.device.findMany({ where: { employeeId, state: 'active' } })

  it('two approvals replace once', async () => {
    const results = await Promise.all([approve(), approve()])
    expect(results.sort()).toEqual(['decided', 'replaced'])
    expect((await active()).map(({ id }) => id)).toEqual([asked.id])
    expect(await audited()).toBe(1)
  })

  it.each([1, 2, 3])('an approval and HR’s unbinding bind the new phone, whoever is first (%i)', async () => {
    const [unbound, approved] = await Promise.all([unbindByHr(), approve()])
    expect(approved).toBe('replaced')
    expect((await active()).map(({ id }) => id)).toEqual([asked.id])
    const revokedReason = unbound ? UNBOUND_BY_HR : 'replaced'
    expect(await stored(old.id)).toMatchObject({ state: 'revoked', revokedReason, replacedAt: NOW })
    expect(await audited()).toBe(unbound ? 2 : 1)
  })
})

describe('discarding', () => {
  it('ends the candidate with its sessions, once, and leaves the old phone', async () => {
    const { candidate } = await partiesOf()
    const [ofOld, ofNew] = [await openSession(old.keyThumbprint), await openSession(asked.keyThumbprint)]
    const discard = () =>
      inside((tx) => rebinds.discard(tx, candidate, 'rebind_rejected', trail('device.revoked'), NOW_MS))
    expect(await discard()).toBe('discarded')
    expect(await stored(asked.id)).toMatchObject({
      state: 'revoked',
      revokedReason: 'rebind_rejected',
      revokedAt: NOW,
      replacedAt: null,
      boundAt: null,
    })
    expect([await isRevoked(ofOld), await isRevoked(ofNew)]).toEqual([false, true])
    expect(await stored(old.id)).toMatchObject({ state: 'active' })
    expect(await discard()).toBe('conflict')
    expect(await audited()).toBe(1)
    expect(await inside((tx) => rebinds.loadParties(tx, asked.id))).toBeNull()
  })
})

it('knows no parties of a device that is no candidate, or of none', async () => {
  for (const id of [old.id, random.id()]) {
    expect(await inside((tx) => rebinds.loadParties(tx, id))).toBeNull()
  }
})
