/** Words for things that phone, cards, messages and explanations all name: the same everywhere. */
import type { DeviceFacts } from './api'
import type { SlotKind } from './work-day'

export const SLOT_NAMES = {
  zh: { early: '早签到', visit: '拜访签到', late: '晚签到' },
  en: { early: 'Early check-in', visit: 'Visit check-in', late: 'Late check-in' },
} as const satisfies Record<'zh' | 'en', Record<SlotKind, string>>

/** `HUAWEI Mate 60`; a brand that stands in the model already is not said twice. */
export function phoneName({ brand, model }: Pick<DeviceFacts, 'brand' | 'model'>): string {
  return model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${brand} ${model}`.trim()
}

/** `11月21日 09:12`. @param iso with offset; on the clock that the time was given in */
export function dayAndTime(iso: string): string {
  return `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日 ${iso.slice(11, 16)}`
}
