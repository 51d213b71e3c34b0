import type { ConsentState } from '#contract/api'
import { consentState, noticeInForce, type GivenConsent, type PublishedNotice } from './consent.rules'

const DAY = 86_400_000
const at = (iso: string) => Date.parse(iso)
const V1: PublishedNotice = { version: 1, publishedAtMs: at('2026-10-01T00:00:00+08:00') }
const V2: PublishedNotice = { version: 2, publishedAtMs: at('2026-11-10T00:00:00+08:00') }
const V3: PublishedNotice = { version: 3, publishedAtMs: at('2026-11-16T00:00:00Z') }
const given = (version: number, iso: string, withdrawn: string | null = null): GivenConsent => ({
  version,
  givenAtMs: at(iso),
  withdrawnAtMs: withdrawn === null ? null : at(withdrawn),
})
const state = (
  currentVersion: number,
  agreedVersion: number | null,
  sufficient: boolean,
  due: boolean,
): ConsentState => ({ currentVersion, agreedVersion, sufficient, due })

interface Case {
  readonly name: string
  readonly notices: readonly PublishedNotice[]
  readonly consents: readonly GivenConsent[]
  readonly nowMs: number
  readonly expected: ConsentState
}

const CASES: readonly Case[] = [
  {
    name: 'no notice was ever published',
    notices: [],
    consents: [given(1, '2026-10-02T00:00:00Z')],
    nowMs: at('2026-11-12T00:00:00Z'),
    expected: state(0, 1, false, false),
  },
  {
    name: 'nothing agreed to',
    notices: [V1],
    consents: [],
    nowMs: at('2026-11-12T00:00:00Z'),
    expected: state(1, null, false, true),
  },
  {
    name: 'the current version agreed to',
    notices: [V2, V1],
    consents: [given(1, '2026-10-02T00:00:00Z'), given(2, '2026-11-11T00:00:00Z')],
    nowMs: at('2026-11-12T00:00:00Z'),
    expected: state(2, 2, true, false),
  },
  {
    name: 'a new version is due at once and does not refuse yet',
    notices: [V1, V2],
    consents: [given(1, '2026-10-02T00:00:00Z')],
    nowMs: V2.publishedAtMs,
    expected: state(2, 1, true, true),
  },
  {
    name: 'the last instant of the grace',
    notices: [V1, V2],
    consents: [given(1, '2026-10-02T00:00:00Z')],
    nowMs: V2.publishedAtMs + 7 * DAY,
    expected: state(2, 1, true, true),
  },
  {
    name: 'a millisecond after the grace',
    notices: [V1, V2],
    consents: [given(1, '2026-10-02T00:00:00Z')],
    nowMs: V2.publishedAtMs + 7 * DAY + 1,
    expected: state(2, 1, false, true),
  },
  {
    name: 'a third version does not prolong the grace of the second',
    notices: [V1, V2, V3],
    consents: [given(1, '2026-10-02T00:00:00Z')],
    nowMs: V2.publishedAtMs + 8 * DAY,
    expected: state(3, 1, false, true),
  },
  {
    name: 'a version that is published later is not in force',
    notices: [V1, V2],
    consents: [given(1, '2026-10-02T00:00:00Z')],
    nowMs: V2.publishedAtMs - 1,
    expected: state(1, 1, true, false),
  },
  {
    name: 'withdrawn',
    notices: [V1],
    consents: [given(1, '2026-10-02T00:00:00Z', '2026-11-01T00:00:00Z')],
    nowMs: at('2026-11-01T00:00:00Z'),
    expected: state(1, null, false, true),
  },
  {
    name: 'captured before it was withdrawn',
    notices: [V1],
    consents: [given(1, '2026-10-02T00:00:00Z', '2026-11-01T00:00:00Z')],
    nowMs: at('2026-10-31T23:59:59.999Z'),
    expected: state(1, 1, true, false),
  },
  {
    name: 'captured before it was given',
    notices: [V1],
    consents: [given(1, '2026-10-02T00:00:00Z')],
    nowMs: at('2026-10-02T07:59:59+08:00'),
    expected: state(1, null, false, true),
  },
  {
    name: 'withdrawn and given again',
    notices: [V1],
    consents: [given(1, '2026-10-02T00:00:00Z', '2026-11-01T00:00:00Z'), given(1, '2026-11-02T00:00:00Z')],
    nowMs: at('2026-11-03T00:00:00Z'),
    expected: state(1, 1, true, false),
  },
]

describe('consentState', () => {
  it.each(CASES)('$name', ({ notices, consents, nowMs, expected }) => {
    expect(consentState(notices, consents, nowMs, 7)).toEqual(expected)
  })

  it('refuses at once with no grace days', () => {
    expect(consentState([V1, V2], [given(1, '2026-10-02T00:00:00Z')], V2.publishedAtMs + 1, 0).sufficient).toBe(false)
  })
})

describe('noticeInForce', () => {
  it('is the newest published one', () => {
    expect(noticeInForce([V1, V3, V2], at('2026-11-12T00:00:00Z'))).toBe(V2)
    expect(noticeInForce([V1, V3, V2], at('2026-11-17T00:00:00Z'))).toBe(V3)
    expect(noticeInForce([V1], V1.publishedAtMs - 1)).toBeNull()
  })
})
