import { SIGNATURE_HEADERS } from '../contract/signing'
import type { HttpReply, HttpProblem } from '../platform/platform'
import { failure, type Result } from '../result'
import { json, settle, START_MS } from '../test/fake-platform'
import { createBoundPhone, createServer } from '../test/phone'
import { siteReply, slotReply } from '../test/replies'
import type { QueueChange } from './queue-steps'
import type { Draft } from './submit-check-in'

const DRAFT: Draft = {
  slot: slotReply(),
  site: siteReply(),
  place: { location: null, wifi: null, network: '4g' },
  photos: [],
  tappedAtMs: START_MS,
}

type Reply = Result<HttpReply, HttpProblem>

/** A phone whose check-ins are answered by hand, one after the other. */
async function waitingPhone() {
  const phone = await createBoundPhone()
  const server = createServer()
  const open: ((reply: Reply) => void)[] = []
  phone.controls.answer(() => new Promise((resolve) => open.push(resolve)))
  const changes: QueueChange[] = []
  phone.services.queue.onChange((change) => changes.push(change))
  const checkIns = () => phone.controls.sent.filter(({ url }) => url.endsWith('/check-ins'))
  /** Lets the server answer what was sent as the n-th. */
  const hear = async (index: number) => {
    open[index]?.((await server.handle(checkIns()[index]!)) as Reply)
    await settle()
  }
  return { ...phone, server, open, changes, checkIns, hear }
}

describe('a check-in that gets no answer', () => {
  it('goes out once more as the same bytes, and is one record', async () => {
    const phone = await waitingPhone()
    const submitting = phone.services.submitCheckIn(DRAFT)
    await phone.controls.advance(2_900)
    expect(phone.checkIns()).toHaveLength(1)
    await phone.controls.advance(200)
    const [first, second] = phone.checkIns()
    expect(second?.body).toBe(first?.body)
    const signed = ({ headers }: { headers: Readonly<Record<string, string>> }) => {
      const { [SIGNATURE_HEADERS.sentAt]: _, ...rest } = headers
      return rest
    }
    expect(signed(second!)).toEqual(signed(first!))
    await phone.hear(1)
    expect(await submitting).toMatchObject({ kind: 'judged', reply: { attemptId: 'attempt-1' } })
    await phone.hear(0)
    expect(phone.server.recorded.size).toBe(1)
    expect(await phone.services.queue.entries()).toEqual([])
    await phone.controls.advance(60_000)
    expect(phone.checkIns()).toHaveLength(2)
  })

  it('says that it was repeated from then on, until the answer is there', async () => {
    const phone = await waitingPhone()
    void phone.services.submitCheckIn(DRAFT)
    await phone.controls.advance(2_900)
    expect(phone.changes.every(({ repeatedId }) => repeatedId === null)).toBe(true)
    await phone.controls.advance(200)
    const [entry] = await phone.services.queue.entries()
    expect(phone.changes[phone.changes.length - 1]?.repeatedId).toBe(entry?.id)
    await phone.hear(0)
    expect(phone.changes[phone.changes.length - 1]?.repeatedId).toBeNull()
  })

  it('takes the second answer when the first connection breaks, and the other way round', async () => {
    for (const [broken, heard] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const phone = await waitingPhone()
      const submitting = phone.services.submitCheckIn(DRAFT)
      await phone.controls.advance(3_100)
      phone.open[broken]?.(failure('unreachable'))
      await settle()
      await phone.hear(heard)
      expect(await submitting).toMatchObject({ kind: 'judged' })
    }
  })

  it('is not repeated more than once, and waits in the phone in the end', async () => {
    const phone = await waitingPhone()
    const submitting = phone.services.submitCheckIn(DRAFT)
    await phone.controls.advance(8_000)
    expect(await submitting).toMatchObject({ kind: 'queued' })
    expect(phone.checkIns()).toHaveLength(2)
    phone.open[0]?.(failure('timeout'))
    phone.open[1]?.(failure('timeout'))
    await settle()
    expect(await phone.services.queue.entries()).toMatchObject([{ state: 'waiting' }])
  })

  it('is not repeated when nobody waits any more', async () => {
    const phone = await createBoundPhone()
    await phone.services.submitCheckIn(DRAFT)
    await phone.controls.advance(16_000)
    const before = phone.controls.sent.length
    phone.controls.answer(() => new Promise(() => {}))
    await phone.controls.advance(20_000)
    expect(phone.controls.sent.length).toBe(before + 1)
  })

  it('is not repeated after an answer', async () => {
    const phone = await createBoundPhone()
    phone.controls.answer(() => json(503, { code: 'BUSY_TRY_AGAIN', message: '', hint: '' }))
    await phone.services.submitCheckIn(DRAFT)
    const before = phone.controls.sent.length
    await phone.controls.advance(3_500)
    expect(phone.controls.sent.length).toBe(before)
  })
})
