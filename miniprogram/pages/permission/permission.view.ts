/** What a refused permission is for, and exactly where to allow it: pure. */
import type { Permissions } from '../../platform/platform'
import { texts } from '../../texts/texts'

/** `precise`: located, but only roughly, because 「精确位置」 is off. */
export type PermissionNeed = 'location' | 'camera' | 'wecom_location' | 'precise'

const NEEDS: readonly string[] = ['location', 'camera', 'wecom_location', 'precise'] satisfies PermissionNeed[]

export interface PermissionView {
  readonly title: string
  readonly why: string
  readonly steps: readonly { readonly number: number; readonly text: string }[]
  readonly without: readonly string[]
  /** Whether the mini-program's own settings help; else only the phone's do. */
  readonly opensSettings: boolean
  /** Said where they do not. */
  readonly note: string
  readonly action: string
}

/** Any other word is taken for the place. */
export function needOf(what: string): PermissionNeed {
  return NEEDS.includes(what) ? (what as PermissionNeed) : 'location'
}

/** @param permissions null before they are known */
export function permissionView(
  need: PermissionNeed,
  permissions: Permissions | null,
  phonePlatform: string,
): PermissionView {
  const words = texts.permission
  const isCamera = need === 'camera'
  const part = need === 'precise' ? words.precise : isCamera ? words.camera : words.location
  const isSystems = systemHolds(need, permissions)
  const systemTitle = isCamera ? words.wecomCamera : words.wecomLocation
  return {
    title: isSystems && need !== 'precise' ? systemTitle : part.title,
    why: part.why,
    steps: stepsOf(need, isSystems, phonePlatform).map((text, index) => ({ number: index + 1, text })),
    without: part.without,
    opensSettings: !isSystems,
    note: isSystems ? words.systemNote : '',
    action: isSystems ? words.back : words.open,
  }
}

/** Whether nothing that can be asked stands in the way any more. */
export function isGranted(need: PermissionNeed, permissions: Permissions): boolean {
  const { location, camera, wecomLocation, wecomCamera, locationService } = permissions
  if (need === 'camera') return camera === true && wecomCamera !== false
  // Whether the place is exact, only a fix tells: the person goes back by hand.
  if (need === 'precise') return false
  if (need === 'wecom_location') return wecomLocation === true && locationService !== false
  return location === true && wecomLocation !== false && locationService !== false
}

/** What the mini-program was allowed already, the phone's system keeps back. */
function systemHolds(need: PermissionNeed, permissions: Permissions | null): boolean {
  if (need === 'wecom_location' || need === 'precise') return true
  if (permissions === null) return false
  return need === 'camera' ? permissions.camera === true : permissions.location === true
}

function stepsOf(need: PermissionNeed, isSystems: boolean, phonePlatform: string): readonly string[] {
  const { steps } = texts.permission
  const isIos = phonePlatform === 'ios'
  const isCamera = need === 'camera'
  if (need === 'precise') return isIos ? steps.preciseIos : steps.preciseAndroid
  if (!isSystems) return isCamera ? steps.cameraMini : steps.locationMini
  if (isCamera) return isIos ? steps.cameraIos : steps.cameraAndroid
  return isIos ? steps.locationIos : steps.locationAndroid
}
