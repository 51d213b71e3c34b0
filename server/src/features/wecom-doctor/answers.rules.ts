/** What a try of the doctor's came to. */

export type ProbeAnswer =
  | { readonly kind: 'ok' }
  /** `remedy`: what an administrator has to do, in Chinese; null where nobody knows. */
  | { readonly kind: 'refused'; readonly errcode: number; readonly remedy: string | null }
  /** `reason` holds no address and no secret. */
  | { readonly kind: 'unreachable'; readonly reason: string }

export type OwnAnswer =
  | { readonly kind: 'ok'; readonly tookMs: number }
  | { readonly kind: 'other_text' }
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly reason: string }
