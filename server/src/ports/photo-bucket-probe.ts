/** A bucket of OSS seen from its administrator's side, for whoever sets an installation up. */
import type { BucketFacts, CorsRule, LifecycleRule, OssAnswer, WebAnswer } from '../features/oss-doctor/answers.rules'
import type { SignedUpload } from './photo-store'

export type { BucketFacts, CorsRule, LifecycleRule, OssAnswer, WebAnswer }

export interface PhotoBucketProbe {
  /** OSS's clock minus ours; null: no answer, or none with a time. */
  clockAheadMs(): Promise<number | null>
  facts(): Promise<OssAnswer<BucketFacts>>
  versioning(): Promise<OssAnswer<'off' | 'enabled' | 'suspended'>>
  /** The algorithm by which the bucket encrypts what names none; null: it does not. */
  encryption(): Promise<OssAnswer<string | null>>
  cors(): Promise<OssAnswer<readonly CorsRule[]>>
  /** Replaces every rule. */
  setCors(rules: readonly CorsRule[]): Promise<OssAnswer<null>>
  lifecycle(): Promise<OssAnswer<readonly LifecycleRule[]>>
  /** Replaces every rule. */
  setLifecycle(rules: readonly LifecycleRule[]): Promise<OssAnswer<null>>
  /** As a browser does, without the key. */
  fetch(url: string): Promise<WebAnswer>
  /** As a phone does: a ticket's fields, then the file. */
  send(upload: SignedUpload, bytes: Uint8Array): Promise<WebAnswer>
}
