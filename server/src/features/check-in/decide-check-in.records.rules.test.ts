/** Which record stands, and which of several sites is meant. */
import {
  at,
  checkIn,
  dayAttempt,
  decideOn,
  fix,
  fixOutside,
  lateSlot,
  nameOf,
  photo,
  site,
  slot,
  visitSlot,
  type Scenario,
} from '../../../test/check-in-builders'

describe('the record that stands', () => {
  it.each<[string, Scenario, string]>([
    [
      'a duplicate names it',
      checkIn({ facts: { dayAttempts: [dayAttempt({ id: 'attempt-stands' })] } }),
      'attempt-stands',
    ],
    [
      'a used challenge names its attempt',
      checkIn({ challenge: { usedByAttemptId: 'attempt-first' } }),
      'attempt-first',
    ],
    [
      'the challenge comes first',
      checkIn({ challenge: { usedByAttemptId: 'attempt-first' }, facts: { dayAttempts: [dayAttempt()] } }),
      'attempt-first',
    ],
  ])('%s', (_title, scenario, id) => {
    expect(decideOn(scenario)).toMatchObject({ outcome: 'refused', standingAttemptId: id })
  })

  it('does not name the attempt of another key’s challenge', () => {
    const scenario = checkIn({ challenge: { issuedToThisKey: false, usedByAttemptId: 'attempt-of-another' } })
    expect(decideOn(scenario).standingAttemptId).toBeNull()
  })

  const laterLate = (changes: Parameters<typeof checkIn>[0] = {}) =>
    checkIn({
      slot: lateSlot(),
      nowMs: at('19:00'),
      ...changes,
      facts: { dayAttempts: [dayAttempt({ id: 'late-first', slot: nameOf(lateSlot()), capturedAtMs: at('18:05') })] },
    })

  it('a later late check-in supersedes, once it is accepted', () => {
    expect(decideOn(laterLate())).toMatchObject({ outcome: 'accepted', supersedes: ['late-first'] })
    expect(
      decideOn(laterLate({ policy: { photoFor: ['late'] }, attempt: { photos: [photo({ takenAtMs: at('19:00') })] } })),
    ).toMatchObject({ outcome: 'pending', supersedes: [] })
    expect(decideOn(laterLate({ attempt: { fix: fixOutside(900) } }))).toMatchObject({
      outcome: 'refused',
      supersedes: [],
    })
  })
})

describe('several sites', () => {
  const near = site({ id: 'site-a', name: '近处' })
  const planned = site({ id: 'site-b', name: '计划', planned: true, wifi: [] })
  const twin = site({ id: 'site-0', name: '同处' })
  const chosen = (sites: readonly ReturnType<typeof site>[], more: Parameters<typeof checkIn>[0] = {}) =>
    decideOn(checkIn({ ...more, facts: { sites } })).siteId

  it('takes the planned one of overlapping sites, then the nearer, then the smaller id', () => {
    const wider = site({ id: 'site-c', fence: { kind: 'circle', centre: fix(), radiusMetres: 500 } })
    expect(chosen([near, planned])).toBe('site-b')
    expect(chosen([near, wider])).toBe('site-c')
    expect(chosen([near, twin])).toBe('site-0')
  })

  it('takes the site that a visit names if presence holds there, else another where it holds', () => {
    const visit = (siteId: string) => ({ slot: visitSlot(), attempt: { siteId } })
    const far = site({
      id: 'site-far',
      fence: { kind: 'circle', centre: fixOutside(40_000), radiusMetres: 200 },
      wifi: [],
    })
    expect(chosen([near, planned], visit('site-a'))).toBe('site-a')
    expect(chosen([near, far], visit('site-far'))).toBe('site-a')
  })

  it('ignores a site that an early check-in names', () => {
    expect(chosen([near, planned], { slot: slot(), attempt: { siteId: 'site-a' } })).toBe('site-b')
  })
})
