import type { Database, Transaction } from '../../server/src/adapters/database/database'
import { seedCalendarYear, seedCompany, seedConsentNotice, seedRule, seedShift, stableId } from './builders'
import { CALENDAR_2026, CALENDAR_2027 } from './calendar-2026'
import { privacyNoticeText, PRIVACY_NOTICE_TITLE } from './privacy-notice'

export interface BaseSeedOptions {
  readonly corpId: string
  readonly companyName: string
  readonly nowMs: number
  /** When the first privacy notice comes into force; default: now. */
  readonly noticePublishedAtMs?: number
}

export const DEFAULT_SHIFT_ID = stableId('base', 'shift')
export const DEFAULT_RULE_ID = stableId('base', 'rule')

/**
 * What an installation needs before anybody can use it: the company, the privacy notice, the public calendar, and one rule
 * for everybody. Whatever is there already stays as it is.
 */
export async function seedBase(database: Pick<Database, 'write'>, options: BaseSeedOptions): Promise<void> {
  await database.write(async (tx) => {
    const { corpId, companyName, nowMs, noticePublishedAtMs = nowMs } = options
    if ((await tx.company.count()) === 0) await seedCompany(tx, { corpId, name: companyName })
    if ((await tx.consentNotice.count()) === 0) {
      const text = privacyNoticeText(companyName)
      await seedConsentNotice(tx, { publishedAt: new Date(noticePublishedAtMs), title: PRIVACY_NOTICE_TITLE, text })
    }
    for (const calendar of [CALENDAR_2026, CALENDAR_2027]) {
      const known = await tx.calendarYear.findUnique({ where: { year: calendar.year } })
      if (known === null) await seedCalendarYear(tx, calendar)
    }
    if ((await tx.rule.count()) === 0) await seedDefaultRule(tx)
  })
}

/** Monday to Friday, 09:00 to 18:00, by the public calendar. It names no sites: HR adds them. */
async function seedDefaultRule(tx: Transaction): Promise<void> {
  const shiftId = await seedShift(tx, { id: DEFAULT_SHIFT_ID, name: '常白班', spans: [{ lateGraceMinutes: 5 }] })
  const week = [shiftId, shiftId, shiftId, shiftId, shiftId, null, null]
  await seedRule(tx, { id: DEFAULT_RULE_ID, name: '默认规则', week, followsCalendar: true })
}
