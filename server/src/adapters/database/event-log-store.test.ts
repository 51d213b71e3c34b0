import { testEventLog } from '../../../test/ports/event-log'
import { openTestDatabase } from '../../../test/test-database'
import { createDatabaseEventLog } from './event-log-store'

testEventLog('the table of an SQLite database', async () => {
  const { database, close } = await openTestDatabase()
  return { eventLog: createDatabaseEventLog(database), close }
})
