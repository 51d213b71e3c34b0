/** Which of its situations a change of phones is in, as this phone sees it. */
import type { DeviceFacts, DeviceReply, DeviceStanding } from '../../contract/api'
import type { ApprovalReply } from '../../contract/api-approvals'

export interface RebindFacts {
  /** The newest request; null: there is none. */
  readonly approval: ApprovalReply | null
  /** Of this phone. */
  readonly standing: DeviceStanding
  /** The person's phones; null: not known. */
  readonly devices: readonly DeviceReply[] | null
  readonly thisPhone: DeviceFacts
  /** The person wants to ask again after a request that came to nothing. */
  readonly wantsAnother: boolean
  readonly leaders: readonly string[]
  readonly nowMs: number
}

/**
 * `asking`: nothing waits; `new`, `old`, `elsewhere`: a request waits, and this phone is the new one, the one bound until
 * then, or neither; `ended`: what became of the last request; `bound`: no change is needed.
 */
export type RebindSituation = 'asking' | 'new' | 'old' | 'elsewhere' | 'ended' | 'bound'

/** Pure. */
export function situationOf({ approval, standing, wantsAnother }: RebindFacts): RebindSituation {
  const isBound = standing === 'bound'
  if (approval === null) return isBound ? 'bound' : 'asking'
  if (approval.status === 'pending') return isBound ? 'old' : standing === 'candidate' ? 'new' : 'elsewhere'
  // One that was approved says nothing about a phone that is not bound now.
  if (approval.status === 'approved') return isBound || standing === 'candidate' ? 'ended' : 'asking'
  if (isBound) return 'bound'
  return wantsAnother ? 'asking' : 'ended'
}

/** The phone that is bound now; null: none is, or it is not known. */
export function boundPhone({ devices }: RebindFacts): DeviceFacts | null {
  return devices?.find(({ state }) => state === 'active')?.facts ?? null
}

/** No phone is bound: HR stopped the old one. */
export function isOldPhoneStopped({ devices }: RebindFacts): boolean {
  return devices !== null && devices.every(({ state }) => state !== 'active')
}

/** Brand, model and platform are the same: the server's own sign of a handset that lost its key. */
export function isSameHandset(one: DeviceFacts, other: DeviceFacts): boolean {
  const said = ({ brand, model, platform }: DeviceFacts) =>
    [brand, model, platform].map((word) => word.trim().toLowerCase()).join('\n')
  return said(one) === said(other)
}
