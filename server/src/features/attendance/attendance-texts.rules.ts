/** Words that stand in WeCom's own attendance. */
export const attendanceTexts = {
  noSite: '外勤签到',
  note: (slot: string, deferred: boolean) => `外勤签到：${slot}${deferred ? '，离线补传' : ''}`,
} as const
