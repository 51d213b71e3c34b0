import type { PreviewWorld } from '../../settings'
import type { RunningPhone } from '../boot'
import { element } from '../screen/screen'
import '../window'
import { networkGroup } from './network-group'
import { deviceGroup, permissionGroup } from './device-groups'
import { personGroup } from './person-group'
import { placeGroup } from './place-group'
import { wifiGroup } from './wifi-group'

export interface PaneParts {
  readonly phone: RunningPhone
  readonly world: PreviewWorld
  /** Starts the mini-program anew, as after it was killed. */
  readonly restart: () => void
}

/** One phone in its frame, with its own panel. */
export function createPhonePane(number: string, world: PreviewWorld): HTMLElement {
  const pane = element('section', 'pane')
  pane.setAttribute('aria-label', `手机 ${number}`)
  const frame = element('iframe', 'frame')
  frame.title = `手机 ${number} 的屏幕`
  frame.src = `/preview/phone?phone=${number}`
  const panel = element('div', 'panel')
  pane.append(frame, panel)
  // Until the next phone is there, what is set would be set on the one that ends.
  const restart = () => {
    panel.inert = true
    frame.contentWindow?.location.reload()
  }
  frame.addEventListener('load', () => {
    const screen = frame.contentWindow
    if (screen === null) return
    const show = () => {
      if (screen.runningPhone === undefined) return
      fill(panel, { phone: screen.runningPhone, world, restart })
      panel.inert = false
    }
    screen.addEventListener('phoneready', show)
    show()
  })
  return pane
}

function fill(panel: HTMLElement, parts: PaneParts): void {
  const paint = () =>
    panel.replaceChildren(
      personGroup(parts),
      placeGroup(parts),
      wifiGroup(parts),
      networkGroup(parts),
      permissionGroup(parts),
      deviceGroup(parts),
    )
  paint()
  // What the phone itself changes: an answered question about a permission.
  parts.phone.settings.watch((now, before) => {
    if (now.permissions !== before.permissions) paint()
  })
}
