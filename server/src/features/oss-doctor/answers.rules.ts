/** What the doctor's tries at a bucket of OSS come to. */

export type OssAnswer<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  /** `remedy`: what an administrator has to do, in Chinese; null where nobody knows. */
  | { readonly kind: 'refused'; readonly code: string; readonly remedy: string | null }
  /** `reason` holds no address and no secret. */
  | { readonly kind: 'unreachable'; readonly reason: string }

export interface BucketFacts {
  /** Without `oss-`. */
  readonly region: string
  /** `private`, `public-read`, `public-read-write`. */
  readonly acl: string
}

export interface CorsRule {
  readonly origins: readonly string[]
  readonly methods: readonly string[]
  readonly headers: readonly string[]
  readonly exposed: readonly string[]
  readonly maxAgeSeconds: number | null
}

export interface LifecycleRule {
  readonly id: string
  readonly prefix: string
  readonly isEnabled: boolean
  /** Null: it expires nothing, or not by age. */
  readonly expiresAfterDays: number | null
}

/** An answer over plain HTTP, without the key. */
export type WebAnswer =
  | { readonly kind: 'http'; readonly status: number; readonly code: string | null; readonly body: Uint8Array }
  | { readonly kind: 'unreachable'; readonly reason: string }
