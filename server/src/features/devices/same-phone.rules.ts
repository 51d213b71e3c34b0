import type { DeviceFacts } from '#contract/api'

/** Brand, platform and model are the same; the system may have been updated. A sign, no proof: thousands share a model. */
export function isSamePhone(one: DeviceFacts, other: DeviceFacts): boolean {
  return (
    same(one.brand, other.brand) &&
    same(one.platform, other.platform) &&
    same(modelIdentity(one.model), modelIdentity(other.model))
  )
}

function same(left: string, right: string): boolean {
  return left === right || left.trim().toLowerCase() === right.trim().toLowerCase()
}

/** iOS says `iPhone 15 Pro<iPhone16,1>`: the part in brackets is the model, the words before it vary. */
function modelIdentity(model: string): string {
  return /<([^<>]+)>/.exec(model)?.[1] ?? model
}
