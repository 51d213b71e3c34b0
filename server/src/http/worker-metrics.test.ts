import { createMetrics } from './metrics'

const NOW_MS = 100_000
const clock = { nowMs: () => NOW_MS }

it('tells a lease as held until it ends or is given back', async () => {
  const metrics = createMetrics()
  const figures = metrics.ofWorker(clock)
  figures.noteLease('held', NOW_MS + 1)
  figures.noteLease('ended', NOW_MS)
  figures.noteLease('released', NOW_MS + 1)
  figures.noteLease('released', 0)
  const text = await metrics.render()
  for (const line of ['{lease="held"} 1', '{lease="ended"} 0', '{lease="released"} 0']) {
    expect(text).toContain(`waiqin_worker_lease_held${line}`)
  }
})

it('keeps the time of the latest round that succeeded, and counts the others', async () => {
  const metrics = createMetrics()
  const figures = metrics.ofWorker(clock)
  const told = async () => (await metrics.render()).split('\n').filter((line) => line.includes('{name="sealing"}'))
  figures.noteJob('sealing')
  expect(await told()).toEqual([
    'waiqin_worker_job_last_success_timestamp_seconds{name="sealing"} 100',
    'waiqin_worker_job_failures_total{name="sealing"} 0',
  ])
  figures.noteRound('sealing', { endedAtMs: 130_000, failed: false })
  figures.noteRound('sealing', { endedAtMs: 160_000, failed: true })
  expect(await told()).toEqual([
    'waiqin_worker_job_last_success_timestamp_seconds{name="sealing"} 130',
    'waiqin_worker_job_failures_total{name="sealing"} 1',
  ])
})

it.each([
  ['ok', 0],
  ['refused', 0],
  ['broken', 1],
  ['failed', 1],
] as const)('an append that was %s leaves the event log failing: %d', async (outcome, failing) => {
  const metrics = createMetrics()
  metrics.ofWorker(clock).noteAppend(outcome, 3)
  const text = await metrics.render()
  expect(text).toContain(`waiqin_event_log_documents_total{outcome="${outcome}"} 3`)
  expect(text).toContain(`waiqin_event_log_failing ${failing}\n`)
})

it('tells how long photos wait, and no figure of them while the database is away', async () => {
  const metrics = createMetrics()
  let isAway = false
  metrics.ofWorker(clock).watchPhotos(async (nowMs) => {
    if (isAway) throw new Error('away')
    return { awaitedCount: 7, dueCount: 2, oldestDueAtMs: nowMs - 30_000 }
  })
  expect(await metrics.render()).toMatch(
    /^waiqin_photos_awaited 7$[^]*^waiqin_photos_due 2$[^]*^waiqin_photos_oldest_due_seconds 30$/m,
  )
  isAway = true
  expect(await metrics.render()).toMatch(/^waiqin_photos_awaited nan$/im)
})

it('answers although the backlogs cannot be read', async () => {
  const metrics = createMetrics()
  const away = () => Promise.reject(new Error('away'))
  metrics.watchOutbox(away, clock)
  metrics.watchWecom({ readBacklog: away, isBroken: () => true })
  const text = await metrics.render()
  expect(text).toMatch(/^waiqin_outbox_unnumbered nan$/im)
  expect(text).not.toMatch(/^waiqin_(outbox|wecom)_waiting\{/m)
  expect(text).toContain('waiqin_wecom_broken 1')
})
