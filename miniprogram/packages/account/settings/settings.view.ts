import type { IconName } from '../../../components/icon/icons'
import type { Permissions } from '../../../platform/platform'
import { texts } from '../../../texts/texts'

export interface PermissionRow {
  readonly icon: IconName
  readonly title: string
  readonly hint: string
  readonly state: string
  readonly isRefused: boolean
}

export interface SettingsView {
  readonly hasQuickCheckIn: boolean
  readonly permissions: readonly PermissionRow[]
  /** Location is off on the phone itself. */
  readonly service: string
}

const words = texts.settings

/** Pure. */
export function settingsView(permissions: Permissions, hasQuickCheckIn: boolean): SettingsView {
  const { location, camera, wecomLocation, wecomCamera, locationService } = permissions
  return {
    hasQuickCheckIn,
    permissions: [
      { icon: 'locate', title: words.location, hint: words.locationHint, ...stateOf(location, wecomLocation) },
      { icon: 'camera', title: words.camera, hint: words.cameraHint, ...stateOf(camera, wecomCamera) },
    ],
    service: locationService === false ? words.service : '',
  }
}

/** WeCom's own permission comes first: without it ours is worth nothing. */
function stateOf(own: boolean | null, wecom: boolean | null): Pick<PermissionRow, 'state' | 'isRefused'> {
  if (wecom === false) return { state: words.state.wecom, isRefused: true }
  if (own === null) return { state: words.state.notAsked, isRefused: false }
  return own ? { state: words.state.allowed, isRefused: false } : { state: words.state.refused, isRefused: true }
}
