import { planDayProblem } from './plans.rules'

describe('planDayProblem', () => {
  // In Shanghai it is the 19th already, in Honolulu the 18th until ten in the evening UTC.
  const now = Date.UTC(2026, 10, 18, 20)
  it.each([
    ['2026-11-16', /已经过去/],
    ['2026-11-17', null],
    ['2026-11-18', null],
    ['2026-11-19', null],
    ['2027-11-19', null],
    ['2027-11-20', /最多提前 366 天安排，2027-11-20 还有 367 天/],
  ])('%s', (workDay, expected) => {
    const problem = planDayProblem(workDay, now)
    if (expected === null) expect(problem).toBeNull()
    else expect(problem).toEqual({ path: 'workDay', problem: expect.stringMatching(expected) })
  })
})
