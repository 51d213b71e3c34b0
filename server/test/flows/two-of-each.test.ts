/** Two web processes and two workers, after a first one, on one database and one WeCom, all at once: nothing lost, nothing twice. */
import { createAuditReader } from '../../src/adapters/database/audit-read'
import { auditHashes } from '../../src/adapters/database/audit-rows'
import { systemClock, systemRandom } from '../../src/adapters/system/system'
import { verifyAudit } from '../../src/features/audit/verify-audit.usecase'
import { createWecomSandbox } from '../../sandbox/wecom/wecom-sandbox'
import { signCheckIn, type FleetPhone, type PreparedRequest } from '../fleet'
import { prepareFleetApp, type FleetApp } from '../fleet-app'
import type { Child } from '../start-child'
import { startWebProcess, startWorkerProcess, type WebProcess } from '../start-web'
import { until } from '../until'
import { AES_KEY, APP, CORP_ID, serveSandbox } from '../wecom-bench'

/** Below the 30 messages a minute that an app may send to one member: the leader gets a card of each. */
const PHONES = 20
/** Of each phone: so many inside, the last one outside, which its leader is asked about. */
const VISITS_INSIDE = 5
const SITES = VISITS_INSIDE + 1
const NO_LIMIT = 1_000_000
const CALLBACK = { token: 'callbackToken', encodingAesKey: AES_KEY }

let sandbox: ReturnType<typeof createWecomSandbox>
let app: FleetApp
let webs: readonly WebProcess[] = []
let workers: Child[] = []
const closing: (() => Promise<void>)[] = []
let leader: FleetPhone
let staff: readonly FleetPhone[]

beforeAll(async () => {
  sandbox = createWecomSandbox({
    corpId: CORP_ID,
    apps: [{ ...APP, callback: { url: () => `${webs[0]?.url ?? ''}/wecom/callback`, ...CALLBACK } }],
    directory: { read: () => Promise.resolve(directory()) },
    clock: systemClock,
    random: systemRandom,
    behaviour: {
      messagesPerChat: PHONES * SITES,
      limits: { messagesPerMemberPerMinute: NO_LIMIT, checkinRecordsPerMinute: NO_LIMIT },
    },
  })
  const served = await serveSandbox(sandbox)
  closing.push(served.close)
  app = await prepareFleetApp(
    { phones: PHONES + 1, sites: SITES, challengesPerPhone: 1, policy: { outOfRange: 'pending' } },
    {
      ...{ WECOM_BASE_URL: served.url, WECOM_CORP_ID: CORP_ID, WECOM_SECRET: APP.secret },
      ...{ WECOM_AGENT_ID: String(APP.agentId), WECOM_MINIPROGRAM_APPID: APP.miniProgramAppId },
      ...{ WECOM_CALLBACK_TOKEN: CALLBACK.token, WECOM_CALLBACK_AES_KEY: CALLBACK.encodingAesKey },
    },
  )
  closing.push(app.close)
  ;[leader, ...staff] = app.fleet.phones as [FleetPhone, ...FleetPhone[]]
  await app.platform.database.write((tx) =>
    tx.employeeLeader.createMany({
      data: staff.map(({ employeeId }) => ({ employeeId, leaderId: leader.employeeId })),
    }),
  )
  webs = await Promise.all([startWebProcess(app.environment), startWebProcess(app.environment)])
  workers = [startWorkerProcess(app.environment)]
}, 120_000)

afterAll(async () => {
  await Promise.all([...webs.map((web) => web.stop()), ...workers.map(stopped)])
  for (const end of closing.reverse()) await end()
})

function directory() {
  const departments = [{ id: 1, name: '澄江仪表', parentId: 0, order: 0 }]
  const members = app.fleet.phones.map(({ employeeId, model }) => ({
    ...{ userId: employeeId, name: model, departments: [{ id: 1, isLeader: false }] },
  }))
  return { departments, members }
}

function stopped({ process: worker, output }: Child): Promise<unknown> {
  worker.kill('SIGTERM')
  // One that has hardly started ends by the signal itself.
  return output.catch(() => undefined)
}

const visit = (phone: FleetPhone, site: number): PreparedRequest =>
  signCheckIn({
    ...{ phone, slot: { workDay: app.fleet.workDay, kind: 'visit', span: 0 }, siteId: app.fleet.siteIds[site] ?? '' },
    ...{ requestId: crypto.randomUUID(), challengeId: phone.challengeIds[0] ?? '', position: site },
    ...{ nowMs: Date.now(), jitter: staff.indexOf(phone) * SITES + site, isOutside: site === VISITS_INSIDE },
  })

/** As a phone does: the same bytes again until a server judged them. @returns the answer's text */
async function sendUntilJudged(web: WebProcess, request: PreparedRequest): Promise<string> {
  for (;;) {
    const response = await fetch(`${web.url}/api/v1/check-ins`, { method: 'POST', ...request })
    const text = await response.text()
    if (response.status === 200) return text
    expect(JSON.parse(text)).toMatchObject({ code: 'BUSY_TRY_AGAIN' })
  }
}

/** What the workers still have to do, by kind. */
async function openWork(): Promise<Readonly<Record<string, number>>> {
  const { read } = app.platform.database
  const [unnumbered, undelivered, unsent] = await Promise.all([
    read.outboxEvent.count({ where: { feedSequence: null } }),
    read.outboxDelivery.count({ where: { state: { not: 'delivered' } } }),
    read.approvalCard.count({ where: { state: { not: 'open' } } }),
  ])
  return { unnumbered, undelivered, unsent }
}

it('keeps and hands on each check-in once, while phones repeat them at both doors and a worker is replaced', async () => {
  const { read } = app.platform.database
  const requests = staff.flatMap((phone) => Array.from({ length: SITES }, (_, site) => visit(phone, site)))
  const [first, second] = webs as [WebProcess, WebProcess]
  const sending = Promise.all(
    requests.map((request) => Promise.all([sendUntilJudged(first, request), sendUntilJudged(second, request)])),
  )
  await until(async () => (await read.outboxDelivery.count({ where: { state: 'delivered' } })) > 0)
  workers.push(startWorkerProcess(app.environment), startWorkerProcess(app.environment))
  await stopped(workers.shift() as Child)
  const answers = await sending
  expect(answers.filter(([one, other]) => one !== other)).toEqual([])

  const attempts = await read.attempt.findMany({ select: { id: true, outcome: true } })
  expect(attempts).toHaveLength(requests.length)
  const answered = answers.map(([text]) => JSON.parse(text) as { attemptId: string; outcome: string })
  const byId = (left: { id: string }, right: { id: string }) => left.id.localeCompare(right.id)
  expect(attempts.sort(byId)).toEqual(answered.map(({ attemptId: id, outcome }) => ({ id, outcome })).sort(byId))
  const countOf = (outcome: string) => attempts.filter((attempt) => attempt.outcome === outcome).length
  expect([countOf('accepted'), countOf('pending')]).toEqual([PHONES * VISITS_INSIDE, PHONES])

  await until(openWork, (counts) => Object.values(counts).every((count) => count === 0))
  expect(await read.approvalCard.count()).toBe(countOf('pending'))

  const events = await read.outboxEvent.findMany({ select: { feedSequence: true }, orderBy: { feedSequence: 'asc' } })
  expect(events.map(({ feedSequence }) => feedSequence)).toEqual(events.map((_, index) => index + 1))
  expect(await read.eventLogEntry.count()).toBe(events.length)

  const cards = sandbox
    .chatOf(leader.employeeId)
    .messages.flatMap(({ content }) => (content.kind === 'template_card' ? [content.taskId] : []))
  expect([cards.length, new Set(cards).size]).toEqual([countOf('pending'), countOf('pending')])

  const verified = await verifyAudit(
    { audit: createAuditReader(app.platform.database), hashes: auditHashes, clock: systemClock },
    { fromNumber: 1, sealFiles: [], onProblem: () => {}, onProgress: () => {}, isCancelled: () => false },
  )
  expect(verified).toMatchObject({ problemCount: 0, cancelled: false })
}, 180_000)
