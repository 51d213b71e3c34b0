import type { SlotReply } from '../contract/api'
import { failure, success } from '../result'
import { createFakePlatform, reading, settle, START_MS } from '../test/fake-platform'
import { createBoundPhone, createServer } from '../test/phone'
import { contextReply, siteReply, slotReply } from '../test/replies'
import type { KnownContext } from './context'
import type { PlaceState } from './place-state'
import { createQuickCheckIn } from './quick-check-in'
import { mayCheckInByItself, type QuickSituation } from './quick-check-in-rule'
import type { QueueEntry } from './queue-entry'

const at = (time: string) => Date.parse(`2026-11-18T${time}+08:00`)
const EARLY = slotReply()
const LATE = slotReply({
  kind: 'late',
  opensAt: '2026-11-18T15:00:00+08:00',
  closesAt: '2026-11-18T23:00:00+08:00',
  dueAt: '2026-11-18T18:00:00+08:00',
})
const VISIT = slotReply({ kind: 'visit', span: 0, dueAt: null })
const ATTEMPT = {
  attemptId: 'a',
  slot: { workDay: EARLY.workDay, kind: EARLY.kind, span: EARLY.span },
  outcome: 'refused',
  code: 'OUT_OF_RANGE',
  sentence: '',
  capturedAt: '2026-11-18T08:50:00+08:00',
  receivedAt: '2026-11-18T08:50:00+08:00',
  deferred: false,
  siteName: null,
  evidenceState: 'none',
} as const

/** What the real watch comes to at that moment. */
async function placeAt(
  nowMs: number,
  change: { location?: PlaceState['location']; network?: PlaceState['network']; wifi?: PlaceState['wifi'] } = {},
): Promise<PlaceState> {
  const { services, controls } = await createBoundPhone()
  controls.setClock(nowMs)
  controls.location = change.location ?? success(reading({ askedAtMs: nowMs, sameSinceMs: nowMs }))
  controls.network = change.network ?? '4g'
  controls.wifi = change.wifi ?? failure('not_connected')
  services.placeWatch.judgeBy(contextReply(), null)
  await services.placeWatch.refresh()
  return services.placeWatch.state()
}

type Change = Partial<Omit<QuickSituation, 'known'>> & {
  context?: Partial<KnownContext['context']>
  knownAtMs?: number
}

async function situation({ context, knownAtMs, ...change }: Change = {}): Promise<QuickSituation> {
  const nowMs = change.phoneNowMs ?? START_MS
  const offered = { ...contextReply().capabilities, quickCheckIn: true }
  return {
    isWanted: true,
    isBound: true,
    isBusy: false,
    phoneNowMs: nowMs,
    shownAtMs: nowMs - 1_000,
    known: {
      context: contextReply({ capabilities: offered, ...context }),
      receivedAtMs: knownAtMs ?? nowMs - 500,
      clockOffsetMs: 0,
      employeeId: 'employee-1',
    },
    slot: EARLY,
    place: await placeAt(nowMs),
    queued: [],
    ...change,
  }
}

describe('checking in by itself', () => {
  const standing = { attemptId: 'a', outcome: 'accepted', capturedAt: '2026-11-18T08:50:00+08:00' } as const
  const policy = contextReply().policy
  const wifi = success({ ssid: 'CJ-Office', bssid: '9c:a6:15:2e:08:41' })
  const rows: readonly (readonly [name: string, expected: boolean, change: () => Promise<Change> | Change])[] = [
    ['early, open, inside', true, () => ({})],
    ['late, after work', true, () => ({ slot: LATE, phoneNowMs: at('18:00:05') })],
    ['late, before work is over', false, () => ({ slot: LATE, phoneNowMs: at('17:59:50') })],
    ['late without a due time', false, () => ({ slot: { ...LATE, dueAt: null }, phoneNowMs: at('18:10:00') })],
    ['a visit', false, () => ({ slot: VISIT })],
    ['no slot', false, () => ({ slot: null })],
    ['not open yet', false, () => ({ phoneNowMs: at('06:59:00') })],
    ['closed', false, () => ({ phoneNowMs: at('09:31:00') })],
    ['switched off', false, () => ({ isWanted: false })],
    ['not offered', false, () => ({ context: { capabilities: contextReply().capabilities } })],
    ['a phone that waits for approval', false, () => ({ isBound: false })],
    ['while something is sent', false, () => ({ isBusy: true })],
    ['standing already', false, () => ({ slot: slotReply({ standing }) })],
    ['waiting for approval', false, () => ({ slot: slotReply({ standing: { ...standing, outcome: 'pending' } }) })],
    ['refused before', false, () => ({ context: { attempts: [ATTEMPT] } })],
    ['on its way', false, () => ({ queued: [{ slot: ATTEMPT.slot } as QueueEntry] })],
    ['another one on its way', true, () => ({ queued: [{ slot: { ...ATTEMPT.slot, kind: 'late' } } as QueueEntry] })],
    ['a photo is needed', false, () => ({ context: { policy: { ...policy, photoFor: ['early'] } } })],
    ['a note is needed', false, () => ({ context: { policy: { ...policy, noteFor: ['early'] } } })],
    ['what is known is from before', false, () => ({ knownAtMs: START_MS - 5_000 })],
    ['nothing known', false, () => ({ known: null }) as Change],
    ['a fix from before', false, async () => ({ place: await placeAt(START_MS - 1_500) })],
    [
      'a fix that repeats itself',
      false,
      async () => ({
        place: await placeAt(START_MS, { location: success(reading({ sameSinceMs: START_MS - 61_000 })) }),
      }),
    ],
    [
      'outside',
      false,
      async () => ({ place: await placeAt(START_MS, { location: success(reading({ latitude: 31.3 })) }) }),
    ],
    ['no permission', false, async () => ({ place: await placeAt(START_MS, { location: failure('refused') }) })],
    ['no network', false, async () => ({ place: await placeAt(START_MS, { network: 'none' }) })],
    [
      'a Wi-Fi of the list without a proof, no fix',
      false,
      async () => ({ place: await placeAt(START_MS, { location: failure('timeout'), network: 'wifi', wifi }) }),
    ],
  ]

  it.each(rows)('%s: %s', async (_, expected, change) => {
    expect(mayCheckInByItself(await situation(await change()))).toBe(expected)
  })

  it('by a proof of the gateway', async () => {
    const { services, controls } = await createBoundPhone()
    Object.assign(controls, { location: failure('timeout'), network: 'wifi', wifi })
    controls.answer(() => success({ status: 200, headers: {}, text: '{"proof":"a.b.c"}' }))
    const sites = [siteReply({ gatewayUrl: 'https://gateway.example', wifiProof: 'gateway' })]
    services.placeWatch.judgeBy(contextReply({ sites }), null)
    await services.placeWatch.refresh()
    expect(mayCheckInByItself(await situation({ place: services.placeWatch.state() }))).toBe(true)
  })
})

async function page(quick = createQuickCheckIn(createFakePlatform())) {
  let given = await situation()
  const submitted: number[] = []
  const seconds: (number | null)[] = []
  const watch = quick.watch({
    situation: () => given,
    submit: () => submitted.push(1),
    changed: () => seconds.push(watch.secondsLeft()),
  })
  return { watch, submitted, seconds, set: (next: QuickSituation) => void (given = next) }
}

describe('the countdown', () => {
  async function shown() {
    const platform = createFakePlatform()
    const quick = createQuickCheckIn(platform)
    return { platform, quick, ...(await page(quick)) }
  }

  it('lasts two seconds, and goes out once', async () => {
    const { platform, watch, submitted, seconds } = await shown()
    watch.consider()
    watch.consider()
    await platform.controls.advance(1_900)
    expect([submitted.length, seconds]).toEqual([0, [2, 1]])
    await platform.controls.advance(200)
    expect(submitted).toHaveLength(1)
    watch.consider()
    await platform.controls.advance(10_000)
    expect([submitted.length, seconds]).toEqual([1, [2, 1, null]])
  })

  it('is called off by a tap, for this slot and for good', async () => {
    const { platform, quick, watch, submitted } = await shown()
    watch.consider()
    await platform.controls.advance(1_000)
    watch.cancel()
    expect(watch.secondsLeft()).toBeNull()
    watch.consider()
    watch.stop()
    const again = await page(quick)
    again.watch.consider()
    await platform.controls.advance(10_000)
    expect([...submitted, ...again.submitted]).toEqual([])
  })

  it.each([
    ['the page is left', ({ watch }: Awaited<ReturnType<typeof shown>>) => watch.stop()],
    ['the app goes to the background', ({ platform }: Awaited<ReturnType<typeof shown>>) => platform.controls.hide()],
  ])('ends when %s', async (_, leave) => {
    const given = await shown()
    given.watch.consider()
    await given.platform.controls.advance(1_500)
    leave(given)
    given.watch.consider()
    await given.platform.controls.advance(10_000)
    expect(given.submitted).toEqual([])
  })

  it('ends when the person walks out, and begins anew inside', async () => {
    const { platform, watch, submitted, set } = await shown()
    watch.consider()
    await platform.controls.advance(1_000)
    set(await situation({ place: await placeAt(START_MS, { location: success(reading({ latitude: 31.3 })) }) }))
    await platform.controls.advance(5_000)
    expect([submitted.length, watch.secondsLeft()]).toEqual([0, null])
    set(await situation())
    watch.consider()
    await platform.controls.advance(2_000)
    expect(submitted).toHaveLength(1)
  })

  it('goes the way of a tap, and after a kill not once more', async () => {
    const phone = await createBoundPhone()
    const server = createServer()
    phone.controls.answer(server.handle)
    phone.controls.location = success(reading())
    const given = await situation()
    const open = async (opened: typeof phone, slot: SlotReply) => {
      const queued = await opened.services.queue.entries()
      const quick = createQuickCheckIn(opened.platform)
      const watch = quick.watch({
        situation: () => ({ ...given, slot, queued }),
        submit: () =>
          void opened.services.submitCheckIn({
            slot,
            site: siteReply(),
            place: given.place,
            photos: [],
            tappedAtMs: START_MS,
          }),
        changed: () => {},
      })
      watch.consider()
      await opened.controls.advance(3_000)
      await settle()
    }
    // The server hears it, and its answer gets lost with the app.
    phone.controls.answer(async (request) => {
      await server.handle(request)
      return new Promise(() => {})
    })
    await open(phone, EARLY)
    expect(server.recorded.size).toBe(1)
    const risen = await createBoundPhone(phone.controls.disk)
    risen.controls.answer(server.handle)
    await open(risen, EARLY)
    await risen.services.queue.run()
    expect(server.recorded.size).toBe(1)
  })
})
