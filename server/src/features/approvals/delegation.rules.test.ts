import { delegationProblems } from './delegation.rules'

const NOW = Date.UTC(2026, 10, 18)
const DAY = 86_400_000
const asked = { leaderId: 'wang', delegateId: 'sun', startsAtMs: NOW, endsAtMs: NOW + 90 * DAY }

it.each<[string, Partial<{ delegateId: string | null; startsAtMs: number; endsAtMs: number }>, string[]]>([
  ['90 days from now on', {}, []],
  ['begun already', { startsAtMs: NOW - DAY, endsAtMs: NOW + DAY }, []],
  ['a moment longer', { endsAtMs: NOW + 90 * DAY + 1 }, ['endsAt']],
  ['himself', { delegateId: 'wang' }, ['delegateUserId']],
  ['nobody', { delegateId: null }, ['delegateUserId']],
  ['the end before the start', { endsAtMs: NOW - 1 }, ['endsAt']],
  ['no time at all', { endsAtMs: NOW }, ['endsAt']],
  ['over already', { startsAtMs: NOW - 2 * DAY, endsAtMs: NOW }, ['endsAt']],
  ['all of it', { delegateId: null, endsAtMs: NOW }, ['delegateUserId', 'endsAt']],
])('%s', (_name, changes, paths) => {
  expect(delegationProblems({ ...asked, ...changes }, NOW).map(({ path }) => path)).toEqual(paths)
})
