import { fixedClock } from '../../test/fakes'
import { makeTempFolder, type TempFolder } from '../../test/temp-folder'
import { migrate } from '../adapters/database/migrate'
import { writeTrail } from '../adapters/database/trail'
import { loadConfig } from '../config'
import { openPlatform, SYSTEM_SOURCES } from './platform'

let folder: TempFolder
beforeEach(() => {
  folder = makeTempFolder()
})
afterEach(() => folder.remove())

it('writes events by the clock that it was given', async () => {
  const config = loadConfig({ NODE_ENV: 'test', DATA_DIR: folder.path, DATABASE_URL: folder.databaseUrl() })
  await migrate(config.database.url)
  const clock = fixedClock(Date.UTC(2030, 0, 1))
  const { database, close } = await openPlatform(config, { ...SYSTEM_SOURCES, clock })
  const events = [{ id: 'e1', aggregateKey: 'k', type: 'site.changed' as const, payload: {} }]
  await database.write((tx) => writeTrail(tx, { audit: [], events }, 0))
  expect(await database.read.outboxEvent.findMany()).toMatchObject([{ id: 'e1', createdAt: new Date(clock.nowMs()) }])
  await close()
})
