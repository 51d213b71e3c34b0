import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attack, auditEntry, AUDIT_NOW_MS, sealerOn, verification, writeAudit } from '../../../test/audit'
import { makeTempFolder, type TempFolder } from '../../../test/temp-folder'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { toDocument } from '../../worker/event-log-subscriber'

let opened: TestDatabase
let folder: TempFolder
beforeEach(async () => {
  opened = await openTestDatabase()
  folder = makeTempFolder()
})
afterEach(async () => {
  await opened.close()
  folder.remove()
})

const entries = (count: number, from = 0) => Array.from({ length: count }, (_, index) => auditEntry(from + index))
const seals = () => opened.database.read.auditSeal.findMany({ orderBy: { number: 'asc' } })
const unsealedCount = () => opened.database.read.auditRecord.count({ where: { sealed: false } })
const DAY_FILE = '2026-11-18.json'

describe('the sealer', () => {
  it('seals what waits, in id order, in one chain', async () => {
    await writeAudit(opened.database, entries(450))
    const { pass } = sealerOn(opened.database, folder.path)
    expect(await pass()).toMatchObject({ state: 'idle', sealedCount: 450 })
    const rows = await seals()
    const ids = (await opened.database.read.auditRecord.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 450 }, (_, index) => index + 1))
    expect(rows.map(({ auditId }) => auditId)).toEqual(ids.slice(0, 450))
    expect(await verification(opened.database)).toMatchObject({ checkedCount: 450, problems: [] })
  })

  it('takes a line that was committed late, with an id before the last sealed one', async () => {
    const { database } = opened
    await writeAudit(database, entries(3))
    const [first] = await database.read.auditRecord.findMany({ orderBy: { id: 'asc' }, include: { detail: true } })
    const { detail, ...row } = first!
    await database.write(async (tx) => {
      await tx.auditDetail.deleteMany({ where: { auditId: row.id } })
      await tx.auditRecord.deleteMany({ where: { id: row.id } })
    })
    const { pass } = sealerOn(database, folder.path)
    await pass()
    await database.write(async (tx) => {
      await tx.auditRecord.create({ data: row })
      await tx.auditDetail.create({ data: detail! })
    })
    await pass()
    // Third: after the two that were sealed, before the line of the day's publication, which waited too.
    expect((await seals()).map(({ auditId }) => auditId)[2]).toBe(row.id)
    expect(await verification(database)).toMatchObject({ unsealedCount: 0, problems: [] })
  })

  it('does nothing while another holds the lease, and goes on when that one is gone', async () => {
    await writeAudit(opened.database, entries(5))
    const first = sealerOn(opened.database, folder.path)
    await first.pass()
    await writeAudit(opened.database, entries(5))
    const second = sealerOn(opened.database, folder.path, { ownerId: 'other', clock: first.clock })
    expect(await second.pass()).toEqual({ state: 'standby', sealedCount: 0, published: null })
    first.clock.advance(30_001)
    expect(await second.pass()).toMatchObject({ sealedCount: 6 })
    expect(await first.pass()).toMatchObject({ state: 'idle', sealedCount: 0 })
  })

  it('writes nothing when it lost its lease between two batches', async () => {
    await writeAudit(opened.database, entries(5))
    const { audit, leases } = sealerOn(opened.database, folder.path)
    const lease = { name: 'audit-sealer', owner: 'a', untilMs: AUDIT_NOW_MS + 10 }
    await leases.take(lease, AUDIT_NOW_MS)
    await leases.take({ ...lease, owner: 'b', untilMs: AUDIT_NOW_MS + 100 }, AUDIT_NOW_MS + 50)
    const chain = () => {
      throw new Error('not asked')
    }
    expect(await audit.sealNext({ lease, limit: 10, chain }, AUDIT_NOW_MS + 50)).toBeNull()
    expect(await seals()).toEqual([])
  })

  it.each([
    ['a number', 1],
    ['a line', 99],
  ])('cannot take %s that is taken, whatever became of the lease', async (_name, number) => {
    await writeAudit(opened.database, entries(2))
    const { audit, leases, pass } = sealerOn(opened.database, folder.path)
    await pass()
    const before = await seals()
    const { auditId, previousHash, hash } = before[0]!
    const lease = { name: 'audit-sealer', owner: 'sealer', untilMs: AUDIT_NOW_MS + 10_000 }
    await leases.take(lease, AUDIT_NOW_MS)
    // What a sealer would write that had read the chain before the other one continued it.
    const stale = { number, auditId, previousHash, hash, sealedAtMs: AUDIT_NOW_MS }
    expect(await audit.sealNext({ lease, limit: 10, chain: () => [stale] }, AUDIT_NOW_MS)).toBeNull()
    expect(await seals()).toEqual(before)
    expect(await unsealedCount()).toBe(1)
  })

  it('marks again what lost its mark from outside, without a second seal', async () => {
    await writeAudit(opened.database, entries(3))
    const { pass } = sealerOn(opened.database, folder.path)
    await pass()
    await pass()
    const before = await seals()
    await attack(opened.url, 'UPDATE AuditRecord SET sealed = 0')
    await pass()
    expect(await seals()).toEqual(before)
    expect(await unsealedCount()).toBe(0)
    expect((await verification(opened.database)).problems).toEqual([])
  })

  it('does not write when there is nothing to do', async () => {
    const { database } = opened
    let writes = 0
    const counted = { ...database, write: ((work) => (writes++, database.write(work))) as typeof database.write }
    await writeAudit(database, entries(1))
    const { pass } = sealerOn(counted, folder.path)
    await pass()
    await pass()
    const before = writes
    expect(await pass()).toMatchObject({ state: 'idle', sealedCount: 0 })
    expect(writes).toBe(before)
  })
})

describe('the seal of the day', () => {
  const published = () => opened.database.read.outboxEvent.findMany({ where: { type: 'audit.sealed' } })

  it('goes into a file, an event and an audit line, once a day', async () => {
    await writeAudit(opened.database, entries(3))
    const { pass, clock } = sealerOn(opened.database, folder.path)
    expect((await pass()).published).toEqual({ day: '2026-11-18', number: 3, differs: false })
    const newest = (await seals())[2]!
    expect(JSON.parse(readFileSync(join(folder.path, DAY_FILE), 'utf8'))).toEqual({
      day: '2026-11-18',
      number: 3,
      hash: newest.hash,
    })
    clock.advance(3_600_000)
    expect((await pass()).published).toBeNull()
    const [event, ...others] = await published()
    expect(others).toEqual([])
    expect(JSON.parse(event!.payloadJson)).toEqual({ day: '2026-11-18', sealNumber: 3, sealHash: newest.hash })
    const document = toDocument({
      ...event!,
      payload: JSON.parse(event!.payloadJson) as Record<string, unknown>,
      createdAtMs: 0,
      feedSequence: 1,
    })
    expect(document.fields).toMatchObject({ sealNumber: 3, sealHash: newest.hash })

    clock.set(Date.UTC(2026, 10, 19))
    // The line of the first publication was the fourth.
    expect((await pass()).published).toEqual({ day: '2026-11-19', number: 4, differs: false })
    expect((await published()).length).toBe(2)
  })

  it('is published once by several, and written by whoever comes later where it is missing', async () => {
    await writeAudit(opened.database, entries(3))
    const first = sealerOn(opened.database, folder.path)
    await first.pass()
    const elsewhere = makeTempFolder()
    first.clock.advance(40_000)
    const second = sealerOn(opened.database, elsewhere.path, { ownerId: 'other', clock: first.clock })
    expect((await second.pass()).published).toEqual({ day: '2026-11-18', number: 3, differs: false })
    expect(readFileSync(join(elsewhere.path, DAY_FILE))).toEqual(readFileSync(join(folder.path, DAY_FILE)))
    expect(await published()).toHaveLength(1)
    elsewhere.remove()
  })

  it('waits for the first seal', async () => {
    const { pass } = sealerOn(opened.database, folder.path)
    expect(await pass()).toEqual({ state: 'idle', sealedCount: 0, published: null })
    expect(existsSync(join(folder.path, DAY_FILE))).toBe(false)
    await writeAudit(opened.database, entries(1))
    expect((await pass()).published).toMatchObject({ number: 1 })
  })

  it('never replaces a file that says another seal, and says so', async () => {
    const other = JSON.stringify({ day: '2026-11-18', number: 900, hash: 'a'.repeat(64) })
    writeFileSync(join(folder.path, DAY_FILE), other)
    await writeAudit(opened.database, entries(3))
    const { pass } = sealerOn(opened.database, folder.path)
    expect((await pass()).published).toMatchObject({ differs: true })
    expect(readFileSync(join(folder.path, DAY_FILE), 'utf8')).toBe(other)
  })
})
