import type { DeviceFacts, Sha256Hex } from '#contract/api'
import type { Coordinates } from '#contract/place'
import type { WorkDay } from '#contract/work-day'
import type {
  Attempt,
  ChallengeFacts,
  DayAttempt,
  Decision,
  DeviceKeyFacts,
  EmployeeFacts,
  PhotoFacts,
  RiskFacts,
} from '../features/check-in/check-in-facts.rules'
import type { NewChallenge } from '../features/context/challenge.rules'
import type { PersonSchedule, RuleBook } from '../features/shifts/rule-book.rules'
import type { Trail } from './trail'

/** What names the facts of one attempt. */
export interface CheckInQuery {
  readonly employeeId: string
  readonly keyThumbprint: Sha256Hex
  readonly challengeId: string
  readonly challengePosition: number
  readonly requestId: string
  readonly workDay: WorkDay
  readonly coordinates: Coordinates | null
  readonly deviceFacts: DeviceFacts
  readonly networkAddress: string
  readonly photoHashes: readonly Sha256Hex[]
  readonly receivedAtMs: number
}

/** A planned site of the work day; in force at an instant between creation and cancellation. */
export interface PlannedSite {
  readonly siteId: string
  readonly createdAtMs: number
  readonly cancelledAtMs: number | null
}

/** The facts that rest on the database alone; rules, sites, signature and proof are added by the use case. */
export interface LoadedCheckIn {
  readonly employee: EmployeeFacts
  /** Raw Ed25519 public key, base64url; null for an unknown key. */
  readonly publicKey: string | null
  readonly device: Omit<DeviceKeyFacts, 'signature'>
  readonly challenge: ChallengeFacts | null
  /** The attempt that this key and request id were used for. */
  readonly repeat: StoredReply | null
  readonly judgedLastHour: number
  /** Refused attempts on the named work day, by whichever phone. */
  readonly refusedOfDay: number
  readonly day: DayRow
  readonly dayAttempts: readonly DayAttempt[]
  readonly plans: readonly PlannedSite[]
  readonly risk: RiskFacts
  readonly photos: readonly PhotoFacts[]
  readonly unprovenCapturesAtMs: readonly number[]
  readonly outages: readonly { readonly fromMs: number; readonly untilMs: number }[]
}

export interface StoredReply {
  readonly attemptId: string
  readonly employeeId: string
  readonly bodyHash: Sha256Hex
  readonly replyJson: string
}

/** Version 0 and no zone: the day has no row yet. */
export interface DayRow {
  readonly version: number
  readonly zone: string | null
}

/** Everything one judged attempt writes. */
export interface CheckInWrite {
  readonly attemptId: string
  readonly employeeId: string
  readonly sessionId: string
  readonly keyThumbprint: Sha256Hex
  /** The signature fits the public key of a known device, whoever it belongs to. */
  readonly signatureVerified: boolean
  readonly bodyHash: Sha256Hex
  readonly receivedAtMs: number
  readonly networkAddress: string
  readonly clientVersion: string
  readonly attempt: Attempt
  readonly decision: Decision
  readonly rule: { readonly ruleId: string; readonly version: number } | null
  readonly zone: string
  /** The version that the decision rests on: the commit holds only if it is still the day's. */
  readonly dayVersion: number
  readonly replyJson: string
  readonly challenge: NewChallenge | null
  readonly trail: Trail
}

export interface CheckInStore {
  /** Loads in groups: the same few queries for one attempt and for 64. */
  load(query: CheckInQuery): Promise<LoadedCheckIn>
  /**
   * One transaction for the whole group; a conflict rolls it back and its members are committed singly.
   * `conflict`: somebody else changed the day, the same request id or challenge position came in, or a change of phones
   * that the attempt waits for was decided; load and decide again.
   */
  commit(write: CheckInWrite): Promise<'committed' | 'conflict'>
}

/** The rule tables for one check-in; loads in groups like the rest. */
export interface CheckInRules {
  /** @throws AppError EMPLOYEE_UNKNOWN */
  load(query: RulesQuery): Promise<{ readonly book: RuleBook; readonly person: PersonSchedule }>
}

export interface RulesQuery {
  readonly employeeId: string
  readonly fromDay: WorkDay
  readonly toDay: WorkDay
}
