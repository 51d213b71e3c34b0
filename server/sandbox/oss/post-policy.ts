import { byPolicy, OssRefusal } from './oss-refusal'

interface Policy {
  readonly expiration: string
  readonly conditions: readonly unknown[]
}

export interface JudgedForm {
  /** Value of a form field or of `bucket`; undefined: not given. */
  readonly valueOf: (name: string) => string | undefined
  readonly fieldNames: readonly string[]
  readonly byteLength: number
  readonly nowMs: number
}

const MUST_BE_BOUND = ['x-oss-signature-version', 'x-oss-credential', 'x-oss-date'] as const
const FREE = ['policy', 'x-oss-signature']

/** Holds a PostObject form to its policy: expiry, every condition, the V4 fields among them. @throws OssRefusal */
export function judgeByPolicy(policyBase64: string, form: JudgedForm): void {
  const { expiration, conditions } = readPolicy(policyBase64)
  const endsAtMs = Date.parse(expiration)
  if (Number.isNaN(endsAtMs)) throw invalid('Invalid expiration')
  if (form.nowMs >= endsAtMs) throw byPolicy('Policy expired.')
  const bound = new Set<string>()
  for (const condition of conditions) bound.add(judge(condition, form))
  const free = [...MUST_BE_BOUND, ...form.fieldNames.map((name) => name.toLowerCase())].filter(
    (name) => !bound.has(name) && !FREE.includes(name),
  )
  if (free.length > 0) throw byPolicy(`Extra input fields: ${free.join(', ')}`)
}

/** @returns the field that the condition is about, in lower case */
function judge(condition: unknown, form: JudgedForm): string {
  if (!Array.isArray(condition)) {
    const [[name, value] = [], ...more] = Object.entries(condition as Record<string, unknown>)
    if (name === undefined || typeof value !== 'string' || more.length > 0) throw invalid('Invalid condition')
    return hold(name, form, (given) => given === value, condition)
  }
  const [operator, subject, operand] = condition as readonly unknown[]
  if (operator === 'content-length-range') return judgeLength(subject, operand, form.byteLength)
  if (typeof subject !== 'string' || !subject.startsWith('$')) throw invalid('Invalid condition')
  return hold(subject.slice(1), form, testOf(operator, operand), condition)
}

function testOf(operator: unknown, operand: unknown): (given: string) => boolean {
  if (operator === 'eq' && typeof operand === 'string') return (given) => given === operand
  if (operator === 'starts-with' && typeof operand === 'string') return (given) => given.startsWith(operand)
  if (operator === 'in' && Array.isArray(operand)) return (given) => operand.includes(given)
  if (operator === 'not-in' && Array.isArray(operand)) return (given) => !operand.includes(given)
  throw invalid('Invalid operator')
}

function judgeLength(least: unknown, most: unknown, byteLength: number): string {
  if (typeof least !== 'number' || typeof most !== 'number' || least > most) throw invalid('Invalid range')
  if (byteLength > most)
    throw new OssRefusal('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.')
  if (byteLength < least) throw new OssRefusal('EntityTooSmall', 'Your proposed upload is smaller than allowed.')
  return 'content-length-range'
}

function hold(name: string, form: JudgedForm, test: (given: string) => boolean, condition: unknown): string {
  const given = form.valueOf(name)
  if (given === undefined || !test(given)) throw byPolicy(`Policy Condition failed: ${JSON.stringify(condition)}`)
  return name.toLowerCase()
}

function readPolicy(policyBase64: string): Policy {
  let policy: Partial<Policy>
  try {
    policy = JSON.parse(Buffer.from(policyBase64, 'base64').toString('utf8')) as Partial<Policy>
  } catch {
    throw invalid('Invalid JSON')
  }
  const { expiration, conditions } = policy
  if (typeof expiration !== 'string' || !Array.isArray(conditions)) throw invalid('Invalid document')
  return { expiration, conditions }
}

function invalid(why: string): OssRefusal {
  return new OssRefusal('InvalidPolicyDocument', `Invalid Policy: ${why}.`)
}
