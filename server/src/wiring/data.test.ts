import { fixedClock } from '../../test/fakes'
import { makeTempFolder } from '../../test/temp-folder'
import { makeTestDatabase } from '../../test/test-database'
import { openDatabase } from '../adapters/database/open-database'
import { loadConfig } from '../config'
import { askAgain } from '../features/check-in/ask-again.usecase'
import { createApprovals } from './approvals'
import { prepareData } from './data'
import { SYSTEM_SOURCES } from './platform'

it('leaves nothing in the demo’s past about which nobody was asked, also when it is started again', async () => {
  const folder = makeTempFolder()
  const made = await makeTestDatabase()
  const config = loadConfig({ NODE_ENV: 'test', DATA_DIR: folder.path, DATABASE_URL: made.url })
  // A Wednesday morning: what is made up about the days before does not depend on the day of this run.
  const sources = { ...SYSTEM_SOURCES, clock: fixedClock(Date.UTC(2026, 10, 18, 1)) }
  await (await prepareData(config, sources)).close()
  const database = await openDatabase({ url: made.url })
  const requestCount = () => database.read.approvalRequest.count({ where: { kind: 'attempt' } })
  try {
    const askedAtStart = await requestCount()
    expect(askedAtStart).toBeGreaterThan(0)
    expect(await askAgain(createApprovals(database, sources), null, 1_000)).toMatchObject({ asked: 0, failed: [] })
    await (await prepareData(config, sources)).close()
    expect(await requestCount()).toBe(askedAtStart)
  } finally {
    await database.close()
    await made.remove()
    folder.remove()
  }
})
