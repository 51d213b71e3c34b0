/** One's own records. */
export const recordsTexts = {
  records: {
    empty: '还没有签到记录',
    failed: '记录暂时打不开，签到不受影响',
    retry: '重试',
    more: '看更早的',
    all: '没有更早的了',
  },
} as const
