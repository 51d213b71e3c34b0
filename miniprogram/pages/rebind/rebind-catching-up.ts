/** What this phone does by itself about a change of phones when its page is opened. */
import type { DeviceReply } from '../../contract/api'
import type { ApprovalReply } from '../../contract/api-approvals'
import { platform, services } from '../../services/app'
import { isSameHandset } from './rebind-situation'

/** Takes in what was decided or lost on the way since this phone last heard of it. @returns the request as it stands now */
export async function caughtUp(approval: ApprovalReply | null): Promise<ApprovalReply | null> {
  const device = (await services.session.current())?.device
  if (approval === null) return null
  if (approval.status !== 'pending') {
    if (device === 'candidate') await services.entry.reenter()
    return approval
  }
  const isUnbound = device === 'none' || device === 'other_bound'
  const isFromHere = approval.subject.kind === 'rebind' && isSameHandset(approval.subject.newPhone, platform.device)
  if (!isUnbound || !isFromHere) return approval
  const resumed = await services.rebind.resume(approval)
  return resumed.ok ? resumed.value : approval
}

/** HR stopped the old phone and nothing waits: this one binds without anybody's approval. */
export async function bindWhereFree({
  approval,
  devices,
}: {
  readonly approval: ApprovalReply | null
  readonly devices: readonly DeviceReply[] | null
}): Promise<void> {
  const device = (await services.session.current())?.device
  const isFree = devices !== null && devices.every(({ state }) => state === 'revoked')
  if (isFree && device !== 'bound' && approval?.status !== 'pending') await services.entry.reenter()
}
