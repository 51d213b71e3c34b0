import { z } from 'zod'
import { OssError } from './oss-error'

const LENGTH = z.number().int().min(0)
const VALUES = z.array(z.string())
const CONDITION = z.union([
  z.record(z.string(), z.string()).refine((pair) => Object.keys(pair).length === 1),
  z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
  z.tuple([z.enum(['in', 'not-in']), z.string(), VALUES]),
  z.tuple([z.literal('content-length-range'), LENGTH, LENGTH]).refine(([, least, most]) => least <= most),
])
const POLICY = z.strictObject({
  expiration: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/),
  conditions: z.array(CONDITION).min(1).max(100),
})

export type PolicyCondition = z.output<typeof CONDITION>
export type PostPolicy = z.output<typeof POLICY>

/** The policy as the form carries it: base64 of JSON, which is also the string to sign. */
export function encodePolicy(policy: PostPolicy): string {
  return Buffer.from(JSON.stringify(policy)).toString('base64')
}

/** @throws OssError InvalidPolicyDocument */
export function decodePolicy(policyBase64: string): PostPolicy {
  const bytes = Buffer.from(policyBase64, 'base64')
  if (bytes.toString('base64') !== policyBase64) throw invalidPolicy('not base64')
  const parsed = POLICY.safeParse(parseJson(bytes))
  if (!parsed.success) throw invalidPolicy(`unexpected ${parsed.error.issues[0]?.path.join('.') || 'document'}`)
  return parsed.data
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw invalidPolicy('not JSON')
  }
}

function invalidPolicy(why: string): OssError {
  return new OssError('InvalidPolicyDocument', `Invalid Policy: ${why}.`)
}
