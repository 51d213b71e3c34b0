import type { CheckInRequest } from '../contract/api'
import { NO_CHALLENGE, SIGNATURE_HEADERS } from '../contract/signing'
import { failure, success } from '../result'
import { json, reading, settle, START_MS } from '../test/fake-platform'
import { createBoundPhone, createServer } from '../test/phone'
import { challengeReply, checkInReply, siteReply, slotReply } from '../test/replies'
import type { Draft } from './submit-check-in'

const draft = (change: Partial<Draft> = {}): Draft => ({
  slot: slotReply(),
  site: siteReply(),
  place: { location: null, wifi: null, network: '4g' },
  photos: [],
  tappedAtMs: START_MS,
  ...change,
})

describe('submitting a check-in', () => {
  it('makes one of a double tap', async () => {
    const { services, controls } = await createBoundPhone()
    const server = createServer()
    controls.answer(server.handle)
    const [first, second] = await Promise.all([services.submitCheckIn(draft()), services.submitCheckIn(draft())])
    expect(second).toBe(first)
    expect(server.recorded.size).toBe(1)
  })

  it('makes another one of another slot while the first is still on its way', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(() => new Promise(() => {}))
    const visit = services.submitCheckIn(draft({ slot: slotReply({ kind: 'visit', span: 0 }) }))
    const late = services.submitCheckIn(draft({ slot: slotReply({ kind: 'late' }) }))
    await settle()
    const entries = await services.queue.entries()
    expect(entries.map(({ slot }) => slot.kind).sort()).toEqual(['late', 'visit'])
    expect(entries.map(({ headers }) => headers[SIGNATURE_HEADERS.position]).sort()).toEqual(['0', '1'])
    await controls.advance(8_000)
    expect(await visit).not.toEqual(await late)
  })

  it('is of the moment of the tap, however long was waited for place and proof', async () => {
    const { services, controls } = await createBoundPhone()
    await controls.advance(7_000)
    await services.submitCheckIn(draft({ tappedAtMs: START_MS }))
    const [entry] = await services.queue.entries()
    expect(entry).toMatchObject({ capturedAtMs: START_MS })
    expect(entry?.headers[SIGNATURE_HEADERS.timestamp]).toBe(String(START_MS))
  })

  it('signs nothing with a position that it cannot mark as used', async () => {
    const phone = await createBoundPhone()
    phone.controls.refusesToKeep = (key) => key === 'challenge'
    expect(await phone.services.submitCheckIn(draft())).toEqual({ kind: 'blocked', why: 'storage_full' })
    expect(phone.controls.sent).toEqual([])
    expect(await phone.services.challenges.take()).toBeNull()
  })

  it.each([
    [429, 'TOO_MANY_ATTEMPTS'],
    [403, 'EMPLOYEE_LEFT'],
    [503, 'BUSY_TRY_AGAIN'],
  ])('hands on what the server says while it waits: %d', async (status, code) => {
    const { services, controls } = await createBoundPhone()
    controls.answer(() => json(status, { code, message: '服务器说的话', hint: '下一步' }))
    expect(await services.submitCheckIn(draft())).toMatchObject({
      kind: 'queued',
      told: { code, message: '服务器说的话', hint: '下一步' },
    })
  })

  it('says what the phone knows, and no more', async () => {
    const { services, controls } = await createBoundPhone()
    const server = createServer()
    controls.answer(server.handle)
    const place = {
      location: success(reading({ askedAtMs: START_MS - 800, sameSinceMs: START_MS - 5_000 })),
      wifi: success({ ssid: 'CJ-Office', bssid: '9c:a6:15:2e:8:41' }),
      network: 'wifi' as const,
    }
    await services.submitCheckIn(draft({ place, note: '例会' }))
    const [recorded] = Array.from(server.recorded.values())
    expect(JSON.parse(recorded?.body ?? '') as CheckInRequest).toEqual({
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      slot: { workDay: '2026-11-18', kind: 'early', span: 1 },
      fix: {
        latitude: 31.2041,
        longitude: 121.5906,
        system: 'gcj02',
        accuracyMetres: 12,
        sameFixForMs: 5_000,
        askedMsAgo: 800,
      },
      networkType: 'wifi',
      wifi: { ssid: 'CJ-Office', bssid: '9c:a6:15:2e:8:41' },
      photos: [],
      note: '例会',
      device: { brand: 'HUAWEI', model: 'NOH-AN00', platform: 'android', system: 'Android 12' },
      clientVersion: '0.1.0',
    })
  })

  it('uses a new position each time, also after a kill', async () => {
    const phone = await createBoundPhone()
    await phone.services.submitCheckIn(draft())
    await phone.services.submitCheckIn(draft())
    const again = await createBoundPhone(phone.controls.disk)
    await again.services.submitCheckIn(draft())
    const entries = await again.services.queue.entries()
    expect(entries.map(({ headers }) => headers[SIGNATURE_HEADERS.position]).sort()).toEqual(['0', '1', '2'])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3)
    expect(entries.every(({ headers }) => headers[SIGNATURE_HEADERS.challenge] !== NO_CHALLENGE)).toBe(true)
  })

  it.each([
    ['all positions are used', 'challenge_used_up'],
    ['the phone is full', 'storage_full'],
    ['there is no key', 'not_bound'],
  ] as const)('sends nothing when %s', async (_, why) => {
    const { services, controls } = await createBoundPhone()
    if (why === 'challenge_used_up') {
      await services.challenges.adopt(
        challengeReply({ id: 'spent', issuedAt: '2026-11-18T09:00:00+08:00', positions: 0 }),
      )
    }
    if (why === 'storage_full') controls.storageWorks = false
    if (why === 'not_bound') {
      controls.disk.storage.delete('device-key')
      const fresh = await createBoundPhone(controls.disk)
      expect(await fresh.services.submitCheckIn(draft())).toEqual({ kind: 'blocked', why })
      return
    }
    expect(await services.submitCheckIn(draft())).toEqual({ kind: 'blocked', why })
    expect(controls.sent).toEqual([])
  })

  it('says after eight seconds that it waits in the phone, and takes the late answer all the same', async () => {
    const { services, controls } = await createBoundPhone()
    let answer: (reply: ReturnType<typeof json>) => void = () => {}
    controls.answer(() => new Promise((resolve) => (answer = resolve)))
    const submitting = services.submitCheckIn(draft())
    await controls.advance(8_000)
    expect(await submitting).toMatchObject({ kind: 'queued' })
    answer(json(200, checkInReply()))
    await controls.advance(0)
    expect(await services.queue.entries()).toEqual([])
  })

  it('holds the answer in words when the server does not take it', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(() => json(400, { code: 'BODY_INVALID', message: '请求内容不符合要求', hint: '更正后再发' }))
    expect(await services.submitCheckIn(draft())).toEqual({
      kind: 'stuck',
      message: '请求内容不符合要求',
      hint: '更正后再发',
    })
  })

  it('is queued when nobody can be reached', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(() => failure('timeout'))
    expect(await services.submitCheckIn(draft())).toMatchObject({ kind: 'queued', told: null })
  })
})
