import { createHash } from 'node:crypto'
import { countStatements } from '../../../test/count-statements'
import { signCheckIn, type FleetPhone } from '../../../test/fleet'
import { prepareFleetApp, type FleetApp } from '../../../test/fleet-app'
import { createCheckInRules } from '../../adapters/database/check-in-rules'
import { createCheckInStore } from '../../adapters/database/check-in-store'
import { groupSites } from '../../adapters/database/group-sites'
import { createRuleStore } from '../../adapters/database/rule-store'
import { createSessionStore } from '../../adapters/database/session-store'
import { createSiteStore } from '../../adapters/database/site-store'
import { createInCohorts } from '../../adapters/system/in-cohorts'
import { parseSignedBytes } from '../../http/signature-headers'
import { createAuthenticate } from '../sessions/authenticate.usecase'
import { checkInRequestSchema } from './check-in.schema'
import { submitCheckIn } from './submit-check-in.usecase'

const PHONES = 33
const GROUP = 64

let app: FleetApp
beforeAll(async () => {
  app = await prepareFleetApp({ phones: PHONES, sites: 3, challengesPerPhone: 1 })
})
afterAll(() => app.close())

it('takes as many SQL statements for 1 person as for 32 that come together, from token to commit', async () => {
  const { platform, environment, fleet } = app
  const { counting: database, statements } = await countStatements(environment['DATABASE_URL'] as string)
  const { cipher, tokens, consentGraceDays } = platform
  const authenticate = createAuthenticate({ sessions: createSessionStore(database), tokens, consentGraceDays })
  const ports = {
    ...platform,
    checkIns: createCheckInStore(database, { cipher, groupSize: GROUP }),
    checkInRules: createCheckInRules(createRuleStore(database), GROUP),
    sites: groupSites(createSiteStore(database, cipher), GROUP),
    inCohorts: createInCohorts(GROUP),
    hashBody: (body: Uint8Array) => createHash('sha256').update(body).digest('hex'),
    measure: <Result>(_stage: string, work: () => Promise<Result>) => work(),
    countDecision: () => {},
  }

  const checkIn = async (phone: FleetPhone, round: number): Promise<unknown> => {
    const nowMs = platform.clock.nowMs()
    const { body, headers } = signCheckIn({
      phone,
      slot: { workDay: fleet.workDay, kind: 'visit', span: 0 },
      siteId: fleet.siteIds[round] as string,
      requestId: platform.random.id(),
      challengeId: phone.challengeIds[0] as string,
      position: round,
      nowMs,
      jitter: fleet.phones.indexOf(phone) * 31 + round,
    })
    const caller = await authenticate(phone.accessToken, { receivedAtMs: nowMs })
    const reply = await submitCheckIn(ports, {
      employeeId: caller.employeeId,
      sessionId: caller.sessionId,
      requestId: platform.random.id(),
      networkAddress: '203.0.113.7',
      receivedAtMs: nowMs,
      sentAtMs: nowMs,
      body: checkInRequestSchema.parse(JSON.parse(body)),
      signed: parseSignedBytes({ method: 'POST', target: '/api/v1/check-ins', headers }, Buffer.from(body)),
    })
    return (JSON.parse(reply) as { readonly outcome: string }).outcome
  }
  const roundOf = async (phones: readonly FleetPhone[], round: number) => {
    // Both stages of a phone in step with the others', as when requests were parsed together.
    const before = statements()
    const outcomes = await Promise.all(phones.map((phone) => checkIn(phone, round)))
    expect(outcomes).toEqual(phones.map(() => 'accepted'))
    return statements() - before
  }
  const [alone, many] = [fleet.phones.slice(0, 1), fleet.phones.slice(1)]
  // The first round reads the rules, opens the days and remembers the tokens.
  for (const phones of [alone, many]) await roundOf(phones, 0)
  const one = await roundOf(alone, 1)
  const group = await roundOf(many, 1)
  await database.close()
  expect(group).toBe(one)
  expect(one).toBeLessThanOrEqual(17)
}, 60_000)
