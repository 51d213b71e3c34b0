import type { PhoneSettings } from '../../settings'
import { check, choose, group, number } from './fields'
import type { PaneParts } from './phone-pane'

const MINUTE_MS = 60_000

const CELLULAR: readonly { readonly value: PhoneSettings['cellular']; readonly text: string }[] = [
  { value: '5g', text: '5G' },
  { value: '4g', text: '4G' },
  { value: '3g', text: '3G' },
  { value: '2g', text: '2G' },
  { value: 'none', text: '没有信号' },
]

export function networkGroup({ phone: { settings } }: PaneParts): HTMLElement {
  const { cellular, offline, slow, uploadsFail, clockOffsetMs } = settings.current
  return group(
    '网络和时钟',
    choose('移动网络', CELLULAR, cellular, (value) =>
      settings.change({ cellular: value as PhoneSettings['cellular'] }),
    ),
    check('离线（飞行模式）', offline, (value) => settings.change({ offline: value })),
    check('网络慢，每次多等 3 秒', slow, (value) => settings.change({ slow: value })),
    check('照片传不上去', uploadsFail, (value) => settings.change({ uploadsFail: value })),
    number('手机时钟快多少分钟，慢填负数', clockOffsetMs / MINUTE_MS, 1, (minutes) =>
      settings.change({ clockOffsetMs: Math.round(minutes * MINUTE_MS) }),
    ),
  )
}
