import { auditEntry, sealerOn, verification, writeAudit } from '../audit'
import { startChild, type Child } from '../start-child'
import { makeTempFolder, type TempFolder } from '../temp-folder'
import { openTestDatabase, type TestDatabase } from '../test-database'

/** Of each of the two processes that write. */
const LEAST_TRANSACTIONS = 60
const LINES = 5
/** A few processes start and share a machine that may be busy. */
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

/** Writes in a process of its own, and at the same time in this one. @returns what ends both */
function startWriting(): () => Promise<void> {
  const child = startChild('write-audit', opened.url, 'a', String(LEAST_TRANSACTIONS), String(LINES))
  let isStopped = false
  const here = (async () => {
    const entries = Array.from({ length: LINES }, (_, index) => auditEntry(index))
    for (let count = 0; count < LEAST_TRANSACTIONS || !isStopped; count++) {
      await writeAudit(opened.database, entries, Date.now())
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  return async () => {
    isStopped = true
    await Promise.all([here, child.output])
  }
}

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
async function expectOneChain() {
  const result = await sealTheRest()
  const { read } = opened.database
  const [lines, seals] = [await read.auditRecord.count(), await read.auditSeal.count()]
  expect(lines).toBeGreaterThanOrEqual(2 * LEAST_TRANSACTIONS * LINES)
  expect(result).toMatchObject({ problems: [], checkedCount: seals, newestNumber: seals, unfiledDays: [] })
  // The line of a publication waits for the next round.
  expect(lines - seals).toBe(result.unsealedCount)
  expect(result.unsealedCount).toBeLessThanOrEqual(1)
}

describe('sealing beside two processes that write', () => {
  it(
    'three sealers make one chain, though two of them believe to hold the same lease',
    async () => {
      const sealers = ['one', 'same', 'same'].map((owner) => startSealer(owner))
      await Promise.all(sealers.map((sealer) => sealer.printed('ready')))
      await startWriting()()
      for (const sealer of sealers) sealer.process.kill('SIGTERM')
      const counts = (await Promise.all(sealers.map(({ output }) => output))).map((text) =>
        Number(/sealed (\d+)/.exec(text)?.[1]),
      )
      expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
      await expectOneChain()
    },
    PATIENCE_MS,
  )

  it(
    'a sealer that is killed at any step leaves neither gap nor fork, and the file of the day to the next one',
    async () => {
      const endWriting = startWriting()
      const { sealFiles } = sealerOn(opened.database, folder.path)
      const publications = () => opened.database.read.outboxEvent.count({ where: { type: 'audit.sealed' } })
      // The step, in which batch of its process, and whether a publication was written and its file was not.
      for (const [step, n, isBetween] of [
        ['chain', '1', false],
        ['before-commit', '1', false],
        ['after-commit', '1', false],
        ['file', '1', true],
        ['filed', '1', false],
      ] as const) {
        expect(await died(startSealer('killed', step, n))).toBe('SIGKILL')
        const found = await verification(opened.database, { sealFiles: await sealFiles.list() })
        expect({ step, problems: found.problems }).toEqual({ step, problems: [] })
        expect({ step, unfiled: found.unfiledDays.length }).toEqual({ step, unfiled: isBetween ? 1 : 0 })
      }
      // At least once: that of the one who was killed over the file, and that of the next.
      expect(await publications()).toBe(2)
      expect(await sealFiles.list()).toHaveLength(1)
      await endWriting()
      await expectOneChain()
    },
    PATIENCE_MS,
  )
})
