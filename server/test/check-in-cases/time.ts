/** Cases of checks 3 to 5: challenge and time of capture, slot, duplicates. */
import {
  at,
  CAPTURED,
  checkIn,
  DAY,
  dayAttempt,
  deferred,
  fixOutside,
  HOUR,
  lateSlot,
  MINUTE,
  nameOf,
  NOW,
  SECOND,
  slot,
  visitSlot,
  withProof,
  type Changes,
} from '../check-in-builders'
import { absent, found, type Cases } from './case'

const FORTNIGHT = 14 * DAY
const issued = (issuedAtMs: number, changes: Changes = {}) => checkIn({ ...changes, challenge: { issuedAtMs } })
/** On time at 08:52, 11 minutes late at 09:11: the phone's time decides. */
const unproven = (changes: Changes = {}) => deferred(at('08:52'), at('09:11'), changes)
const provenAt = (capturedAtMs: number, iatMs: number, changes: Changes = {}) =>
  deferred(capturedAtMs, at('09:11'), withProof(at('09:11') - iatMs, { ...changes, nowMs: at('09:11') }))

const phoneOff = (offMs: number) =>
  checkIn({ attempt: { phoneTimeMs: NOW - 20 * SECOND + offMs }, challenge: { issuedAtMs: NOW - 20 * SECOND } })

const early = (changes: Partial<ReturnType<typeof dayAttempt>> = {}, more: Changes = {}) =>
  checkIn({ ...more, facts: { dayAttempts: [dayAttempt(changes)] } })
const late = (standingAtMs: number, nowMs: number) =>
  checkIn({
    slot: lateSlot(),
    nowMs,
    facts: { dayAttempts: [dayAttempt({ slot: nameOf(lateSlot()), capturedAtMs: standingAtMs })] },
  })
const visit = (agoMs: number, changes: Partial<ReturnType<typeof dayAttempt>> = {}, more: Changes = {}) =>
  checkIn({
    slot: visitSlot(),
    ...more,
    attempt: { siteId: 'site-zhangjiang', ...more.attempt },
    facts: { dayAttempts: [dayAttempt({ slot: nameOf(visitSlot()), capturedAtMs: CAPTURED - agoMs, ...changes })] },
  })

export const TIME_CASES = {
  CHALLENGE_UNKNOWN: [
    found('refuse', 'no such challenge', checkIn({ challenge: null })),
    absent('the last position', checkIn({ attempt: { challengePosition: 31 } })),
    found('refuse', 'a challenge of another key', checkIn({ challenge: { issuedToThisKey: false } })),
    found('refuse', 'a position beyond the last', checkIn({ attempt: { challengePosition: 32 } })),
    found('refuse', 'a broken position', checkIn({ attempt: { challengePosition: 0.5 } })),
  ],
  CHALLENGE_USED: [
    found('refuse', 'the position was used', checkIn({ challenge: { usedByAttemptId: 'attempt-first' } })),
    absent('the position is free', checkIn({ challenge: { usedByAttemptId: null } })),
  ],
  CHALLENGE_EXPIRED: [
    found('refuse', 'older than 14 days', issued(NOW - FORTNIGHT - 1)),
    absent('exactly 14 days old', issued(NOW - FORTNIGHT)),
  ],
  CAPTURE_TIME_UNPROVEN: [
    found('review', 'on time by the phone, late on receipt', unproven()),
    absent('on time both times', deferred(at('08:52'), at('09:05'))),
    found('review', 'the third in 30 days', unproven({ facts: { unprovenCaptures: 2 } })),
    found('pending', 'the fourth in 30 days', unproven({ facts: { unprovenCaptures: 3 } })),
    found('pending', 'the policy frees none', unproven({ policy: { unprovenCapturesFreeCount: 0 } })),
    found(
      'review',
      'within a declared outage the fourth does not count',
      unproven({
        facts: { unprovenCaptures: 3, outages: [{ fromMs: at('08:52'), untilMs: at('09:00') }] },
      }),
    ),
    found(
      'pending',
      'the outage began a moment later',
      unproven({
        facts: { unprovenCaptures: 3, outages: [{ fromMs: at('08:52') + 1, untilMs: at('09:30') }] },
      }),
    ),
    found('review', 'received when the slot is closed', deferred(at('08:52'), at('15:00'))),
    absent('a visit hours later the same day', deferred(at('08:52'), at('20:00'), { slot: visitSlot() })),
    found(
      'review',
      'a visit after its day',
      deferred(at('08:52'), at('00:30', '2026-11-19'), {
        slot: visitSlot({ uploadUntilMs: at('08:00', '2026-11-19') }),
      }),
    ),
    found(
      'review',
      'left early by the phone, on time on receipt',
      deferred(at('17:40'), at('18:10'), { slot: lateSlot() }),
    ),
    absent(
      'live: the challenge is 180 s old',
      checkIn({
        nowMs: at('09:06:30'),
        challenge: { issuedAtMs: at('09:03:30') },
        attempt: { phoneTimeMs: at('09:03:31') },
      }),
    ),
    found(
      'review',
      'the challenge is a moment over 180 s old',
      checkIn({
        nowMs: at('09:06:30'),
        challenge: { issuedAtMs: at('09:03:30') - 1 },
        attempt: { phoneTimeMs: at('09:03:31') },
      }),
    ),
    absent('a proof 180 s after the capture', provenAt(at('08:52'), at('08:55'))),
    found('review', 'a proof a moment later', provenAt(at('08:52'), at('08:55') + 1)),
    found(
      'review',
      'a proof by a gateway whose clock is wrong',
      provenAt(at('08:52'), at('08:53'), {
        site: { gateway: { skewMs: 0, clockWrong: true } },
      }),
    ),
  ],
  CLOCK_DOUBTFUL: [
    found('review', 'moved by a moment over 180 s', phoneOff(200 * SECOND + 1)),
    absent('moved by 180 s', phoneOff(200 * SECOND)),
    found('review', 'before the challenge by more than 180 s', phoneOff(-180 * SECOND - 1)),
    absent(
      'wrong by hours, but known when the challenge was issued',
      checkIn({
        challenge: { clockOffsetMs: 3 * HOUR },
        attempt: { phoneTimeMs: CAPTURED - 3 * HOUR },
      }),
    ),
    found('review', 'the phone’s time is no number', checkIn({ attempt: { phoneTimeMs: Number.NaN } })),
  ],
  CHALLENGE_SUPERSEDED: [
    found(
      'note',
      'a newer challenge a moment before the capture',
      checkIn({ challenge: { nextIssuedAtMs: CAPTURED - 1 } }),
    ),
    absent('a newer challenge at the capture', checkIn({ challenge: { nextIssuedAtMs: CAPTURED } })),
  ],
  SLOT_UNKNOWN: [
    found('refuse', 'the day has no such slot', checkIn({ slot: null })),
    absent('the day has it', checkIn()),
    found('refuse', 'the rebuilt slot is another one', checkIn({ attempt: { slot: nameOf(slot({ span: 2 })) } })),
  ],
  OUTSIDE_WINDOW: [
    found('refuse', 'a moment after closing', checkIn({ nowMs: at('09:30') + SECOND + 1 })),
    absent('at closing', checkIn({ nowMs: at('09:30') + SECOND })),
    found('refuse', 'a moment before opening', checkIn({ nowMs: at('08:00') + SECOND - 1 })),
    absent('at opening', checkIn({ nowMs: at('08:00') + SECOND })),
    absent('captured in the window, received hours later', deferred(at('08:52'), at('22:00'))),
  ],
  TOO_LATE_FOR_DAY: [
    found('refuse', 'a moment after the day’s end', deferred(at('08:52'), at('24:00') + 1)),
    absent('at the day’s end', deferred(at('08:52'), at('24:00'))),
    found(
      'refuse',
      'after the closing of a long slot two days on',
      deferred(at('08:52'), at('10:01', '2026-11-20'), {
        slot: slot({ uploadUntilMs: at('10:00', '2026-11-20') }),
      }),
    ),
  ],
  DUPLICATE_SLOT: [
    found('refuse', 'an early one stands', early()),
    absent('an early one waits for approval', early({ outcome: 'pending' })),
    absent('an early one was refused', early({ outcome: 'refused' })),
    absent('the other span’s', early({ slot: { workDay: '2026-11-18', kind: 'early', span: 2 } })),
    absent('yesterday’s', early({ slot: { workDay: '2026-11-17', kind: 'early', span: 1 } })),
    found('refuse', 'a late one 60 s before', late(at('18:10'), at('18:11') + SECOND)),
    absent('a late one a moment over 60 s before: the later stands', late(at('18:10'), at('18:11') + SECOND + 1)),
    found('refuse', 'a late one that was captured after this one', late(at('18:10'), at('18:00'))),
    found(
      'refuse',
      'one stands since yesterday evening',
      checkIn({
        nowMs: at('00:10'),
        slot: lateSlot({ workDay: '2026-11-17', opensAtMs: at('17:00', '2026-11-17'), closesAtMs: at('02:00') }),
        facts: {
          dayAttempts: [
            dayAttempt({ slot: { workDay: '2026-11-17', kind: 'late', span: 1 }, capturedAtMs: at('00:09:30') }),
          ],
        },
      }),
    ),
    found(
      'refuse',
      'received the day after it was done',
      deferred(at('08:52'), at('00:30', '2026-11-19'), {
        slot: slot({ uploadUntilMs: at('10:00', '2026-11-19') }),
        facts: { dayAttempts: [dayAttempt()] },
      }),
    ),
  ],
  DUPLICATE_VISIT: [
    found('refuse', 'the same site 10 minutes ago', visit(10 * MINUTE)),
    absent('the same site a moment over 10 minutes ago', visit(10 * MINUTE + 1)),
    absent('another site 5 minutes ago', visit(5 * MINUTE, { siteId: 'site-other' })),
    absent('the same site, but it waits for approval', visit(5 * MINUTE, { outcome: 'pending' })),
    absent('the policy asks for 3 minutes', visit(5 * MINUTE, {}, { policy: { visitRepeatMinutes: 3 } })),
    found('refuse', 'out of range of the named site', visit(5 * MINUTE, {}, { attempt: { fix: fixOutside(5_000) } })),
    found(
      'refuse',
      'shortly after midnight',
      checkIn({
        nowMs: at('00:03', '2026-11-19'),
        slot: visitSlot({ closesAtMs: at('02:00', '2026-11-19'), uploadUntilMs: at('02:00', '2026-11-19') }),
        facts: { dayAttempts: [dayAttempt({ slot: nameOf(visitSlot()), capturedAtMs: at('23:58') })] },
      }),
    ),
  ],
} as const satisfies Record<string, Cases>
