import { openTestDatabase } from '../../../test/test-database'
import { dateToWorkDay, workDayToDate } from './work-day'

describe('work days as dates', () => {
  it.each(['2026-11-18', '2024-02-29', '2026-01-01', '2026-12-31'])(
    '%s goes through the database unchanged',
    async (workDay) => {
      const { database, close } = await openTestDatabase()
      const date = workDayToDate(workDay)
      await database.write((tx) => tx.calendarDay.create({ data: { day: date, kind: 'holiday', name: '假' } }))
      const row = await database.read.calendarDay.findUniqueOrThrow({ where: { day: date } })
      await close()
      expect(dateToWorkDay(row.day)).toBe(workDay)
      expect(date.toISOString()).toBe(`${workDay}T00:00:00.000Z`)
    },
  )

  it.each(['', '2026-13-01', '2026-11-18T00:00:00Z', '18.11.2026'])('refuses %j', (text) => {
    expect(() => workDayToDate(text)).toThrow('Not a work day')
  })
})
