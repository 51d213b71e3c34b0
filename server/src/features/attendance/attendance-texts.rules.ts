/** Words that stand in WeCom's own attendance. */
import type { SlotKind } from '#contract/work-day'

export const attendanceTexts = {
  noSite: '外勤签到',
  slot: { early: '早签到', visit: '拜访签到', late: '晚签到' } satisfies Record<SlotKind, string>,
  note: (slot: string, deferred: boolean) => `外勤签到：${slot}${deferred ? '，离线补传' : ''}`,
} as const
