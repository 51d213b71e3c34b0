/** Somebody leaves while others are asked to decide for him: over the relay, to the cards in the chat. */
import { jest } from '@jest/globals'
import { applyOrganisation } from '../../src/features/organisation/apply-organisation.usecase'
import { diffOrganisation } from '../../src/features/organisation/organisation-diff.rules'
import { startChatApp, type ChatApp } from '../chat-app'
import { expectRefusal, type Person } from '../start-app'

jest.setTimeout(60_000)

let story: ChatApp
beforeAll(async () => {
  story = await startChatApp()
}, 60_000)
afterAll(() => story.close())

async function leave({ userId }: Person): Promise<void> {
  const { store } = story.worker().organisation
  const stored = await store.loadUpFrom([userId])
  const absent = [{ userId, reason: 'gone' } as const]
  const diff = diffOrganisation({ departments: null, members: [], absent, isWhole: false }, stored)
  const cause = { author: { kind: 'system', id: 'organisation' }, source: 'wecom', syncId: null } as const
  const ports = { store, clock: story.clock, random: story.app.platform.random }
  const counts = await applyOrganisation(ports, diff, stored, { cause, hold: () => Promise.resolve() })
  expect(counts.left).toBe(1)
}

/** A check-in and a change of phones, both waiting for the same leader. */
async function askTwice(leader: Person) {
  const phone = await story.bindStaff({ leaders: [leader.id] })
  const { attemptId } = await story.checkIn(phone, 'outside')
  const { approval } = await story.askRebind(phone.person)
  await story.work()
  return { person: phone.person, attemptId, rebindId: approval.id }
}
const requestsOf = ({ id }: Person) =>
  story.app.database.read.approvalRequest.findMany({ where: { requesterId: id }, select: { status: true } })
const outcomeOf = async (id: string) =>
  (await story.app.database.read.attempt.findUniqueOrThrow({ where: { id }, select: { outcome: true } })).outcome

it('closes what he asked for: no button is left, and nothing waits', async () => {
  const leader = await story.addPerson({ name: '王建国' })
  const leaving = await askTwice(leader)
  const staying = await askTwice(leader)
  expect((await story.cards(leader)).filter(({ buttons }) => buttons.length > 0)).toHaveLength(4)

  await leave(leaving.person)
  await story.work()
  expect(await requestsOf(leaving.person)).toEqual([{ status: 'expired' }, { status: 'expired' }])
  expect(await outcomeOf(leaving.attemptId)).not.toBe('pending')
  expect((await story.cards(leader)).filter(({ buttons }) => buttons.length > 0)).toHaveLength(2)
  expect(await requestsOf(staying.person)).toEqual([{ status: 'pending' }, { status: 'pending' }])
  expect(await outcomeOf(staying.attemptId)).toBe('pending')
  // Whoever decides from the page hears the same as before.
  expectRefusal(await story.decide(leader, leaving.rebindId, 'approve'), 'REQUESTER_LEFT')
})

it('leaves the requests of one who is back as they are', async () => {
  const leader = await story.addPerson({ name: '吴涛' })
  const { person } = await askTwice(leader)
  await story.worker().approvals.closeRequestsOfLeaver(person.id)
  expect(await requestsOf(person)).toEqual([{ status: 'pending' }, { status: 'pending' }])
})
