// Known vulnerabilities of what is installed, by `npm audit`. A closed network gets a plain line instead of a failure.
import { spawnSync } from 'node:child_process'

const LEVEL = 'high'
const { stdout, error } = spawnSync('npm', ['audit', '--json', `--audit-level=${LEVEL}`], {
  encoding: 'utf8',
  timeout: 60_000,
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
})

const report = parse(stdout)
const counts = report?.metadata?.vulnerabilities
if (counts === undefined) {
  const reason = report?.message ?? report?.error?.summary ?? error?.message ?? 'the registry gave no answer'
  console.warn(`Audit LEFT OUT: known vulnerabilities were not looked up (${String(reason).split('\n')[0]}).`)
  process.exit(0)
}

const serious = counts.high + counts.critical
console.log(`Audit: ${counts.critical} critical, ${counts.high} high, ${counts.moderate} moderate, ${counts.low} low.`)
for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {})) {
  if (severity === 'high' || severity === 'critical') console.error(`  ${severity}: ${name} ${range}`)
}
process.exit(serious > 0 ? 1 : 0)

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
