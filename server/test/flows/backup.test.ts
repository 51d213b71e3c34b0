/** A backup that is made while people check in, restored elsewhere: everything that was answered before is there. */
import { join, resolve } from 'node:path'
import { openDatabase } from '../../src/adapters/database/open-database'
import { systemClock } from '../../src/adapters/system/system'
import { sealerOn } from '../audit'
import { signCheckIn, type FleetPhone } from '../fleet'
import { prepareFleetApp, type FleetApp } from '../fleet-app'
import { startScript } from '../start-child'
import { startWebProcess, type WebProcess } from '../start-web'
import { until } from '../until'

const PHONES = 8
/** More than the phones get to while the backup is made. */
const VISITS = 250
const BACKUP = resolve('server/src/adapters/database/backup/backup.command.ts')
const RESTORE = resolve('server/src/adapters/database/backup/restore.command.ts')
const VERIFY = resolve('server/src/features/audit/verify-audit.command.ts')

let app: FleetApp
let web: WebProcess
beforeAll(async () => {
  app = await prepareFleetApp({ phones: PHONES, sites: VISITS, challengesPerPhone: Math.ceil(VISITS / 10) })
  web = await startWebProcess(app.environment)
}, 120_000)
afterAll(async () => {
  await web.stop()
  await app.close()
})

/** One after the other until told to stop. @returns the ids of the attempts that were answered, as they come */
function keepVisiting(phone: FleetPhone, answered: string[], isOver: () => boolean): Promise<void> {
  const { fleet } = app
  return (async () => {
    for (let count = 0; count < VISITS && !isOver(); count++) {
      const request = signCheckIn({
        ...{ phone, slot: { workDay: fleet.workDay, kind: 'visit', span: 0 }, siteId: fleet.siteIds[count] ?? '' },
        ...{ requestId: crypto.randomUUID(), challengeId: phone.challengeIds[Math.floor(count / 10)] ?? '' },
        ...{ position: count % 10, nowMs: Date.now(), jitter: count * PHONES + fleet.phones.indexOf(phone) },
      })
      const response = await fetch(`${web.url}/api/v1/check-ins`, { method: 'POST', ...request })
      const reply = (await response.json()) as { attemptId?: string }
      if (response.status === 200 && reply.attemptId !== undefined) answered.push(reply.attemptId)
      else throw new Error(`${response.status}: ${JSON.stringify(reply)}`)
    }
  })()
}

it('holds every check-in that was answered before it began, and an audit chain that verifies', async () => {
  const folder = app.platform.config.dataFolder
  const { pass } = sealerOn(app.platform.database, join(folder, 'audit-seals'), { clock: systemClock })
  const answered: string[] = []
  let isOver = false
  const visiting = Promise.all(app.fleet.phones.map((phone) => keepVisiting(phone, answered, () => isOver)))
  await until(() => answered.length >= 5 * PHONES)
  // Seals are part of what has to come back.
  await pass()

  const before = [...answered]
  const backup = join(folder, 'backup.db')
  const made = await startScript(BACKUP, ['--to', backup], app.environment).output
  const countAfter = answered.length
  isOver = true
  await visiting
  // Else nobody wrote meanwhile, and this test shows nothing.
  expect(countAfter).toBeGreaterThan(before.length)
  expect(made).toContain('已备份到')

  const restored = { ...app.environment, DATABASE_URL: `file:${join(folder, 'elsewhere', 'restored.db')}` }
  expect(await startScript(RESTORE, ['--from', backup], restored).output).toContain('已恢复')
  // Ends with 0 only when all is as it was sealed.
  await startScript(VERIFY, [], restored).output

  const { read, close } = await openDatabase({ url: restored.DATABASE_URL })
  const attempts = new Set((await read.attempt.findMany({ select: { id: true } })).map(({ id }) => id))
  expect(before.filter((id) => !attempts.has(id))).toEqual([])
  // One moment of it: no attempt without its event and its audit line, whenever it came.
  expect(await read.outboxEvent.count({ where: { type: 'check_in.decided' } })).toBe(attempts.size)
  expect(await read.auditRecord.count({ where: { action: 'check_in.accepted' } })).toBe(attempts.size)
  expect(await read.auditSeal.count()).toBeGreaterThan(0)
  await close()
}, 120_000)
