/** A whole worker with its pages, in this process. */
import { randomUUID } from 'node:crypto'
import { makeTempFolder, type TempFolder } from '../../test/temp-folder'
import { until } from '../../test/until'
import { migrate } from '../adapters/database/migrate'
import { openDatabase } from '../adapters/database/open-database'
import { writeTrail } from '../adapters/database/trail'
import { loadConfig } from '../config'
import { startWorker } from './worker'

const TOKEN = 'a token of 16 letters'

let folder: TempFolder
beforeEach(() => (folder = makeTempFolder()))
afterEach(() => folder.remove())

const configOf = (changes: Readonly<Record<string, string>>) =>
  loadConfig({
    NODE_ENV: 'test',
    DATA_DIR: folder.path,
    DATABASE_URL: folder.databaseUrl(),
    LOG_LEVEL: 'silent',
    ...changes,
  })

it('answers metrics and probes while it relays, and says that it stops', async () => {
  const config = configOf({ WORKER_PORT: '0', METRICS_TOKEN: TOKEN })
  await migrate(config.database.url)
  const database = await openDatabase({ url: config.database.url })
  const event = {
    id: randomUUID(),
    aggregateKey: 'employee:1',
    type: 'site.changed',
    payload: { siteId: '1' },
  } as const
  await database.write((tx) => writeTrail(tx, { audit: [], events: [event] }, Date.now()))
  await database.close()

  const worker = await startWorker(config)
  try {
    const get = (path: string, headers: Record<string, string> = {}) => fetch(`${worker.url}${path}`, { headers })
    const figures = async () => (await get('/metrics', { authorization: `Bearer ${TOKEN}` })).text()

    expect((await get('/healthz')).status).toBe(200)
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready', checks: { database: 'ok', wecom: 'ok' } })
    expect((await get('/metrics')).status).toBe(401)
    expect((await get('/api/v1/me')).status).toBe(404)

    const text = await until(figures, (all) => all.includes('waiqin_relay_delivered_total{subscriber="event-log"} 1'))
    for (const line of [
      'waiqin_relay_numbered_total 1',
      'waiqin_worker_lease_held{lease="outbox-relay"} 1',
      'waiqin_event_log_documents_total{outcome="ok"} 1',
      'waiqin_event_log_failing 0',
      'waiqin_outbox_waiting{subscriber="event-log"} 0',
      'waiqin_worker_job_failures_total{name="verify-photos"} 0',
      'waiqin_photos_due 0',
      'waiqin_wecom_broken 0',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
    await until(figures, (all) => all.includes('waiqin_worker_lease_held{lease="audit-sealer"} 1'))
  } finally {
    await worker.close()
  }
  await expect(fetch(`${worker.url}/healthz`)).rejects.toThrow()
}, 60_000)

it('does not listen without a port', async () => {
  const config = configOf({})
  await migrate(config.database.url)
  const worker = await startWorker(config)
  expect(worker.url).toBeNull()
  await worker.close()
}, 60_000)
