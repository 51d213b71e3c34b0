import { attack, auditEntry, AUDIT_NOW_MS, sealerOn, verification, writeAudit } from '../../../test/audit'
import { fixedClock } from '../../../test/fakes'
import { makeTempFolder, type TempFolder } from '../../../test/temp-folder'
import { openTestSqlite, type TestDatabase } from '../../../test/test-database'
import { createAuditDetailStore } from '../../adapters/database/audit-erase'
import { auditHashes } from '../../adapters/database/audit-rows'
import type { DetailSelection } from '../../ports/audit-store'
import { eraseDetails } from './erase-details.usecase'
import { continueChain } from './seal-chain.rules'

const COUNT = 8
let opened: TestDatabase
let folder: TempFolder
let sealer: ReturnType<typeof sealerOn>
/** Ids of the sealed lines; the one at index n has seal n + 1. */
let ids: readonly string[]

beforeEach(async () => {
  opened = await openTestSqlite()
  folder = makeTempFolder()
  sealer = sealerOn(opened.database, folder.path)
  await writeAudit(
    opened.database,
    Array.from({ length: COUNT }, (_, index) => auditEntry(index)),
  )
  await sealer.pass()
  ids = (await opened.database.read.auditSeal.findMany({ orderBy: { number: 'asc' } })).map(({ auditId }) => auditId)
})
afterEach(async () => {
  await opened.close()
  folder.remove()
})

const files = () => sealer.sealFiles.list()
const problemsOf = async () => (await verification(opened.database, { sealFiles: await files() })).problems

describe('a database that nobody touched', () => {
  it('verifies, and counts what waits', async () => {
    expect(await verification(opened.database, { sealFiles: await files() }, AUDIT_NOW_MS + 5_000)).toMatchObject({
      checkedCount: COUNT,
      newestNumber: COUNT,
      problemCount: 0,
      erasedDetailCount: 0,
      // The line that says what was published today.
      unsealedCount: 1,
      oldestUnsealedMs: 5_000,
      cancelled: false,
      problems: [],
    })
  })

  it('verifies from a number on', async () => {
    expect(await verification(opened.database, { fromNumber: 6 })).toMatchObject({ checkedCount: 3, problems: [] })
    expect(await verification(opened.database, { fromNumber: 600 })).toMatchObject({ checkedCount: 0, problems: [] })
  })

  it('verifies when it is empty', async () => {
    const empty = await openTestSqlite()
    expect(await verification(empty.database)).toMatchObject({ checkedCount: 0, oldestUnsealedMs: null, problems: [] })
    await empty.close()
  })

  it('goes page by page, tells how far it is, and stops when told to', async () => {
    await writeAudit(
      opened.database,
      Array.from({ length: 1_200 }, (_, index) => auditEntry(index)),
    )
    await sealer.pass()
    const { progress } = await verification(opened.database)
    expect(progress).toEqual([
      [500, 1_209],
      [1_000, 1_209],
      [1_209, 1_209],
    ])
    let asked = 0
    const stopped = await verification(opened.database, { isCancelled: () => ++asked > 2 })
    expect(stopped).toMatchObject({ cancelled: true, checkedCount: 1_000 })
  })
})

/** A line that no program wrote. @param mark what its `sealed` is, as SQL */
function insertLine(id: string, action: string, subjectKind: string, mark: string): string {
  return `INSERT INTO AuditRecord (id, at, actorKind, actorId, action, subjectKind, subjectId, detailHash, sealed)
    VALUES ('${id}', '2026-11-18T00:00:00.000+00:00', 'system', 'x', '${action}', '${subjectKind}', '2999-01-01', 'h', ${mark})`
}

describe('kept seals', () => {
  const hashOf = async (number: number) =>
    (await opened.database.read.auditSeal.findUnique({ where: { number } }))!.hash

  it('are missed for a day that was published, unless it was wrongly', async () => {
    expect(await verification(opened.database)).toMatchObject({ unfiledDays: ['2026-11-18'], problems: [] })
    expect(await verification(opened.database, { sealFiles: await files() })).toMatchObject({ unfiledDays: [] })
  })

  it('only grow from day to day', async () => {
    const kept = async (day: string | null, number: number) => ({
      ...{ name: `${day}.json`, day },
      seal: { number, hash: await hashOf(number) },
    })
    const sealFiles = [await kept('2026-11-20', 8), await kept('2026-11-19', 7), await kept(null, 1)]
    expect((await verification(opened.database, { sealFiles })).problems).toEqual([
      {
        kind: 'published_backwards',
        stepBack: {
          ...{ source: '2026-11-19.json', day: '2026-11-19', number: 7 },
          ...{ earlierDay: '2026-11-18', earlierNumber: 8 },
        },
      },
    ])
  })
})

const missingDetails = { kind: 'details_missing', missing: 1, recorded: 0 }

describe('somebody with write access to the database', () => {
  it.each<[string, () => string[], () => unknown[]]>([
    [
      'changes a line',
      () => [`UPDATE AuditRecord SET actorId = 'e9' WHERE id = '${ids[3]}'`],
      () => [{ kind: 'line_changed', number: 4, auditId: ids[3] }],
    ],
    [
      'changes when it was',
      () => [`UPDATE AuditRecord SET at = '2026-11-17T00:00:00.000+00:00' WHERE id = '${ids[0]}'`],
      () => [{ kind: 'line_changed', number: 1, auditId: ids[0] }],
    ],
    [
      'removes a line',
      () => [`DELETE FROM AuditRecord WHERE id = '${ids[3]}'`],
      () => [{ kind: 'line_removed', number: 4, auditId: ids[3] }],
    ],
    [
      'removes a line with its seal',
      () => [`DELETE FROM AuditSeal WHERE number = 4`, `DELETE FROM AuditRecord WHERE id = '${ids[3]}'`],
      () => [{ kind: 'seals_missing', from: 4, to: 4 }],
    ],
    [
      'removes seals',
      () => ['DELETE FROM AuditSeal WHERE number IN (1, 2, 5)'],
      () => [
        { kind: 'seals_missing', from: 1, to: 2 },
        { kind: 'seals_missing', from: 5, to: 5 },
        ...[0, 1, 4].map((index) => ({ kind: 'left_out', auditId: ids[index] })),
      ],
    ],
    [
      'exchanges two lines',
      () => [
        `UPDATE AuditSeal SET auditId = 'x' WHERE number = 2`,
        `UPDATE AuditSeal SET auditId = '${ids[1]}' WHERE number = 3`,
        `UPDATE AuditSeal SET auditId = '${ids[2]}' WHERE number = 2`,
      ],
      () => [
        { kind: 'line_changed', number: 2, auditId: ids[2] },
        { kind: 'line_changed', number: 3, auditId: ids[1] },
      ],
    ],
    [
      'changes a detail',
      () => [`UPDATE AuditDetail SET detailJson = '{"number":9}' WHERE auditId = '${ids[5]}'`],
      () => [{ kind: 'detail_changed', number: 6, auditId: ids[5] }],
    ],
    [
      'removes a detail without a trace',
      () => [`DELETE FROM AuditDetail WHERE auditId = '${ids[5]}'`],
      () => [missingDetails],
    ],
    [
      'moves where salt ends and detail begins',
      () => [
        `UPDATE AuditDetail SET salt = salt || lower(hex(substr(detailJson, 1, 1))), detailJson = substr(detailJson, 2)
         WHERE auditId = '${ids[5]}'`,
      ],
      () => [{ kind: 'detail_changed', number: 6, auditId: ids[5] }],
    ],
    ...(['1', '2', `'x'`] as const).map((mark): [string, () => string[], () => unknown[]] => [
      `keeps a line away from the sealer by a mark of ${mark}`,
      () => [insertLine('0', 'role.granted', 'role', mark)],
      () => [{ kind: 'left_out', auditId: '0' }],
    ]),
    [
      'accounts for a detail that he removed by a line that is never sealed',
      () => [
        `DELETE FROM AuditDetail WHERE auditId = '${ids[5]}'`,
        insertLine('0', 'audit.details_erased', 'audit_detail', '2'),
        `INSERT INTO AuditDetail (auditId, salt, detailJson) VALUES ('0', '', '{"count":1}')`,
      ],
      () => [{ kind: 'left_out', auditId: '0' }, missingDetails],
    ],
    [
      'says that an older seal is the newest of a day to come',
      () => [
        insertLine('0', 'audit.sealed', 'audit_seal', '0'),
        `INSERT INTO AuditDetail (auditId, salt, detailJson)
         SELECT '0', '', '{"sealNumber":1,"sealHash":"' || hash || '"}' FROM AuditSeal WHERE number = 1`,
      ],
      () => [
        {
          kind: 'published_backwards',
          stepBack: { source: '0', day: '2999-01-01', number: 1, earlierDay: '2026-11-18', earlierNumber: 8 },
        },
      ],
    ],
    ...(['', 'null', '{"sealNumber":1e12,"sealHash":"a"}'] as const).map(
      (text): [string, () => string[], () => unknown[]] => [
        `spoils what a publication says: ${text}`,
        () => [
          `UPDATE AuditDetail SET detailJson = '${text}'
           WHERE auditId = (SELECT id FROM AuditRecord WHERE action = 'audit.sealed')`,
        ],
        () => [
          text.startsWith('{')
            ? { kind: 'publication_differs', auditId: expect.any(String) as string, number: 1e12 }
            : { kind: 'statement_unreadable', auditId: expect.any(String) as string },
        ],
      ],
    ),
    [
      'seals a line beside the chain',
      () => [
        `INSERT INTO AuditSeal (number, auditId, previousHash, hash, sealedAt)
         SELECT 0, id, '', '', at FROM AuditRecord WHERE sealed = 0`,
      ],
      () => [
        { kind: 'chain_broken', number: 0 },
        { kind: 'line_changed', number: 0, auditId: expect.any(String) as string },
      ],
    ],
    [
      'cuts off the end',
      () => [
        'DELETE FROM AuditSeal WHERE number >= 7',
        `DELETE FROM AuditDetail WHERE auditId >= '${ids[6]}'`,
        `DELETE FROM AuditRecord WHERE id >= '${ids[6]}'`,
      ],
      () => [{ kind: 'tail_missing', file: '2026-11-18.json', number: 8, newest: 6 }],
    ],
  ])('is found when he %s', async (_name, statements, expected) => {
    await attack(opened.url, ...statements())
    expect(await problemsOf()).toEqual(expected())
  })

  it('is found by a kept seal alone when he seals everything anew', async () => {
    const { database } = opened
    await attack(opened.url, `UPDATE AuditRecord SET actorId = 'e9' WHERE id = '${ids[3]}'`)
    const rows = await database.read.auditRecord.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' } })
    const lines = rows.map(({ at, ...row }) => ({ ...row, atMs: at.getTime() }))
    const chain = continueChain(null, lines, AUDIT_NOW_MS, auditHashes.hashText)
    await attack(
      opened.url,
      ...chain.map(
        ({ number, hash, previousHash }) =>
          `UPDATE AuditSeal SET hash = '${hash}', previousHash = '${previousHash}' WHERE number = ${number}`,
      ),
    )
    // The line of the publication is one that he has to know of.
    const [said] = await database.read.auditRecord.findMany({ where: { action: 'audit.sealed' } })
    expect((await verification(database)).problems).toEqual([
      { kind: 'publication_differs', auditId: said!.id, number: 8 },
    ])
    await attack(
      opened.url,
      `DELETE FROM AuditDetail WHERE auditId = '${said!.id}'`,
      `DELETE FROM AuditRecord WHERE id = '${said!.id}'`,
    )
    expect((await verification(database)).problems).toEqual([])
    expect(await problemsOf()).toEqual([{ kind: 'seal_file_differs', file: '2026-11-18.json', number: 8 }])
  })

  it.each(['', '{"count":', 'null', '{}', '{"count":-1}', '{"count":"1"}', '{"count":0.5}'])(
    'is found when he spoils an account of erasure, and so is the rest: %j',
    async (text) => {
      const erasure = { action: 'audit.details_erased', subject: { kind: 'audit_detail', id: 'e1' } }
      await writeAudit(opened.database, [auditEntry(0, { ...erasure, detail: { count: 1 } })])
      await sealer.pass()
      const account = await opened.database.read.auditRecord.findFirstOrThrow({ where: { action: erasure.action } })
      await attack(
        opened.url,
        `DELETE FROM AuditDetail WHERE auditId = '${ids[5]}'`,
        `UPDATE AuditDetail SET detailJson = '${text}' WHERE auditId = '${account.id}'`,
      )
      const kept = { name: 'kept.json', day: null, seal: { number: 1, hash: 'a'.repeat(64) } }
      expect((await verification(opened.database, { sealFiles: [kept] })).problems).toEqual([
        { kind: 'detail_changed', number: expect.any(Number) as number, auditId: account.id },
        { kind: 'statement_unreadable', auditId: account.id },
        missingDetails,
        { kind: 'seal_file_differs', file: 'kept.json', number: 1 },
      ])
    },
  )

  it('is found from a number on when the seal before it is gone', async () => {
    await attack(opened.url, 'DELETE FROM AuditSeal WHERE number = 5')
    const { problems } = await verification(opened.database, { fromNumber: 6 })
    expect(problems).toEqual([
      { kind: 'seals_missing', from: 5, to: 5 },
      { kind: 'left_out', auditId: ids[4] },
    ])
  })
})

describe('erasing details', () => {
  const by = { actor: { kind: 'system', id: 'worker' }, requestId: null } as const
  const erase = (selection: DetailSelection) =>
    eraseDetails(
      { auditDetails: createAuditDetailStore(opened.database), clock: fixedClock(AUDIT_NOW_MS) },
      selection,
      by,
    )

  it.each<[string, DetailSelection, number]>([
    ['a subject', { subject: { kind: 'thing', id: 't4' } }, 1],
    ['a subject of another kind: none', { subject: { kind: 'employee', id: 't4' } }, 0],
    ['an actor', { actor: { kind: 'employee', id: 'e1' } }, 3],
    ['what is older than an instant', { beforeMs: AUDIT_NOW_MS + 1 }, COUNT],
    ['what is older than an instant: none is', { beforeMs: AUDIT_NOW_MS }, 0],
  ])('of %s leaves the chain whole, and an account of it', async (_name, selection, count) => {
    expect(await erase(selection)).toEqual({ erasedCount: count, more: false })
    await sealer.pass()
    expect(await verification(opened.database, { sealFiles: await files() })).toMatchObject({
      erasedDetailCount: count,
      unsealedCount: 0,
      problems: [],
    })
    const accounts = await opened.database.read.auditRecord.findMany({
      where: { action: 'audit.details_erased' },
      include: { detail: true },
    })
    expect(accounts.map(({ detail }) => detail?.detailJson)).toEqual(count === 0 ? [] : [`{"count":${count}}`])
  })

  it('erases once, however often it is asked, and at once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => erase({ beforeMs: AUDIT_NOW_MS + 1 })))
    expect(results.reduce((sum, { erasedCount }) => sum + erasedCount, 0)).toBe(COUNT)
    expect(await erase({ beforeMs: AUDIT_NOW_MS + 1 })).toEqual({ erasedCount: 0, more: false })
    expect((await verification(opened.database)).problems).toEqual([])
  })

  it('goes through many in batches, and never erases its own account', async () => {
    await writeAudit(
      opened.database,
      Array.from({ length: 500 }, (_, index) => auditEntry(index)),
    )
    expect(await erase({ beforeMs: AUDIT_NOW_MS + 1 })).toEqual({ erasedCount: 500 + COUNT, more: false })
    expect(await erase({ beforeMs: AUDIT_NOW_MS + 1_000 })).toEqual({ erasedCount: 0, more: false })
    await sealer.pass()
    expect(await verification(opened.database)).toMatchObject({ erasedDetailCount: 508, problems: [] })
  })

  it('does not cover for a detail that was removed from outside', async () => {
    await erase({ subject: { kind: 'thing', id: 't4' } })
    await attack(opened.url, `DELETE FROM AuditDetail WHERE auditId = '${ids[5]}'`)
    expect(await problemsOf()).toEqual([{ kind: 'details_missing', missing: 2, recorded: 1 }])
  })
})
