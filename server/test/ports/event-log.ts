/** What every event log has to do, whatever it keeps its entries in. */
import { LOG_TOP_FIELDS, type LogTopField } from '#contract/api-logs'
import type { EventLog, EventLogDocument, EventLogFilter } from '../../src/ports/event-log'

export interface OpenedEventLog {
  readonly eventLog: EventLog
  close(): Promise<void>
}

const START_MS = Date.UTC(2026, 10, 18, 1)
const SECOND_MS = 1_000
const MINUTE_MS = 60_000

let count = 0
function entry(changes: Partial<EventLogDocument> = {}): EventLogDocument {
  const number = (++count).toString(16).padStart(12, '0')
  return {
    id: `019a94f2-0000-7000-8000-${number}`,
    atMs: START_MS,
    action: 'check_in.decided',
    outcome: null,
    code: null,
    employeeId: null,
    userId: null,
    siteId: null,
    text: changes.action ?? 'check_in.decided',
    fields: {},
    ...changes,
  }
}

const ANY: EventLogFilter = {
  words: [],
  fromMs: null,
  untilMs: null,
  ...(Object.fromEntries(LOG_TOP_FIELDS.map((field) => [field, []])) as unknown as Record<LogTopField, []>),
}
const LIMIT = 100

/**
 * @param open an empty log
 */
export function testEventLog(name: string, open: () => Promise<OpenedEventLog>): void {
  describe(`${name} as an event log`, () => {
    let opened: OpenedEventLog
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close())

    async function idsOf(changes: Partial<EventLogFilter>): Promise<string[]> {
      const filter = { ...ANY, ...changes }
      return (await opened.eventLog.search({ filter, after: null, limit: LIMIT })).map(({ id }) => id)
    }

    describe('append and search', () => {
      it('gives back what was appended, as it was', async () => {
        const document = entry({
          ...{ outcome: 'refused', code: 'OUT_OF_RANGE', employeeId: 'e1', userId: '张敏', siteId: 's1' },
          atMs: START_MS + 123,
          text: 'check_in.decided refused 张敏 "quoted" \\ \'single\'',
          fields: { findings: ['OUT_OF_RANGE'], cell: { latitude: 31.23, longitude: 121.46 }, deferred: false, n: 1.5 },
        })
        await opened.eventLog.append([document])
        expect(await opened.eventLog.search({ filter: ANY, after: null, limit: LIMIT })).toEqual([document])
      })

      it('keeps one of what is appended twice, the first', async () => {
        const [first, other] = [entry({ code: 'A' }), entry({ code: 'B' })]
        await opened.eventLog.append([first])
        await opened.eventLog.append([{ ...first, code: 'C' }, other])
        const found = await opened.eventLog.search({ filter: ANY, after: null, limit: LIMIT })
        expect(found.map(({ code }) => code)).toEqual(['B', 'A'])
      })

      it('takes nothing and finds nothing', async () => {
        await opened.eventLog.append([])
        expect(await idsOf({})).toEqual([])
      })

      it('puts the newest first, those of one instant by id', async () => {
        const [first, second, late, early] = [
          entry(),
          entry(),
          entry({ atMs: START_MS + 1 }),
          entry({ atMs: START_MS - 1 }),
        ]
        await opened.eventLog.append([first, late, second, early])
        expect(await idsOf({})).toEqual([late.id, second.id, first.id, early.id])
      })
    })

    describe('pages', () => {
      it('have every entry once, also of one instant, while new ones arrive', async () => {
        const documents = Array.from({ length: 25 }, (_, index) =>
          entry({ atMs: START_MS + Math.floor(index / 5) * SECOND_MS }),
        )
        await opened.eventLog.append(documents)
        const seen: string[] = []
        let after: EventLogDocument | null = null
        for (;;) {
          const page: readonly EventLogDocument[] = await opened.eventLog.search({ filter: ANY, after, limit: 4 })
          if (page.length === 0) break
          seen.push(...page.map(({ id }) => id))
          after = page.at(-1) ?? null
          await opened.eventLog.append([entry({ atMs: START_MS + 10 * MINUTE_MS })])
        }
        expect(seen).toEqual(documents.map(({ id }) => id).reverse())
      })
    })

    describe('conditions', () => {
      it.each<[string, Partial<EventLogFilter>, string[]]>([
        ['none', {}, ['a', 'b', 'c', 'd']],
        ['one value', { action: ['device.bound'] }, ['c']],
        ['several values', { code: ['OUT_OF_RANGE', 'ACCEPTED'] }, ['a', 'b']],
        ['several fields', { code: ['OUT_OF_RANGE', 'ACCEPTED'], employeeId: ['e2'] }, ['b']],
        ['values are exact', { action: ['check_in'], employeeId: ['e1'] }, []],
        ['the case of values counts', { code: ['out_of_range'] }, []],
        ['an entry without a value fits none', { siteId: ['s1'] }, ['a']],
        ['from, included', { fromMs: START_MS + MINUTE_MS }, ['b', 'c', 'd']],
        ['until, excluded', { untilMs: START_MS + MINUTE_MS }, ['a']],
        ['a range', { fromMs: START_MS + 1, untilMs: START_MS + 2 * MINUTE_MS }, ['b']],
        ['a word', { words: ['huawei'] }, ['c']],
        ['a part of a word in another case', { words: ['of_RAN'] }, ['a']],
        ['every word', { words: ['decided', 'ACCEPTED'] }, ['b']],
        ['words that stand in different entries', { words: ['ACCEPTED', 'HUAWEI'] }, []],
        ['Chinese', { words: ['张敏'] }, ['d']],
        ['percent is a character', { words: ['100%'] }, ['d']],
        ['percent alone', { words: ['%'] }, ['d']],
        ['underline is a character', { words: ['check_in'] }, ['a', 'b']],
        ['underline fits nothing else', { words: ['device_bound'] }, []],
        ['brackets are characters', { words: ['[x]'] }, ['d']],
        ['a bracket opens no set', { words: ['[d]ecided'] }, []],
        ['a backslash is a character', { words: ['\\'] }, ['d']],
        ['quotes', { words: ["'; DROP TABLE"] }, []],
        ['words and values and a range', { words: ['decided'], outcome: ['refused'], fromMs: START_MS }, ['a']],
      ])('%s', async (_, filter, expected) => {
        const documents: Record<string, EventLogDocument> = {
          a: entry({
            ...{ outcome: 'refused', code: 'OUT_OF_RANGE', employeeId: 'e1', siteId: 's1' },
            text: 'check_in.decided refused OUT_OF_RANGE',
          }),
          b: entry({
            ...{ outcome: 'accepted', code: 'ACCEPTED', employeeId: 'e2', atMs: START_MS + MINUTE_MS },
            text: 'check_in.decided accepted ACCEPTED',
          }),
          c: entry({
            ...{ action: 'device.bound', employeeId: 'e1', atMs: START_MS + 2 * MINUTE_MS },
            text: 'device.bound HUAWEI Mate 60',
          }),
          d: entry({ action: 'role.granted', atMs: START_MS + 3 * MINUTE_MS, text: 'role.granted 张敏 100% [x] a\\b' }),
        }
        await opened.eventLog.append(Object.values(documents))
        const expectedIds = expected.map((key) => documents[key]?.id).reverse()
        expect(await idsOf(filter)).toEqual(expectedIds)
      })
    })

    describe('histogram', () => {
      const filter = { ...ANY, fromMs: START_MS, untilMs: START_MS + 10 * MINUTE_MS }

      it('counts by time from the beginning of the range; ends are exact', async () => {
        await opened.eventLog.append(
          [-1, 0, MINUTE_MS - 1, MINUTE_MS, 5 * MINUTE_MS + 1, 10 * MINUTE_MS - 1, 10 * MINUTE_MS].map((offsetMs) =>
            entry({ atMs: START_MS + offsetMs }),
          ),
        )
        expect(await opened.eventLog.histogram({ filter, bucketSeconds: 60 })).toEqual([
          { fromMs: START_MS, count: 2 },
          { fromMs: START_MS + MINUTE_MS, count: 1 },
          { fromMs: START_MS + 5 * MINUTE_MS, count: 1 },
          { fromMs: START_MS + 9 * MINUTE_MS, count: 1 },
        ])
      })

      it('begins where it is told, to the millisecond', async () => {
        const fromMs = START_MS + 30_500
        const edges = [fromMs + MINUTE_MS - 1, fromMs + MINUTE_MS].map((atMs) => entry({ atMs }))
        await opened.eventLog.append(edges)
        expect(await opened.eventLog.histogram({ filter: { ...filter, fromMs }, bucketSeconds: 60 })).toEqual([
          { fromMs, count: 1 },
          { fromMs: fromMs + MINUTE_MS, count: 1 },
        ])
      })

      it('counts only what fits the conditions', async () => {
        await opened.eventLog.append([entry({ code: 'A' }), entry({ code: 'B' }), entry({ code: 'A', text: 'other' })])
        const conditions = { ...filter, code: ['A'], words: ['DECIDED'] }
        expect(await opened.eventLog.histogram({ filter: conditions, bucketSeconds: 3_600 })).toEqual([
          { fromMs: START_MS, count: 1 },
        ])
      })
    })

    describe('top values', () => {
      beforeEach(() =>
        opened.eventLog.append([
          ...['A', 'B', 'B', 'C', 'C', 'D', 'B'].map((code) => entry({ code, outcome: 'refused' })),
          entry({ code: 'E', outcome: 'accepted' }),
          entry(),
        ]),
      )

      it('are the most frequent ones, and how many the others are', async () => {
        expect(await opened.eventLog.top(ANY, 'code', 3)).toEqual({
          values: [
            { value: 'B', count: 3 },
            { value: 'C', count: 2 },
            { value: 'A', count: 1 },
          ],
          otherCount: 2,
        })
      })

      it('leave nothing over when all are named', async () => {
        const top = await opened.eventLog.top({ ...ANY, outcome: ['refused'] }, 'code', 50)
        expect(top.values).toHaveLength(4)
        expect(top.otherCount).toBe(0)
      })

      it('are none where no entry has a value', async () => {
        expect(await opened.eventLog.top(ANY, 'siteId', 10)).toEqual({ values: [], otherCount: 0 })
      })
    })
  })
}
