/** One's own months and days as the server last told them: held while the app runs, the newest months also between runs. */
import type { RecordItem } from '../contract/api'
import type { RecordMonthReply } from '../contract/api-days'
import type { WorkDay } from '../contract/work-day'
import type { Platform } from '../platform/platform'
import { success, type Result } from '../result'
import type { Api } from './api'
import { kept } from './memory'
import type { Queue } from './queue'
import type { Session } from './session'
import type { ApiProblem } from './transport'

const KEPT_MONTHS = 2
/** Nothing changes within it but by a check-in of one's own. */
const FRESH_MS = 60_000
const PAGE_SIZE = 100

export interface KnownMonth {
  readonly reply: RecordMonthReply
  /** By the phone's clock, when it was asked for. */
  readonly askedAtMs: number
}

export interface KnownDay {
  readonly workDay: WorkDay
  /** All attempts of the day, newest first. */
  readonly items: readonly RecordItem[]
  readonly askedAtMs: number
}

interface Held {
  readonly employeeId: string
  readonly months: readonly KnownMonth[]
  readonly days: readonly KnownDay[]
}

export interface OwnRecords {
  /** Asks nobody; null when it is not known. @param month `YYYY-MM` */
  month(month: string): Promise<KnownMonth | null>
  day(workDay: WorkDay): Promise<KnownDay | null>
  loadMonth(month: string): Promise<Result<KnownMonth, ApiProblem>>
  loadDay(workDay: WorkDay): Promise<Result<KnownDay, ApiProblem>>
  /** Whether it may still be shown without asking again. */
  isFresh(known: { readonly askedAtMs: number } | null): boolean
  /** Gone from memory and phone. */
  forget(): Promise<void>
}

export function createOwnRecords(
  platform: Pick<Platform, 'storage' | 'time'>,
  api: Pick<Api, 'records' | 'recordMonth'>,
  session: Pick<Session, 'current'>,
  queue: Pick<Queue, 'onJudged'>,
): OwnRecords {
  const store = kept<Pick<Held, 'employeeId' | 'months'>>(platform.storage, 'own-records')
  let held: Held | null = null
  let judgedAtMs = -Infinity
  queue.onJudged(() => {
    judgedAtMs = platform.time.nowMs()
  })

  /** Of whoever is logged in: another person's are gone. */
  async function own(): Promise<Held> {
    const employeeId = (await session.current())?.employee.id ?? ''
    if (held?.employeeId === employeeId) return held
    const before = await store.read()
    held = { employeeId, months: before?.employeeId === employeeId ? before.months : [], days: [] }
    return held
  }

  /** @param askedAs who was logged in when it was asked for; empty: nobody yet */
  async function keep(askedAs: string, change: (before: Held) => Pick<Held, 'months' | 'days'>): Promise<void> {
    const before = await own()
    if (askedAs !== '' && askedAs !== before.employeeId) return
    held = { employeeId: before.employeeId, ...change(before) }
  }

  /** Between runs: this month and the one before, whatever else was looked at. */
  async function write({ reply: { today } }: KnownMonth): Promise<void> {
    const { employeeId, months } = await own()
    const past = months.filter(({ reply }) => reply.month <= today.slice(0, 7))
    past.sort((left, right) => (left.reply.month < right.reply.month ? 1 : -1))
    await store.write({ employeeId, months: past.slice(0, KEPT_MONTHS) })
  }

  return {
    month: async (month) => (await own()).months.find(({ reply }) => reply.month === month) ?? null,
    day: async (workDay) => (await own()).days.find((known) => known.workDay === workDay) ?? null,

    async loadMonth(month) {
      const { employeeId } = await own()
      const askedAtMs = platform.time.nowMs()
      const reply = await api.recordMonth(month)
      if (!reply.ok) return reply
      const known = { reply: reply.value, askedAtMs }
      await keep(employeeId, ({ months, days }) => ({
        months: [known, ...months.filter((other) => other.reply.month !== month)],
        days,
      }))
      await write(known)
      return success(known)
    },

    async loadDay(workDay) {
      const { employeeId } = await own()
      const askedAtMs = platform.time.nowMs()
      const items: RecordItem[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<Api['records']>> = await api.records({
          day: workDay,
          limit: PAGE_SIZE,
          ...(cursor === null ? {} : { cursor }),
        })
        if (!page.ok) return page
        items.push(...page.value.items)
        cursor = page.value.nextCursor
      } while (cursor !== null)
      const known = { workDay, items, askedAtMs }
      await keep(employeeId, ({ months, days }) => ({
        months,
        days: [known, ...days.filter((other) => other.workDay !== workDay)],
      }))
      return success(known)
    },

    isFresh(known) {
      if (known === null || known.askedAtMs <= judgedAtMs) return false
      const ageMs = platform.time.nowMs() - known.askedAtMs
      return ageMs >= 0 && ageMs < FRESH_MS
    },

    async forget() {
      held = null
      await store.forget()
    },
  }
}
