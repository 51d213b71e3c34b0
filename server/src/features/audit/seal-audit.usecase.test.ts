import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attack, auditEntry, AUDIT_NOW_MS, sealerOn, verification, writeAudit } from '../../../test/audit'
import { countingRandom } from '../../../test/fakes'
import { makeTempFolder, type TempFolder } from '../../../test/temp-folder'
import { openTestSqlite, type TestDatabase } from '../../../test/test-database'
import { auditHashes } from '../../adapters/database/audit-rows'
import { toDocument } from '../../worker/event-log-subscriber'

let opened: TestDatabase
let folder: TempFolder
beforeEach(async () => {
  opened = await openTestSqlite()
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
    expect(await second.pass()).toEqual({ state: 'standby', sealedCount: 0, published: [] })
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
    expect((await pass()).published).toEqual([{ day: '2026-11-18', number: 3, differs: false }])
    const newest = (await seals())[2]!
    expect(JSON.parse(readFileSync(join(folder.path, DAY_FILE), 'utf8'))).toEqual({
      day: '2026-11-18',
      number: 3,
      hash: newest.hash,
    })
    clock.advance(3_600_000)
    expect((await pass()).published).toEqual([])
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
    expect((await pass()).published).toEqual([{ day: '2026-11-19', number: 4, differs: false }])
    expect((await published()).length).toBe(2)
  })

  it('is published once by several that share a folder, and once for each folder', async () => {
    await writeAudit(opened.database, entries(3))
    const first = sealerOn(opened.database, folder.path)
    await first.pass()
    first.clock.advance(40_000)
    const second = sealerOn(opened.database, folder.path, { ownerId: 'other', clock: first.clock })
    expect((await second.pass()).published).toEqual([{ day: '2026-11-18', number: 3, differs: false }])
    expect(await published()).toHaveLength(1)
    // Where this machine has no file, what the database says is no reason not to write one.
    const elsewhere = makeTempFolder()
    first.clock.advance(40_000)
    const [ownerId, random] = ['third', countingRandom(9)]
    const third = sealerOn(opened.database, elsewhere.path, { ownerId, random, clock: first.clock })
    expect((await third.pass()).published).toEqual([{ day: '2026-11-18', number: 4, differs: false }])
    expect(await third.sealFiles.list()).toMatchObject([{ name: DAY_FILE, seal: { number: 4 } }])
    expect(await published()).toHaveLength(2)
    elsewhere.remove()
    expect(await verification(opened.database)).toMatchObject({ problems: [] })
  })

  it('waits for the first seal', async () => {
    const { pass } = sealerOn(opened.database, folder.path)
    expect(await pass()).toEqual({ state: 'idle', sealedCount: 0, published: [] })
    expect(existsSync(join(folder.path, DAY_FILE))).toBe(false)
    await writeAudit(opened.database, entries(1))
    expect((await pass()).published).toMatchObject([{ number: 1 }])
  })

  it('never replaces a file that says another seal, and says so', async () => {
    const other = JSON.stringify({ day: '2026-11-18', number: 900, hash: 'a'.repeat(64) })
    writeFileSync(join(folder.path, DAY_FILE), other)
    await writeAudit(opened.database, entries(3))
    const { pass } = sealerOn(opened.database, folder.path)
    expect((await pass()).published).toEqual([{ day: '2026-11-18', number: 900, differs: true }])
    expect(readFileSync(join(folder.path, DAY_FILE), 'utf8')).toBe(other)
  })

  it('is the newest one, whatever the database says about days to come', async () => {
    await writeAudit(opened.database, entries(3))
    const { pass, clock, sealFiles } = sealerOn(opened.database, folder.path)
    await pass()
    const [oldest] = await seals()
    const said = (day: string) => JSON.stringify({ day, sealNumber: 1, sealHash: oldest!.hash })
    await attack(
      opened.url,
      ...['2026-11-19', '2026-11-20'].flatMap((day) => [
        `INSERT INTO AuditRecord (id, at, actorKind, actorId, action, subjectKind, subjectId, detailHash)
         VALUES ('${day}', '2026-11-18T00:00:00.000+00:00', 'system', 'worker', 'audit.sealed', 'audit_seal', '${day}',
           '${auditHashes.hashDetail('0'.repeat(32), said(day))}')`,
        `INSERT INTO AuditDetail (auditId, salt, detailJson) VALUES ('${day}', '${'0'.repeat(32)}', '${said(day)}')`,
      ]),
    )
    for (const date of [19, 20]) {
      await writeAudit(opened.database, entries(1))
      clock.set(Date.UTC(2026, 10, date, 1))
      const { published } = await pass()
      expect(published).toEqual([
        { day: `2026-11-${date}`, number: (await sealFiles.find(`2026-11-${date}`))?.seal?.number, differs: false },
      ])
    }
    const numbers = (await sealFiles.list()).map(({ seal }) => seal?.number)
    // Three; those two, one of ours and the line of the first publication; one of ours and that of the second.
    expect(numbers).toEqual([3, 7, 9])
    expect((await published()).map(({ payloadJson }) => JSON.parse(payloadJson) as unknown)).toMatchObject(
      numbers.map((sealNumber) => ({ sealNumber })),
    )
    const { problems } = await verification(opened.database, { sealFiles: await sealFiles.list() })
    expect(problems).toMatchObject([
      { kind: 'published_backwards', stepBack: { source: '2026-11-19', number: 1, earlierNumber: 3 } },
      { kind: 'published_backwards', stepBack: { source: '2026-11-20', number: 1, earlierNumber: 7 } },
    ])
  })

  it('gets its file on another day when its writer died between line and file', async () => {
    await writeAudit(opened.database, entries(3))
    const dying = sealerOn(opened.database, folder.path)
    const died = new Error('killed')
    const sealFiles = { ...dying.sealFiles, finish: () => Promise.reject(died) }
    await expect(sealerOn(opened.database, folder.path, { sealFiles }).pass()).rejects.toBe(died)
    expect(await dying.sealFiles.list()).toEqual([])
    expect(await published()).toHaveLength(1)

    const { pass, clock } = sealerOn(opened.database, folder.path, { random: countingRandom(9) })
    clock.set(Date.UTC(2026, 10, 20))
    expect((await pass()).published).toEqual([
      { day: '2026-11-18', number: 3, differs: false },
      { day: '2026-11-20', number: 4, differs: false },
    ])
    expect((await dying.sealFiles.list()).map(({ name, seal }) => [name, seal?.number])).toEqual([
      ['2026-11-18.json', 3],
      ['2026-11-20.json', 4],
    ])
    expect(await dying.sealFiles.drafts()).toEqual([])
    await pass()
    expect(await verification(opened.database, { sealFiles: await dying.sealFiles.list() })).toMatchObject({
      problems: [],
      unfiledDays: [],
    })
  })

  it.each([
    ['today', '2026-11-18'],
    ['another day', '2026-11-17'],
  ])('is not taken from the half of a draft: of %s', async (_name, day) => {
    writeFileSync(join(folder.path, `${day}.json.draft`), '{"day":"2026-11-')
    await writeAudit(opened.database, entries(3))
    const { pass, sealFiles } = sealerOn(opened.database, folder.path)
    expect((await pass()).published).toEqual([{ day: '2026-11-18', number: 3, differs: false }])
    expect(readdirSync(folder.path)).toEqual([DAY_FILE])
    expect(await sealFiles.find('2026-11-18')).toMatchObject({ seal: { number: 3 } })
  })
})
