import { NOTICE_EVENTS, noticesOf, sensibleTimeMs, type NoticeDraft } from './notice.rules'

const AT_MS = Date.UTC(2026, 10, 18, 1, 12)
const of = (type: string, payload: Readonly<Record<string, unknown>>): readonly NoticeDraft[] =>
  noticesOf({ id: 'event-1', type, createdAtMs: AT_MS, payload })
const facts = { employeeId: 'e', brand: 'HUAWEI', model: 'Mate 60' }

describe('who is told what', () => {
  const self = (kind: string, detail: object, isUrgent: boolean) => ({
    ...{ to: 'self', employeeId: 'e', kind, isUrgent },
    detail: { ...detail, atMs: AT_MS },
  })
  it.each([
    ['approval.decided', { employeeId: 'e', approvalId: 'a' }, [self('approval_closed', { approvalId: 'a' }, true)]],
    ['approval.expired', { employeeId: 'e', approvalId: 'a' }, [self('approval_closed', { approvalId: 'a' }, true)]],
    ['approval.expired', { employeeId: 'e', approvalId: 'a', effect: 'SUBJECT_SETTLED' }, []],
    ['approval.withdrawn', { employeeId: 'e', approvalId: 'a' }, []],
    ['device.bound', facts, [self('phone_bound', { brand: 'HUAWEI', model: 'Mate 60' }, true)]],
    [
      'device.bound',
      { ...facts, first: true },
      [
        self('phone_bound', { brand: 'HUAWEI', model: 'Mate 60' }, true),
        {
          ...self('phone_bound_of_report', { brand: 'HUAWEI', model: 'Mate 60', employeeId: 'e' }, false),
          to: 'leaders',
        },
      ],
    ],
    ['device.bound', { ...facts, by: 'rebind' }, []],
    ['device.revoked', { employeeId: 'e' }, [self('phone_unbound', {}, true)]],
    ['device.revoked', { employeeId: 'e', by: 'rebind' }, []],
    [
      'check_in.redecided',
      { employeeId: 'e', attemptId: 'a', slotKind: 'early', outcome: 'refused', cause: 'photos' },
      [self('check_in_refused_later', { attemptId: 'a', slotKind: 'early' }, false)],
    ],
    ['check_in.redecided', { employeeId: 'e', attemptId: 'a', outcome: 'refused', cause: 'approval' }, []],
    ['check_in.redecided', { employeeId: 'e', attemptId: 'a', outcome: 'accepted', cause: 'photos' }, []],
    ['feedback.answered', { employeeId: 'e' }, [self('fault_answered', {}, false)]],
    ['feedback.answered', {}, []],
    ['session.opened', { employeeId: 'e' }, []],
  ])('%s %j', (type, payload, expected) => {
    expect(of(type, payload)).toEqual(expected)
  })

  it('listens to exactly the events that tell something', () => {
    const types = ['approval.decided', 'approval.expired', 'device.bound', 'device.revoked', 'check_in.redecided']
    expect([...NOTICE_EVENTS].sort()).toEqual([...types, 'feedback.answered'].sort())
  })

  it('keeps nothing that somebody wrote', () => {
    const payload = { ...facts, approvalId: 'a', comment: '秘密', reason: '秘密', text: '秘密', outcome: 'refused' }
    for (const type of NOTICE_EVENTS)
      expect(JSON.stringify(of(type, { ...payload, cause: 'photos' }))).not.toContain('秘密')
  })
})

describe('a decent hour', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-18T07:59:59+08:00', '2026-11-18T08:00:00+08:00'],
    ['Asia/Shanghai', '2026-11-18T08:00:00+08:00', '2026-11-18T08:00:00+08:00'],
    ['Asia/Shanghai', '2026-11-18T20:59:59+08:00', '2026-11-18T20:59:59+08:00'],
    ['Asia/Shanghai', '2026-11-18T21:00:00+08:00', '2026-11-19T08:00:00+08:00'],
    ['Asia/Shanghai', '2026-12-31T23:59:59+08:00', '2027-01-01T08:00:00+08:00'],
    ['Europe/Berlin', '2026-11-18T07:59:00+01:00', '2026-11-18T08:00:00+01:00'],
    ['Europe/Berlin', '2026-11-18T12:00:00+01:00', '2026-11-18T12:00:00+01:00'],
    // The clocks go forward and back in the night in between.
    ['Europe/Berlin', '2026-03-28T22:00:00+01:00', '2026-03-29T08:00:00+02:00'],
    ['Europe/Berlin', '2026-10-24T22:00:00+02:00', '2026-10-25T08:00:00+01:00'],
  ])('%s, %s', (zone, now, expected) => {
    expect(new Date(sensibleTimeMs(Date.parse(now), zone)).toISOString()).toBe(new Date(expected).toISOString())
  })
})
