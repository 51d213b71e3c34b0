import { z } from 'zod'
import { DEFAULT_POLICY, type Policy } from '#contract/policy'
import { SLOT_KINDS } from '#contract/work-day'
import type { RuleVersion, Shift } from '../../features/shifts/rule-book.rules'
import { dateToWorkDay } from './work-day'

const policyShape = {
  outOfRange: z.enum(['refuse', 'application', 'pending']),
  onReview: z.enum(['list', 'pending']),
  deviceFactsChanged: z.enum(['pending', 'refuse']),
  toleranceCapMetres: z.number().min(0).max(1_000),
  maxAccuracyMetres: z.number().positive().max(5_000),
  visitRepeatMinutes: z.int().min(0).max(1_440),
  consentGraceDays: z.int().min(0).max(90),
  unprovenCapturesFreeCount: z.int().min(0).max(1_000),
  unprovenCapturesWindowDays: z.int().min(1).max(90),
  photoFor: z.array(z.enum(SLOT_KINDS)),
  noteFor: z.array(z.enum(SLOT_KINDS)),
  visitRecordRequired: z.boolean(),
  wifiProof: z.enum(['bssid', 'gateway', 'both']).nullable(),
} satisfies { [Field in keyof Policy]: z.ZodType<Policy[Field]> }

const storedPolicySchema = z.strictObject(policyShape).partial()
const weekSchema = z.union([z.tuple([]), z.array(z.string().nullable()).length(7)])

interface VersionRow {
  readonly id: string
  readonly version: number
  readonly validFrom: Date
  readonly validUntil: Date | null
  readonly scheduleKind: string
  readonly weekJson: string
  readonly followsCalendar: boolean
  readonly policyJson: string
  readonly sites: readonly { readonly siteId: string }[]
}

/** @throws Error naming the rule version whose stored policy or week is not valid: nothing is judged by a guess. */
export function toRuleVersion(row: VersionRow): RuleVersion {
  const subject = `rule version ${row.id}`
  return {
    version: row.version,
    validFrom: dateToWorkDay(row.validFrom),
    validUntil: row.validUntil === null ? null : dateToWorkDay(row.validUntil),
    scheduleKind: oneOf(['weekly', 'roster', 'free'], row.scheduleKind, subject),
    week: parse(weekSchema, row.weekJson, `week of ${subject}`),
    followsCalendar: row.followsCalendar,
    policy: toPolicy(row.policyJson, subject),
    siteIds: row.sites.map((site) => site.siteId),
  }
}

/** The default policy with the fields that the version changes. */
export function toPolicy(policyJson: string, subject: string): Policy {
  const changes = Object.entries(parse(storedPolicySchema, policyJson, `policy of ${subject}`))
  return { ...DEFAULT_POLICY, ...Object.fromEntries(changes.filter(([, value]) => value !== undefined)) }
}

interface ShiftRow extends Omit<Shift, 'kind' | 'spans'> {
  readonly kind: string
  readonly spans: Shift['spans']
}

export function toShift({ id, name, kind, zone, requiredMinutes, spans }: ShiftRow): Shift {
  return { id, name, zone, requiredMinutes, spans, kind: oneOf(['fixed', 'flexible', 'free'], kind, `shift ${id}`) }
}

/** A stored string as one of the names that the code knows. */
export function oneOf<const Name extends string>(names: readonly Name[], value: string, subject: string): Name {
  const name = names.find((item) => item === value)
  if (name === undefined) throw new Error(`${subject}: "${value}" is none of ${names.join(', ')}`)
  return name
}

function parse<Value>(schema: z.ZodType<Value>, json: string, subject: string): Value {
  try {
    return schema.parse(JSON.parse(json))
  } catch (cause) {
    throw new Error(`The stored ${subject} is not valid`, { cause })
  }
}
