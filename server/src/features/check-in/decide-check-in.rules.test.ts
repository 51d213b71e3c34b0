import { FINDINGS, FINDING_CODES, CHECKS, SEVERITIES } from '#contract/finding-codes'
import { ALL_CASES } from '../../../test/check-in-cases/index'
import { decideOn } from '../../../test/check-in-builders'

describe('every finding code', () => {
  it.each(ALL_CASES.map(({ code, entry }) => [code, entry.severity ?? 'not found', entry.title, entry] as const))(
    '%s, %s: %s',
    (code, _expected, _title, { scenario, severity }) => {
      const found = decideOn(scenario).findings.filter((finding) => finding.code === code)
      expect([...new Set(found.map((finding) => finding.severity))]).toEqual(severity === null ? [] : [severity])
    },
  )

  it('has its default severity in at least one case', () => {
    const hit = new Set(ALL_CASES.map(({ code, entry }) => `${code} ${entry.severity}`))
    expect(FINDING_CODES.filter((code) => !hit.has(`${code} ${FINDINGS[code].severity}`))).toEqual([])
  })
})

describe('every decision of the tables', () => {
  it.each(ALL_CASES.map(({ code, entry }) => [code, entry.title, entry] as const))(
    '%s: %s',
    (_code, _title, { scenario }) => {
      const decision = decideOn(scenario)
      const worst = SEVERITIES.find((severity) => decision.findings.some((finding) => finding.severity === severity))
      expect(decision.outcome).toBe(worst === 'refuse' ? 'refused' : worst === 'pending' ? 'pending' : 'accepted')
      expect(decision.code).toBe(
        decision.outcome === 'accepted'
          ? 'ACCEPTED'
          : decision.findings.find(({ severity }) => severity === worst)?.code,
      )
      const places = decision.findings.map(({ code }) => CHECKS.indexOf(FINDINGS[code].check))
      expect(places).toEqual([...places].sort((left, right) => left - right))
      expect(decision.checks.map(({ check }) => check)).toEqual([
        'employee',
        'device',
        'challenge',
        'slot',
        'duplicate',
        'fence',
        'wifi',
        'evidence',
        'risk',
      ])
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
    },
  )
})
