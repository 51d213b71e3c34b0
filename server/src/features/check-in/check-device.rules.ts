/** Check 2: the employee's own active key, a signature over the exact bytes received, and the phone it was bound on. */
import type { Finding, FindingCode } from '#contract/decision'
import { isSamePhone } from '../devices/same-phone.rules'
import type { CheckInFacts, DeviceKeyFacts } from './check-in-facts.rules'
import { checked, finding, localTime, type CheckOutput, type Judging } from './judging.rules'

type DeviceJudging = Pick<Judging, 'facts' | 'attempt' | 'capture' | 'receivedAtMs'>

export function checkDevice(judging: DeviceJudging): CheckOutput {
  const { device } = judging.facts
  const { brand, model, platform, system } = judging.attempt.device
  const asked = { activeModel: device.activeModel }
  const refusal = refusalOf(judging)
  const findings: Finding[] =
    refusal !== null
      ? [finding(refusal, asked, { brand, model, ...refusalCase(refusal, device, judging) })]
      : [...standingOf(judging), ...comparePhone(judging)]
  return checked('device', findings, asked, { brand, model, platform, system, signature: device.signature })
}

/** A signature counts only by a key that is known: nothing else was verified against anything. */
export function hasVerifiedSignature({ device }: Pick<CheckInFacts, 'device'>): boolean {
  return device.signature === 'valid' && device.state !== 'unknown' && device.owner !== 'nobody'
}

/** Captured by a key that was not bound yet: such attempts are held until the rebind is decided, and need a photo. */
export function isCapturedAsCandidate({ facts, capture }: Pick<Judging, 'facts' | 'capture'>): boolean {
  const { state, boundAtMs } = facts.device
  return state === 'candidate' || (state === 'active' && (boundAtMs === null || capture.capturedAtMs < boundAtMs))
}

function refusalOf(judging: DeviceJudging): FindingCode | null {
  const { device } = judging.facts
  if (device.owner === 'other') return 'DEVICE_BOUND_TO_ANOTHER'
  if (device.owner === 'nobody' || device.state === 'unknown') return 'DEVICE_NOT_BOUND'
  if (device.state === 'revoked') return isCapturedOnOldPhone(judging) ? null : 'DEVICE_REVOKED'
  if (device.signature === 'valid') return null
  return device.state === 'active' ? 'SIGNATURE_INVALID' : 'DEVICE_NOT_BOUND'
}

function refusalCase(code: FindingCode, device: DeviceKeyFacts, judging: DeviceJudging): Finding['seen'] {
  if (code === 'DEVICE_NOT_BOUND' && device.activeModel === null) return { case: 'none_bound' }
  if (code !== 'DEVICE_REVOKED') return {}
  return device.revokedAtMs === null ? { case: 'undated' } : { revokedAt: localTime(judging, device.revokedAtMs) }
}

/** Before the change of phones by the server's bounds, and received on the same work day. */
function isCapturedOnOldPhone({ facts, capture, receivedAtMs }: DeviceJudging): boolean {
  const { signature, revokedAtMs, replacedAtMs } = facts.device
  const { slot } = facts.rule
  if (signature !== 'valid' || revokedAtMs === null || replacedAtMs === null || slot === null) return false
  const ownChallenge = facts.challenge !== null && facts.challenge.issuedToThisKey
  return (
    ownChallenge && capture.capturedAtMs < Math.min(revokedAtMs, replacedAtMs) && receivedAtMs <= slot.uploadUntilMs
  )
}

function standingOf(judging: DeviceJudging): Finding[] {
  const { device } = judging.facts
  const { model } = judging.attempt.device
  if (device.state === 'candidate') {
    const seen = { model, ...(device.activeModel === null ? { case: 'none_bound' } : {}) }
    return [finding('DEVICE_AWAITING_APPROVAL', { activeModel: device.activeModel }, seen)]
  }
  if (device.state !== 'revoked' || device.replacedAtMs === null) return []
  const replacedAt = localTime(judging, device.replacedAtMs)
  const capturedAt = localTime(judging, judging.capture.capturedAtMs)
  return [finding('CAPTURED_ON_OLD_PHONE', { replacedAt }, { model, capturedAt })]
}

function comparePhone({ facts, attempt }: DeviceJudging): Finding[] {
  const { boundFacts } = facts.device
  const seen = attempt.device
  if (boundFacts === null || !isSamePhone(boundFacts, seen)) {
    const asked = { boundBrand: boundFacts?.brand ?? null, boundModel: boundFacts?.model ?? null }
    const severity = facts.rule.policy.deviceFactsChanged === 'refuse' ? 'refuse' : 'pending'
    const { brand, model, platform } = seen
    const unknown = boundFacts === null ? { case: 'unknown' } : {}
    return [finding('DEVICE_FACTS_CHANGED', asked, { brand, model, platform, ...unknown }, severity)]
  }
  if (!isNewerSystem(boundFacts.system, seen.system)) return []
  return [finding('SYSTEM_UPDATED', { boundSystem: boundFacts.system }, { system: seen.system })]
}

/** A higher version, or another system on the same phone (Android to HarmonyOS). */
function isNewerSystem(bound: string, seen: string): boolean {
  if (bound === seen) return false
  const [boundName, boundVersion] = splitSystem(bound)
  const [seenName, seenVersion] = splitSystem(seen)
  if (boundName !== seenName) return true
  for (let index = 0; index < Math.max(boundVersion.length, seenVersion.length); index++) {
    const step = (seenVersion[index] ?? 0) - (boundVersion[index] ?? 0)
    if (step !== 0) return step > 0
  }
  return false
}

function splitSystem(system: string): [name: string, version: number[]] {
  return [(/^[^\d]*/.exec(system)?.[0] ?? '').trim().toLowerCase(), (system.match(/\d+/g) ?? []).map(Number)]
}
