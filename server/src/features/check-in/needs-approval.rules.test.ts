import type { Finding, FindingCode, Outcome, Severity } from '#contract/decision'
import { findingsOfRequest, needsApproval } from './needs-approval.rules'

const found = (code: FindingCode, severity: Severity, seen: Finding['seen'] = {}): Finding => ({
  ...{ code, severity, seen },
  asked: {},
})

it.each<[string, Outcome, readonly Finding[], boolean]>([
  ['out of range, for an application', 'pending', [found('OUT_OF_RANGE', 'pending')], true],
  ['a changed phone', 'pending', [found('DEVICE_FACTS_CHANGED', 'pending')], true],
  ['a photo that failed later', 'pending', [found('PHOTO_MISMATCH', 'pending')], true],
  ['a photo still to come', 'pending', [found('PHOTO_AWAITED', 'pending')], false],
  ['a change of phones', 'pending', [found('DEVICE_AWAITING_APPROVAL', 'pending')], false],
  ['both, beside a note', 'pending', [found('PHOTO_AWAITED', 'pending'), found('FIX_REPEATED', 'note')], false],
  ['out of range and a photo', 'pending', [found('OUT_OF_RANGE', 'pending'), found('PHOTO_AWAITED', 'pending')], true],
  [
    'approved, the photo still to come',
    'pending',
    [found('OUT_OF_RANGE', 'note', { approval: 'approved' }), found('PHOTO_AWAITED', 'pending')],
    false,
  ],
  ['refused', 'refused', [found('OUT_OF_RANGE', 'pending'), found('PHOTO_NOT_UPLOADED', 'refuse')], false],
  ['superseded', 'superseded', [found('OUT_OF_RANGE', 'pending')], false],
  ['accepted', 'accepted', [], false],
])('%s', (_name, outcome, findings, expected) => expect(needsApproval({ outcome, findings })).toBe(expected))

it('a request is about what waits, and afterwards about what was decided', () => {
  const findings = [
    found('OUT_OF_RANGE', 'pending'),
    found('CAPTURE_TIME_UNPROVEN', 'refuse', { approval: 'rejected' }),
    found('DEVICE_AWAITING_APPROVAL', 'note', { approval: 'approved' }),
    found('PHOTO_AWAITED', 'pending'),
    found('SPEED_IMPOSSIBLE', 'review'),
  ]
  expect(findingsOfRequest(findings).map(({ code }) => code)).toEqual(['OUT_OF_RANGE', 'CAPTURE_TIME_UNPROVEN'])
})
