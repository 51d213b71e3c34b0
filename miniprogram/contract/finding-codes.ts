/**
 * Every finding that judging a check-in can yield: the check that notices it and its severity by default.
 * The order of the table is the order of the checks; the first finding of the worst severity names the decision.
 */

/** Worst first: `refuse` and `pending` decide the outcome, `review` is listed for HR, `note` explains. */
export const SEVERITIES = ['refuse', 'pending', 'review', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

export const CHECKS = ['employee', 'device', 'challenge', 'slot', 'duplicate', 'presence', 'evidence', 'risk'] as const
export type Check = (typeof CHECKS)[number]

interface FindingDefinition {
  readonly check: Check
  readonly severity: Severity
}

export const FINDINGS = {
  EMPLOYEE_INACTIVE: { check: 'employee', severity: 'refuse' },
  CONSENT_REQUIRED: { check: 'employee', severity: 'refuse' },

  DEVICE_NOT_BOUND: { check: 'device', severity: 'refuse' },
  DEVICE_REVOKED: { check: 'device', severity: 'refuse' },
  DEVICE_BOUND_TO_ANOTHER: { check: 'device', severity: 'refuse' },
  SIGNATURE_INVALID: { check: 'device', severity: 'refuse' },
  DEVICE_AWAITING_APPROVAL: { check: 'device', severity: 'pending' },
  CAPTURED_ON_OLD_PHONE: { check: 'device', severity: 'pending' },
  DEVICE_FACTS_CHANGED: { check: 'device', severity: 'pending' },
  SYSTEM_UPDATED: { check: 'device', severity: 'note' },

  CHALLENGE_UNKNOWN: { check: 'challenge', severity: 'refuse' },
  CHALLENGE_USED: { check: 'challenge', severity: 'refuse' },
  CHALLENGE_EXPIRED: { check: 'challenge', severity: 'refuse' },
  CAPTURE_TIME_UNPROVEN: { check: 'challenge', severity: 'review' },
  CLOCK_DOUBTFUL: { check: 'challenge', severity: 'review' },
  CHALLENGE_SUPERSEDED: { check: 'challenge', severity: 'note' },

  SLOT_UNKNOWN: { check: 'slot', severity: 'refuse' },
  OUTSIDE_WINDOW: { check: 'slot', severity: 'refuse' },
  TOO_LATE_FOR_DAY: { check: 'slot', severity: 'refuse' },

  DUPLICATE_SLOT: { check: 'duplicate', severity: 'refuse' },
  DUPLICATE_VISIT: { check: 'duplicate', severity: 'refuse' },

  OUT_OF_RANGE: { check: 'presence', severity: 'refuse' },
  LOCATION_MISSING: { check: 'presence', severity: 'refuse' },
  LOCATION_IMPRECISE: { check: 'presence', severity: 'refuse' },
  WIFI_NOT_ALLOWED: { check: 'presence', severity: 'refuse' },
  WIFI_UNREADABLE: { check: 'presence', severity: 'refuse' },
  PRESENCE_PROOF_MISSING: { check: 'presence', severity: 'refuse' },
  PRESENCE_PROOF_INVALID: { check: 'presence', severity: 'refuse' },

  PHOTO_REQUIRED: { check: 'evidence', severity: 'refuse' },
  PHOTO_NOT_UPLOADED: { check: 'evidence', severity: 'refuse' },
  PHOTO_MISMATCH: { check: 'evidence', severity: 'refuse' },
  PHOTO_STALE: { check: 'evidence', severity: 'refuse' },
  PHOTO_REUSED: { check: 'evidence', severity: 'refuse' },
  NOTE_REQUIRED: { check: 'evidence', severity: 'refuse' },
  VISIT_RECORD_REQUIRED: { check: 'evidence', severity: 'refuse' },
  PHOTO_AWAITED: { check: 'evidence', severity: 'pending' },

  SPEED_IMPOSSIBLE: { check: 'risk', severity: 'review' },
  COORDINATES_REPEATED: { check: 'risk', severity: 'note' },
  ACCURACY_CONSTANT: { check: 'risk', severity: 'note' },
  FENCE_CENTRE_EXACT: { check: 'risk', severity: 'review' },
  FIX_REPEATED: { check: 'risk', severity: 'note' },
  HANDSET_SHARED: { check: 'risk', severity: 'review' },
  WIFI_FAR_FROM_FIX: { check: 'risk', severity: 'review' },
  NETWORK_OF_OTHER_SITE: { check: 'risk', severity: 'note' },
  PHOTO_SIMILAR: { check: 'risk', severity: 'review' },
  GATEWAY_CLOCK_WRONG: { check: 'risk', severity: 'review' },
} as const satisfies Record<string, FindingDefinition>

export type FindingCode = keyof typeof FINDINGS

/** All codes in the order of the checks. */
export const FINDING_CODES = Object.keys(FINDINGS) as readonly FindingCode[]

/** What a decision is called: its leading finding, or that nothing stood against it. */
export type DecisionCode = FindingCode | 'ACCEPTED'
