import type { NetworkType } from '../../contract/place'
import { SLOT_NAMES } from '../../contract/shown-words'
import type { SlotKind } from '../../contract/work-day'
import type { CameraProblem, LocationProblem, LoginProblem, WifiProblem } from '../../platform/platform'
import type { ProofProblem } from '../../services/presence'

/** Words that several pages share. */
export const commonTexts = {
  slotName: SLOT_NAMES.zh,

  slotShort: { early: '早', visit: '日间', late: '晚' } satisfies Record<SlotKind, string>,

  networkName: {
    wifi: 'Wi-Fi',
    '2g': '2G',
    '3g': '3G',
    '4g': '4G',
    '5g': '5G',
    ethernet: '有线网络',
    none: '没有网络',
    unknown: '网络未知',
  } satisfies Record<NetworkType, string>,

  proofProblem: {
    unreachable: '内网验证没有回应',
    not_allowed: '不在办公网里，关掉 VPN 再试',
    refused: '内网验证没通过',
  } satisfies Record<ProofProblem, string>,

  wifiProblem: {
    switched_off: 'Wi-Fi 关着',
    location_needed: '打开手机定位才能读 Wi-Fi',
    refused: '没有读 Wi-Fi 的权限',
    not_connected: '没连 Wi-Fi',
    unsupported: '这部手机读不了 Wi-Fi',
    system: '手机没读到 Wi-Fi，重开 Wi-Fi 试试',
    timeout: '读 Wi-Fi 超时',
    failed: '没读到 Wi-Fi',
  } satisfies Record<WifiProblem, string>,

  locationProblem: {
    refused: '没有定位权限',
    wecom_refused: '企业微信没有定位权限',
    switched_off: '手机定位关着',
    timeout: '定位超时',
    too_often: '定位太频繁，过半分钟再试',
    unsupported: '企业微信版本太旧，不能定位',
    failed: '没读到位置',
  } satisfies Record<LocationProblem, string>,

  cameraProblem: {
    cancelled: '没有拍照',
    refused: '没有相机权限，到设置里打开「摄像头」',
    unsupported: '这部手机不能在小程序里拍照',
    failed: '没拍成，再拍一次',
    full: '手机存满了，清理后再拍',
    too_large: '照片太大，再拍一张',
  } satisfies Record<CameraProblem | 'full' | 'too_large', string>,

  loginProblem: {
    outside_wecom: '请在企业微信里打开',
    timeout: '企业微信没有响应',
    failed: '企业微信没有响应',
  } satisfies Record<LoginProblem, string>,

  directions: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'],

  outcome: {
    accepted: '已通过',
    pending: '待审批',
    refused: '未通过',
    superseded: '不计',
    late: (minutes: number) => `迟到 ${minutes} 分`,
    onTime: '准时',
    field: '外勤',
    deferred: '离线',
  },
} as const
