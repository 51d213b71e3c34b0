import type { WifiTrouble } from '../../settings'
import { check, choose, group } from './fields'
import type { PaneParts } from './phone-pane'

const NONE = ''
const STRANGE = { ssid: 'ChinaNet-8F2A', bssid: '9c:28:f7:4a:8f:2a' }

const TROUBLES: readonly { readonly value: WifiTrouble; readonly text: string }[] = [
  { value: 'none', text: '正常' },
  { value: 'switched-off', text: 'Wi-Fi 关着（12005）' },
  { value: 'location-off', text: '定位关着，读不到 Wi-Fi（12006）' },
  { value: 'unreadable', text: '读不到名字（12010）' },
  { value: 'unsupported', text: '手机不支持（12001）' },
]

export function wifiGroup({ phone: { settings }, world }: PaneParts): HTMLElement {
  const { wifi, wifiTrouble, gatewayReachable } = settings.current
  const known = world.sites.flatMap((site) =>
    site.wifi.map(({ ssid, bssid }) => ({
      value: `${ssid} ${bssid}`,
      text: `${ssid}（…${bssid.slice(-5)}）`,
      group: site.name,
    })),
  )
  const networks = [
    { value: NONE, text: '没连' },
    ...known,
    { value: `${STRANGE.ssid} ${STRANGE.bssid}`, text: STRANGE.ssid, group: '别处的 Wi-Fi' },
  ]
  return group(
    'Wi-Fi',
    choose('连着', networks, wifi === null ? NONE : `${wifi.ssid} ${wifi.bssid}`, (value) => {
      const [ssid = '', bssid = ''] = value.split(' ')
      settings.change({ wifi: value === NONE ? null : { ssid, bssid } })
    }),
    choose('手机能否读到', TROUBLES, wifiTrouble, (value) => settings.change({ wifiTrouble: value as WifiTrouble })),
    check('签到鉴权服务器连得上', gatewayReachable, (value) => settings.change({ gatewayReachable: value })),
  )
}
