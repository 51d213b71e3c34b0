/** Nights, two zones, and places outside mainland China. */
import gcoord from 'gcoord'
import type { Coordinates } from '#contract/place'
import { findingText } from '#contract/finding-texts'
import {
  at,
  checkIn,
  dayAttempt,
  decideOn,
  deferred,
  fix,
  MINUTE,
  north,
  site,
  slot,
  visitSlot,
} from '../../../test/check-in-builders'

describe('a night shift: 22:00 to 06:00, the day belongs to its start', () => {
  const closes = at('10:00', '2026-11-19')
  const early = slot({ opensAtMs: at('21:00'), closesAtMs: at('23:00'), uploadUntilMs: closes, dueAtMs: at('22:00') })
  const late = slot({
    kind: 'late',
    opensAtMs: at('05:00', '2026-11-19'),
    closesAtMs: closes,
    uploadUntilMs: closes,
    dueAtMs: at('06:00', '2026-11-19'),
    graceMinutes: 0,
  })

  it('checks out on the next calendar day for the day it began', () => {
    const decision = decideOn(checkIn({ slot: late, nowMs: at('06:03', '2026-11-19') }))
    expect(decision).toMatchObject({ outcome: 'accepted', lateMinutes: 0 })
  })

  it('is not kept from checking in for the next day shift by overlapping windows', () => {
    const next = slot({
      workDay: '2026-11-19',
      opensAtMs: at('06:00', '2026-11-19'),
      closesAtMs: at('09:30', '2026-11-19'),
      dueAtMs: at('09:00', '2026-11-19'),
      uploadUntilMs: at('24:00', '2026-11-19'),
    })
    const both = {
      nowMs: at('06:30', '2026-11-19'),
      facts: { dayAttempts: [dayAttempt({ slot: { workDay: '2026-11-18', kind: 'early', span: 1 } })] },
    }
    expect(decideOn(checkIn({ ...both, slot: next })).outcome).toBe('accepted')
    expect(decideOn(checkIn({ ...both, slot: late })).outcome).toBe('accepted')
  })

  it('takes an early check-in of the evening until the night’s last closing', () => {
    expect(decideOn(deferred(at('21:50'), closes, { slot: early })).outcome).toBe('accepted')
    const tooLate = decideOn(deferred(at('21:50'), closes + 1, { slot: early }))
    expect(tooLate.code).toBe('TOO_LATE_FOR_DAY')
    expect(
      tooLate.findings.filter(({ code }) => code === 'TOO_LATE_FOR_DAY').map((found) => findingText(found).sentence),
    ).toEqual(['11月18日 的签到要在次日 10:00 前送达'])
  })
})

/** The office is at Greenwich; the phone and the rule count in the zone of the day, not of the server. */
const LONDON: Coordinates = { latitude: 51.50335, longitude: -0.07963 }
const HONG_KONG: Coordinates = { latitude: 22.28552, longitude: 114.15769 }
const SHANGHAI: Coordinates = { latitude: 31.230416, longitude: 121.473701 }
const abroad = (name: string, centre: Coordinates) =>
  site({ name, mainlandChina: false, fence: { kind: 'circle', centre, radiusMetres: 100 }, wifi: [] })

describe('London', () => {
  const day = (time: string) => Date.parse(`2026-03-29T${time}:00+01:00`)
  const london = slot({
    workDay: '2026-03-29',
    zone: 'Europe/London',
    opensAtMs: day('08:00'),
    closesAtMs: day('09:30'),
    dueAtMs: day('09:00'),
    graceMinutes: 0,
    uploadUntilMs: Date.parse('2026-03-30T00:00:00+01:00'),
  })
  const there = (nowMs: number) =>
    checkIn({
      slot: london,
      nowMs,
      employee: {
        consents: [{ version: 1, givenAtMs: 0, withdrawnAtMs: null }],
        notices: [{ version: 1, publishedAtMs: 0 }],
      },
      site: abroad('伦敦办事处', LONDON),
      attempt: { fix: fix({ ...LONDON, system: 'wgs84' }) },
    })

  it('accepts on the day the clocks go forward, by its own time', () => {
    expect(decideOn(there(day('08:59')))).toMatchObject({ outcome: 'accepted', lateMinutes: 0 })
    expect(decideOn(there(day('09:11')))).toMatchObject({ outcome: 'accepted', lateMinutes: 10 })
  })

  it('says the times of London', () => {
    const decision = decideOn(there(day('09:40')))
    expect(decision.code).toBe('OUTSIDE_WINDOW')
    expect(decision.findings[0]).toMatchObject({
      asked: { opensAt: '2026-03-29T08:00:00.000+01:00', closesAt: '2026-03-29T09:30:00.000+01:00' },
      seen: { capturedAt: '2026-03-29T09:39:59.000+01:00' },
    })
  })

  it('of a traveller whose day is counted in Shanghai judges the place in London', () => {
    const visit = visitSlot()
    const decision = decideOn(
      checkIn({
        slot: visit,
        nowMs: at('23:30'),
        site: abroad('伦敦办事处', LONDON),
        attempt: { siteId: 'site-zhangjiang', fix: fix({ ...LONDON, system: 'wgs84' }) },
      }),
    )
    expect(decision).toMatchObject({ outcome: 'accepted', presenceBy: 'fence' })
    expect(decision.checks.find(({ check }) => check === 'slot')?.seen['capturedAt']).toBe(
      '2026-11-18T23:29:59.000+08:00',
    )
  })
})

describe('coordinates', () => {
  it.each<[string, Coordinates, 'wgs84' | 'gcj02']>([
    ['Hong Kong by WGS-84', HONG_KONG, 'wgs84'],
    ['Hong Kong by a platform that says GCJ-02', HONG_KONG, 'gcj02'],
    ['London', LONDON, 'wgs84'],
    ['Seoul', { latitude: 37.5665, longitude: 126.978 }, 'wgs84'],
    ['Singapore', { latitude: 1.28333, longitude: 103.85 }, 'wgs84'],
    ['Macau', { latitude: 22.19874, longitude: 113.54388 }, 'wgs84'],
    ['Osaka', { latitude: 34.69374, longitude: 135.50218 }, 'wgs84'],
  ])('are not moved outside mainland China: %s', (name, centre, system) => {
    const edge = north(centre, 90)
    const decision = decideOn(checkIn({ site: abroad(name, centre), attempt: { fix: fix({ ...edge, system }) } }))
    expect(decision.outcome).toBe('accepted')
    expect(decision.signedDistanceMetres).toBeCloseTo(-10, 2)
  })

  it('of WGS-84 become GCJ-02 for a site in mainland China', () => {
    const [longitude = 0, latitude = 0] = gcoord.transform(
      [SHANGHAI.longitude, SHANGHAI.latitude],
      gcoord.WGS84,
      gcoord.GCJ02,
    )
    const mainland = site({ fence: { kind: 'circle', centre: { latitude, longitude }, radiusMetres: 100 } })
    const judged = (system: 'wgs84' | 'gcj02') =>
      decideOn(checkIn({ facts: { sites: [mainland] }, attempt: { fix: fix({ ...north(SHANGHAI, 60), system }) } }))
    expect(judged('wgs84').outcome).toBe('accepted')
    expect(judged('wgs84').signedDistanceMetres).toBeCloseTo(-40, 0)
    expect(judged('gcj02').code).toBe('OUT_OF_RANGE')
  })

  it('of two overlapping offices across a border are compared each in its own system', () => {
    const hongKong = { ...abroad('罗湖口岸（香港）', { latitude: 22.5283, longitude: 114.1135 }), id: 'site-hk' }
    const shenzhen = site({
      id: 'site-sz',
      fence: { kind: 'circle', centre: { latitude: 22.5325, longitude: 114.1187 }, radiusMetres: 150 },
      wifi: [],
    })
    const decision = decideOn(
      checkIn({
        facts: { sites: [hongKong, shenzhen] },
        attempt: { fix: fix({ latitude: 22.5283, longitude: 114.1135, system: 'wgs84' }) },
      }),
    )
    expect(decision).toMatchObject({ outcome: 'accepted', siteId: 'site-hk' })
  })
})

it('a polygon with a hole: inside the hole is outside the site', () => {
  const square = (half: number): Coordinates[] => [
    { latitude: 31.2 - half, longitude: 121.5 - half },
    { latitude: 31.2 - half, longitude: 121.5 + half },
    { latitude: 31.2 + half, longitude: 121.5 + half },
    { latitude: 31.2 + half, longitude: 121.5 - half },
  ]
  const yard = site({ fence: { kind: 'polygon', rings: [square(0.01), square(0.002)] }, wifi: [] })
  const standing = (latitude: number) =>
    decideOn(checkIn({ facts: { sites: [yard] }, attempt: { fix: fix({ latitude, longitude: 121.5003 }) } }))
  expect(standing(31.206).outcome).toBe('accepted')
  expect(standing(31.2003)).toMatchObject({ outcome: 'refused', code: 'OUT_OF_RANGE' })
})

it('a proof that travelled a night in the queue still proves its time', () => {
  const captured = at('21:50')
  const received = captured + 9 * 60 * MINUTE
  const scenario = deferred(captured, received, {
    slot: slot({
      opensAtMs: at('21:00'),
      closesAtMs: at('23:00'),
      dueAtMs: at('22:00'),
      uploadUntilMs: at('10:00', '2026-11-19'),
    }),
    site: { wifiProof: 'gateway', gateway: { skewMs: 0, clockWrong: false } },
    facts: { presenceProof: { result: 'valid', siteId: 'site-zhangjiang', issuedAtMs: captured + 2_000 } },
  })
  expect(decideOn(scenario)).toMatchObject({ outcome: 'accepted', deferred: true, findings: [] })
})
