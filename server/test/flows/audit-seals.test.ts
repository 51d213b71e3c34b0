import { sealerOn, verification } from '../audit'
import { startChild, type Child } from '../start-child'
import { makeTempFolder, type TempFolder } from '../temp-folder'
import { openTestDatabase, type TestDatabase } from '../test-database'

const TRANSACTIONS = 60
const LINES = 5
/** Four processes start and share a machine that may be busy. */
const PATIENCE_MS = 180_000

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

const startWriter = (actor: string) => startChild('write-audit', opened.url, actor, String(TRANSACTIONS), String(LINES))
const startSealer = (owner: string, ...death: string[]) =>
  startChild('seal-audit', opened.url, owner, folder.path, ...death)
const died = (child: Child) =>
  new Promise<string | null>((resolve) => child.process.once('close', (_, signal) => resolve(signal)))

/** Seals the rest in this process, long after every lease of the others. */
async function sealTheRest() {
  const { pass, clock, sealFiles } = sealerOn(opened.database, folder.path, { ownerId: 'last' })
  clock.set(Date.now() + 2 * 60_000)
  while ((await pass()).state === 'more');
  return verification(opened.database, { sealFiles: await sealFiles.list() }, clock.nowMs())
}

/** One seal for each line, numbered without gaps; the verification shows that they are one chain. */
async function expectOneChain(leastLines: number) {
  const result = await sealTheRest()
  const { read } = opened.database
  const [lines, seals] = [await read.auditRecord.count(), await read.auditSeal.count()]
  expect(lines).toBeGreaterThanOrEqual(leastLines)
  expect(result).toMatchObject({ problems: [], checkedCount: seals, newestNumber: seals })
  // The line of a publication waits for the next round.
  expect(lines - seals).toBe(result.unsealedCount)
  expect(result.unsealedCount).toBeLessThanOrEqual(1)
}

describe('sealing beside two processes that write', () => {
  it.each([
    ['of two owners', ['one', 'two']],
    ['that both believe to hold the lease', ['same', 'same']],
  ])(
    'two sealers %s make one chain',
    async (_name, owners) => {
      const sealers = owners.map((owner) => startSealer(owner))
      await Promise.all(sealers.map((sealer) => sealer.printed('ready')))
      await Promise.all(['a', 'b'].map((actor) => startWriter(actor).output))
      for (const sealer of sealers) sealer.process.kill('SIGTERM')
      const counts = (await Promise.all(sealers.map(({ output }) => output))).map((text) =>
        Number(/sealed (\d+)/.exec(text)?.[1]),
      )
      expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
      await expectOneChain(2 * TRANSACTIONS * LINES)
    },
    PATIENCE_MS,
  )

  it.each([
    ['before it wrote the seals', 'chain'],
    ['after it wrote them, before the commit', 'before-commit'],
    ['after the commit', 'after-commit'],
  ])(
    'a sealer that is killed %s leaves neither gap nor fork',
    async (_name, step) => {
      const writers = ['a', 'b'].map(startWriter)
      // Two deaths, each in a later batch of its process.
      for (const n of ['1', '3']) {
        const sealer = startSealer('killed', step, n)
        expect(await died(sealer)).toBe('SIGKILL')
      }
      await Promise.all(writers.map(({ output }) => output))
      await expectOneChain(2 * TRANSACTIONS * LINES)
    },
    PATIENCE_MS,
  )

  it(
    'a sealer that is killed before the file of the day leaves it to the next one',
    async () => {
      await startWriter('a').output
      expect(await died(startSealer('killed', 'file'))).toBe('SIGKILL')
      const { sealFiles } = sealerOn(opened.database, folder.path)
      expect(await sealFiles.list()).toEqual([])
      expect(await opened.database.read.outboxEvent.count({ where: { type: 'audit.sealed' } })).toBe(1)
      await expectOneChain(TRANSACTIONS * LINES)
      expect(await sealFiles.list()).toHaveLength(1)
      expect(await opened.database.read.outboxEvent.count({ where: { type: 'audit.sealed' } })).toBe(1)
    },
    PATIENCE_MS,
  )
})
