import { json, refusal, settle, emptyDisk, createFakePlatform, START_MS, type Disk } from '../test/fake-platform'
import { createBoundPhone, createServer } from '../test/phone'
import { siteReply, slotReply } from '../test/replies'
import type { Platform } from '../platform/platform'
import { failure, success } from '../result'
import { createServices, type Services } from './services'
import type { Draft } from './submit-check-in'

const draft = (change: Partial<Draft> = {}): Draft => ({
  slot: slotReply(),
  site: siteReply(),
  place: { location: null, wifi: null, network: '4g' },
  photos: [],
  tappedAtMs: START_MS,
  ...change,
})

async function photoOf(services: Services) {
  const photo = await services.takePhoto({}, () => ['张敏', '08:52'])
  if (!photo.ok) throw new Error(photo.problem)
  return photo.value
}

describe('a check-in in the queue', () => {
  it('is sent as it was signed, and leaves nothing behind', async () => {
    const { services, controls } = await createBoundPhone()
    const server = createServer()
    controls.answer(server.handle)
    const submitted = await services.submitCheckIn(draft())
    expect(submitted).toMatchObject({ kind: 'judged', reply: { attemptId: 'attempt-1' } })
    await settle()
    expect(await services.queue.entries()).toEqual([])
    expect(Array.from(controls.disk.storage.keys()).filter((key) => key.startsWith('queue:'))).toEqual([])
  })

  it('waits without a network and goes out once when it is back, with its photo', async () => {
    const { services, controls } = await createBoundPhone()
    services.queue.start()
    const photo = await photoOf(services)
    expect(await services.submitCheckIn(draft({ photos: [photo] }))).toMatchObject({ kind: 'queued' })
    expect(await services.queue.entries()).toHaveLength(1)

    const server = createServer()
    controls.answer(server.handle)
    controls.answerUploads(() => success({ status: 200, headers: {}, text: '' }))
    controls.changeNetwork('4g')
    await controls.advance(5_000)
    expect(server.recorded.size).toBe(1)
    expect(controls.uploads.map(({ filePath }) => filePath)).toEqual([photo.path])
    expect(await services.queue.entries()).toEqual([])
    expect(controls.disk.files.size).toBe(0)
  })

  it('does not let a photo keep a check-in waiting', async () => {
    const { services, controls } = await createBoundPhone()
    const server = createServer()
    controls.answer(server.handle)
    const photo = await photoOf(services)
    await services.submitCheckIn(draft({ photos: [photo] }))
    await services.submitCheckIn(draft())
    await settle()
    expect(server.recorded.size).toBe(2)
    expect(await services.queue.entries()).toMatchObject([{ state: 'judged', photos: [{ state: 'waiting' }] }])
  })

  it('tries a failing upload again, at growing intervals', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(createServer().handle)
    await services.submitCheckIn(draft({ photos: [await photoOf(services)] }))
    await settle()
    const counts = [controls.uploads.length]
    for (const seconds of [5, 10, 20, 40]) {
      await controls.advance(seconds * 1_000)
      counts.push(controls.uploads.length)
    }
    expect(counts).toEqual([1, 2, 3, 4, 5])
  })

  it('takes a photo that is there already as sent, and one past its time as lost', async () => {
    const { services, controls } = await createBoundPhone()
    const server = createServer()
    controls.answer(server.handle)
    controls.answerUploads(() =>
      success({ status: 409, headers: {}, text: '<Error><Code>FileAlreadyExists</Code></Error>' }),
    )
    await services.submitCheckIn(draft({ photos: [await photoOf(services)] }))
    await settle()
    expect(await services.queue.entries()).toEqual([])

    controls.answer((request) =>
      request.url.endsWith('/ticket') ? refusal(409, 'PHOTO_DEADLINE_PASSED') : server.handle(request),
    )
    await services.submitCheckIn(draft({ photos: [await photoOf(services)] }))
    await settle()
    expect(await services.queue.entries()).toEqual([])
    expect(controls.disk.files.size).toBe(0)
  })

  it('goes out in the order of capture', async () => {
    const { services, controls } = await createBoundPhone()
    await services.submitCheckIn(draft())
    await controls.advance(1_000)
    await services.submitCheckIn(draft({ slot: slotReply({ kind: 'late' }) }))
    const server = createServer()
    controls.answer(server.handle)
    await services.queue.run()
    const kinds = Array.from(server.recorded.values(), ({ body }) => (JSON.parse(body) as Draft).slot.kind)
    expect(kinds).toEqual(['early', 'late'])
  })

  it.each([
    ['is stuck when the server does not take the bytes', 400, 'BODY_INVALID', 'stuck'],
    ['is stuck when its id was used with other bytes', 409, 'REQUEST_ID_REUSED', 'stuck'],
    ['waits when the server is busy', 503, 'BUSY_TRY_AGAIN', 'waiting'],
    ['waits when there were too many', 429, 'TOO_MANY_ATTEMPTS', 'waiting'],
    ['waits when the person may not log in now', 403, 'EMPLOYEE_UNKNOWN', 'waiting'],
  ])('%s', async (_, status, code, state) => {
    const { services, controls } = await createBoundPhone()
    controls.answer(() => refusal(status, code))
    await services.submitCheckIn(draft())
    expect(await services.queue.entries()).toMatchObject([{ state }])
  })

  it('waits as long as the server asks', async () => {
    const { services, controls } = await createBoundPhone()
    let count = 0
    controls.answer(() => {
      count++
      return json(429, { code: 'TOO_MANY_REQUESTS' }, { 'retry-after': '90' })
    })
    await services.submitCheckIn(draft())
    await controls.advance(89_000)
    expect(count).toBe(1)
    await controls.advance(2_000)
    expect(count).toBe(2)
  })

  it.each([
    ['a fault over one body', () => refusal(500, 'INTERNAL')],
    ['a firewall’s own page', () => success({ status: 403, headers: {}, text: '<html>blocked</html>' })],
    ['silence', () => failure('timeout' as const)],
  ])('keeps no other waiting: %s', async (_, answer) => {
    const { services, controls } = await createBoundPhone()
    await services.submitCheckIn(draft({ note: '不合防火墙的意' }))
    await services.submitCheckIn(draft({ slot: slotReply({ kind: 'late' }), tappedAtMs: START_MS + 1 }))
    const server = createServer()
    controls.answer((request) => (request.body?.includes('防火墙') === true ? answer() : server.handle(request)))
    await services.queue.run()
    expect(server.recorded.size).toBe(1)
    expect(await services.queue.entries()).toMatchObject([{ slot: { kind: 'early' }, state: 'waiting' }])
    const before = controls.sent.length
    await controls.advance(5 * 60_000)
    expect(controls.sent.length).toBeGreaterThan(before)
  })

  it('asks for no more when there were too many', async () => {
    const { services, controls } = await createBoundPhone()
    await services.submitCheckIn(draft())
    await services.submitCheckIn(draft({ slot: slotReply({ kind: 'late' }) }))
    const before = controls.sent.length
    controls.answer(() => refusal(429, 'TOO_MANY_ATTEMPTS'))
    await services.queue.run()
    expect(controls.sent.length).toBe(before + 1)
  })

  it('is judged once, and its photo goes, though the phone is full when the answer comes', async () => {
    const { services, controls } = await createBoundPhone()
    const server = createServer()
    controls.answer((request) => {
      controls.refusesToKeep = (key) => key.startsWith('queue:')
      return server.handle(request)
    })
    controls.answerUploads(() => success({ status: 200, headers: {}, text: '' }))
    let judgements = 0
    services.queue.onJudged(() => judgements++)
    await services.submitCheckIn(draft({ photos: [await photoOf(services)] }))
    await services.queue.run()
    await services.queue.run()
    expect([judgements, controls.uploads.length]).toEqual([1, 1])
    expect(await services.queue.entries()).toEqual([])
  })

  it('keeps a photo that cannot be read now', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(createServer().handle)
    controls.answerUploads(() => success({ status: 200, headers: {}, text: '' }))
    const photo = await photoOf(services)
    controls.filesReadable = false
    await services.submitCheckIn(draft({ photos: [photo] }))
    await settle()
    expect(await services.queue.entries()).toMatchObject([{ photos: [{ state: 'waiting' }] }])
    controls.filesReadable = true
    await services.queue.run()
    expect(controls.uploads.map(({ filePath }) => filePath)).toEqual([photo.path])
    expect(await services.queue.entries()).toEqual([])
  })

  it('gives up a photo that nobody takes any more, and not before', async () => {
    const { services, controls } = await createBoundPhone()
    const server = createServer()
    controls.answer((request) =>
      request.url.endsWith('/ticket') ? refusal(403, 'DEVICE_NEEDED') : server.handle(request),
    )
    await services.submitCheckIn(draft({ photos: [await photoOf(services)] }))
    for (const hours of [1, 24]) {
      controls.setClock(START_MS + hours * 3_600_000)
      await services.queue.run()
      expect(await services.queue.entries()).toMatchObject([{ photos: [{ state: 'waiting' }] }])
    }
    controls.setClock(START_MS + 48 * 3_600_000)
    await services.queue.run()
    expect(await services.queue.entries()).toEqual([])
    expect(controls.disk.files.size).toBe(0)
  })

  it('of another person is cleared away with its photos when it is over', async () => {
    const phone = await createBoundPhone()
    phone.controls.answer(createServer().handle)
    await phone.services.submitCheckIn(draft({ photos: [await photoOf(phone.services)] }))
    await settle()
    expect(await phone.services.queue.entries()).toMatchObject([{ state: 'judged' }])
    const session = (await phone.services.session.current())!
    await phone.services.session.adopt({ ...session, employee: { ...session.employee, id: 'employee-2' } })
    const risen = await createBoundPhone(phone.controls.disk)
    risen.services.queue.start()
    await settle()
    expect(await risen.services.localData.waitingCount()).toBe(1)
    await risen.controls.advance(3 * 24 * 3_600_000)
    expect(await risen.services.localData.waitingCount()).toBe(0)
    risen.controls.show()
    await settle()
    expect(phone.controls.disk.files.size).toBe(0)
    expect(await risen.services.localData.erase()).toBe('erased')
  })

  it("is not sent in another person's session", async () => {
    const { services, controls } = await createBoundPhone()
    await services.submitCheckIn(draft())
    const other = await services.session.current()
    await services.session.adopt({ ...other!, employee: { ...other!.employee, id: 'employee-2' } })
    const before = controls.sent.length
    await services.queue.run()
    expect(controls.sent.length).toBe(before)
    expect(await services.queue.entries()).toEqual([])
  })
})

/** A platform that dies at its n-th effect: before it, or after it and before anybody hears of it. */
function mortal(platform: Platform, effectsUntilDeath: number, diesAfter: boolean): Platform {
  let effects = 0
  const never = new Promise<never>(() => {})
  const effect = <Value>(run: () => Promise<Value>): Promise<Value> => {
    effects++
    if (effects > effectsUntilDeath) return never
    const isLast = effects === effectsUntilDeath
    if (isLast && !diesAfter) return never
    const done = run()
    return isLast ? done.then(() => never) : done
  }
  return {
    ...platform,
    storage: {
      ...platform.storage,
      write: (key, text) => effect(() => platform.storage.write(key, text)),
      remove: (key) => effect(() => platform.storage.remove(key)),
    },
    files: { ...platform.files, remove: (path) => effect(() => platform.files.remove(path)) },
    http: {
      send: (request) => ({ reply: effect(() => platform.http.send(request).reply), abort: () => {} }),
      upload: (upload) => ({ reply: effect(() => platform.http.upload(upload).reply), abort: () => {} }),
    },
  }
}

describe('an app that is killed', () => {
  const steps = Array.from({ length: 11 }, (_, index) => index + 1)

  it.each(steps.flatMap((step) => [[step, false] as const, [step, true] as const]))(
    'at effect %d (after it: %p) sends nothing twice and loses nothing that was kept',
    async (step, diesAfter) => {
      const disk: Disk = emptyDisk()
      const server = createServer()
      const before = await createBoundPhone(disk)
      const photo = await photoOf(before.services)

      const dying = createFakePlatform(disk)
      dying.controls.answer(server.handle)
      dying.controls.answerUploads(() => success({ status: 200, headers: {}, text: '' }))
      void createServices(mortal(dying, step, diesAfter)).submitCheckIn(draft({ photos: [photo] }))
      await settle()
      const wasKept = Array.from(disk.storage.keys()).some((key) => key.startsWith('queue:'))
      const wasRecorded = server.recorded.size

      const risen = await createBoundPhone(disk)
      risen.controls.answer(server.handle)
      risen.controls.answerUploads(() => success({ status: 200, headers: {}, text: '' }))
      await risen.services.queue.run()
      await settle()
      expect(server.recorded.size).toBe(wasKept ? 1 : wasRecorded)
      expect(server.recorded.size).toBeLessThanOrEqual(1)
      expect(await risen.services.queue.entries()).toEqual([])
    },
  )

  it('is asked enough: the steps above reach from before keeping to the end', async () => {
    const disk = emptyDisk()
    await createBoundPhone(disk)
    const platform = createFakePlatform(disk)
    platform.controls.answer(() => failure('unreachable'))
    void createServices(mortal(platform, 1, false)).submitCheckIn(draft())
    await settle()
    expect(platform.controls.sent).toEqual([])
    expect(Array.from(disk.storage.keys()).filter((key) => key.startsWith('queue:'))).toEqual([])
  })
})
