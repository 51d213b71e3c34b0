/** The rules speak of figures that web or worker really tell; `promtool test rules` runs in CI. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { createMetrics } from '../src/http/metrics'

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string
      readonly expr: string
      readonly labels: { readonly severity: string }
      readonly annotations: { readonly summary: string }
    }[]
  }[]
}
const { groups } = parse(readFileSync('server/deploy/prometheus/waiqin.rules.yml', 'utf8')) as Rules
const rules = groups.flatMap((group) => group.rules)
const tests = readFileSync('server/deploy/prometheus/waiqin.rules.test.yml', 'utf8')

/** Prometheus' own. */
const UP = 'up'
const NAME = /\b(up|(?:waiqin|nodejs|process)_[a-z0-9_]+)\b/g

/** Names and labels, of what both processes can tell. */
async function told(): Promise<{ names: Set<string>; labels: Set<string> }> {
  const metrics = createMetrics()
  const clock = { nowMs: () => 0 }
  metrics.watchWriteQueue(() => 0)
  metrics.watchOutbox(async () => ({ unnumberedCount: 0, oldestUnnumberedAtMs: null, subscribers: [] }), clock)
  const queue = { waitingCount: 0, retriedCount: 0, failedCount: 0 }
  const readBacklog = async () => ({ callbacks: queue, cards: queue, notices: queue, write_backs: queue })
  metrics.watchWecom({ readBacklog, isBroken: () => false })
  metrics.ofWorker(clock).watchPhotos(async () => ({ awaitedCount: 0, dueCount: 0, oldestDueAtMs: null }))
  metrics.observeRequest({ method: 'POST', route: '/api/v1/check-ins', status: 200, seconds: 1 })
  const text = await metrics.render()
  const names = [...text.matchAll(/^# TYPE (\S+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? [name, `${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
  )
  return { names: new Set([UP, ...names]), labels: new Set(text.match(/route="[^"]+"/g)) }
}

it('asks for nothing that is not told', async () => {
  const { names, labels } = await told()
  const asked = rules.flatMap(({ expr }) => expr.match(NAME) ?? [])
  expect(asked.length).toBeGreaterThan(rules.length)
  expect(asked.filter((name) => !names.has(name))).toEqual([])
  expect(rules.flatMap(({ expr }) => expr.match(/route="[^"]+"/g) ?? []).filter((label) => !labels.has(label))).toEqual(
    [],
  )
  expect((tests.match(NAME) ?? []).filter((name) => !names.has(name))).toEqual([])
})

it('names each alert once, with how urgent it is and in words', () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
  for (const { labels, annotations } of rules) {
    expect(['critical', 'warning']).toContain(labels.severity)
    expect(annotations.summary.length).toBeGreaterThan(10)
  }
})

it('scrapes every web of compose.yaml by name, so that one which is gone is missed', () => {
  const { services } = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as {
    readonly services: Readonly<Record<string, { readonly environment?: Readonly<Record<string, string>> }>>
  }
  const webs = Object.entries(services).flatMap(([name, { environment }]) =>
    /^web\d$/.test(name) ? [`${name}:${environment?.['PORT']}`] : [],
  )
  const { scrape_configs: jobs } = parse(readFileSync('server/deploy/prometheus/prometheus.yml', 'utf8')) as {
    readonly scrape_configs: readonly {
      readonly job_name: string
      readonly static_configs?: readonly { readonly targets: readonly string[] }[]
    }[]
  }
  const web = jobs.find(({ job_name }) => job_name === 'waiqin-web')
  expect(web?.static_configs?.flatMap(({ targets }) => targets)).toEqual(webs)
})
