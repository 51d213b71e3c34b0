/** What a change of phones holds, settled part by part, on a real database. */
import { randomBytes } from 'node:crypto'
import { seedDevice } from '../../../../prisma/seed/builders'
import { CAPTURED, photo, visitSlot } from '../../../test/check-in-builders'
import { CANDIDATE } from '../../../test/settlement-builders'
import { seedPhones, storeCheckIn, type StoredPhone } from '../../../test/stored-attempts'
import { fixedClock } from '../../../test/fakes'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { systemRandom } from '../../adapters/system/system'
import { createApprovals, type Approvals } from '../../wiring/approvals'
import { MOST_HELD_AT_ONCE } from './settle-held.usecase'

const HELD = 2 * MOST_HELD_AT_ONCE + 1
const LEADER = 'employee-leader'

let opened: TestDatabase
let approvals: Approvals
let candidate: StoredPhone & { readonly id: string }
let heldIds: string[]

beforeEach(async () => {
  opened = await openTestDatabase()
  const { database } = opened
  approvals = createApprovals(database, { clock: fixedClock(CAPTURED + 3_600_000), random: systemRandom })
  const [{ employeeId }] = (await seedPhones(database, 1)) as [StoredPhone]
  candidate = { employeeId, ...(await database.write((tx) => seedDevice(tx, { employeeId, state: 'candidate' }))) }
  heldIds = []
  for (let number = 0; number < HELD; number++) {
    const claim = photo({ sha256: randomBytes(32).toString('hex') })
    heldIds.push(
      await storeCheckIn(database, candidate, {
        slot: visitSlot(),
        device: CANDIDATE,
        attempt: { photos: [claim] },
        decision: { capturedAtMs: CAPTURED - number * 1_000 },
      }),
    )
  }
}, 60_000)
afterEach(() => opened.close())

const subject = () => {
  const rebind = approvals.subjects.find(({ kind }) => kind === 'rebind')
  if (rebind === undefined) throw new Error('no subject')
  return rebind
}

function decide(status: 'approved' | 'expired') {
  const { id, employeeId } = candidate
  const request = { id, kind: 'rebind', subjectId: id, requesterId: employeeId } as const
  const decidedBy = status === 'approved' ? LEADER : null
  const outcome = { status, decidedBy, atMs: CAPTURED + 60_000, requestId: 'request-decide' }
  return approvals.transactions.inTransaction((tx) => subject().apply(tx, request, outcome))
}

const standings = async () => {
  const rows = await opened.database.read.attempt.groupBy({ by: ['outcome', 'code'], _count: { _all: true } })
  return Object.fromEntries(rows.map((row) => [`${row.outcome} ${row.code}`, row._count._all]))
}

it('leaves what is too much for the deciding transaction, the latest captured, to be settled after it', async () => {
  expect(await decide('approved')).toEqual({ effect: null })
  expect(await standings()).toEqual({
    'pending PHOTO_AWAITED': MOST_HELD_AT_ONCE,
    'pending DEVICE_AWAITING_APPROVAL': HELD - MOST_HELD_AT_ONCE,
  })
  const latest = { id: heldIds[0] ?? '' }
  expect(await opened.database.read.attempt.findUnique({ where: latest })).toMatchObject({
    code: 'DEVICE_AWAITING_APPROVAL',
  })

  const { employeeId, keyThumbprint } = candidate
  const end = { employeeId, keyThumbprint, approved: true, by: LEADER }
  await approvals.settleHeld(end)
  expect(await standings()).toEqual({ 'pending PHOTO_AWAITED': HELD })
  const decisions = await opened.database.read.decision.findMany({ where: { number: 2 } })
  expect(new Set(decisions.map(({ decidedBy }) => decidedBy))).toEqual(new Set([LEADER]))
  // Handed over again, it changes nothing.
  await approvals.settleHeld(end)
  expect(await opened.database.read.decision.count()).toBe(2 * HELD)
}, 60_000)

it('refuses all of it where nobody approved', async () => {
  await decide('expired')
  await approvals.settleHeld({ ...candidate, approved: false, by: null })
  expect(await standings()).toEqual({ 'refused DEVICE_AWAITING_APPROVAL': HELD })
}, 60_000)
