import type { CalendarSeed } from './builders'

type Day = NonNullable<CalendarSeed['days']>[number]

/** Public holidays and make-up workdays of 2026, from the notice of the State Council's General Office (国办) of 4 Nov 2025. */
export const CALENDAR_2026: CalendarSeed = {
  year: 2026,
  publishedAt: new Date('2025-11-04T00:00:00+08:00'),
  source: '国务院办公厅关于 2026 年部分节假日安排的通知（2025 年 11 月 4 日）',
  days: [
    ...holiday('元旦', '2026-01-01', 3, ['2026-01-04']),
    ...holiday('春节', '2026-02-15', 9, ['2026-02-14', '2026-02-28']),
    ...holiday('清明节', '2026-04-04', 3),
    ...holiday('劳动节', '2026-05-01', 5, ['2026-05-09']),
    ...holiday('端午节', '2026-06-19', 3),
    ...holiday('中秋节', '2026-09-25', 3),
    ...holiday('国庆节', '2026-10-01', 7, ['2026-09-20', '2026-10-10']),
  ],
}

/** The notice of 2027 is not in the data: the year is there, and says so. */
export const CALENDAR_2027: CalendarSeed = { year: 2027, publishedAt: null }

function holiday(name: string, firstDay: string, dayCount: number, makeUpDays: readonly string[] = []): Day[] {
  const firstMs = Date.parse(`${firstDay}T00:00:00Z`)
  const days = Array.from({ length: dayCount }, (_unused, index) => new Date(firstMs + index * 86_400_000))
  return [
    ...days.map((day): Day => ({ day: day.toISOString().slice(0, 10), kind: 'holiday', name })),
    ...makeUpDays.map((day): Day => ({ day, kind: 'makeup_workday', name: `${name}调休` })),
  ]
}
