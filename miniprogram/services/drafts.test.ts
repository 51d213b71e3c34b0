import { emptyDisk, settle, START_MS, type Disk } from '../test/fake-platform'
import { createBoundPhone } from '../test/phone'
import { siteReply, slotReply } from '../test/replies'
import type { DraftName } from './drafts-store'
import { EMPTY_DRAFT, LONGEST } from './drafts-content'
import type { Services } from './services'
import { MOST_PHOTOS } from '../contract/photos'

const NAME: DraftName = {
  workDay: '2026-11-18',
  key: 'visit-0',
  keepUntilMs: Date.parse('2026-11-19T00:00:00+08:00'),
}
const DAY_MS = 86_400_000

async function photoOf(services: Services) {
  const photo = await services.takePhoto({}, () => [])
  if (!photo.ok) throw new Error(photo.problem)
  return photo.value
}

const draftKeys = (disk: Disk) => Array.from(disk.storage.keys()).filter((key) => key.startsWith('draft:'))

describe('what was begun', () => {
  it('survives a kill of the app: texts after a pause, photos at once', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    draft.change({ notes: '读数' })
    draft.change({ notes: '读数漂移', siteId: 'site-1' })
    await controls.advance(400)
    const photo = await photoOf(services)
    expect(await draft.addPhoto(photo)).toBe(true)
    draft.change({ notes: '读数漂移，换' })
    // Killed here: the last words were typed less than a pause ago.
    const risen = await createBoundPhone(controls.disk)
    const again = await risen.services.drafts.open(NAME)
    expect(again.content()).toEqual({ ...EMPTY_DRAFT, notes: '读数漂移', siteId: 'site-1', photos: [photo] })
  })

  it('is written down when the page closes', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    draft.change({ reason: '地下室' })
    await draft.save()
    const risen = await createBoundPhone(controls.disk)
    expect((await risen.services.drafts.open(NAME)).content().reason).toBe('地下室')
  })

  it('is nothing before something was begun', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    await draft.save()
    expect(draft.content()).toBe(EMPTY_DRAFT)
    expect(draftKeys(controls.disk)).toEqual([])
    expect(await services.drafts.has(NAME)).toBe(false)
  })

  it('loses a photo whose file is gone, and keeps the others', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    const [gone, other] = [await photoOf(services), await photoOf(services)]
    await draft.addPhoto(gone)
    await draft.addPhoto(other)
    controls.disk.files.delete(gone.path)
    const risen = await createBoundPhone(controls.disk)
    expect((await risen.services.drafts.open(NAME)).content().photos).toEqual([other])
  })

  it.each([
    ['another day', { ...NAME, workDay: '2026-11-17' }, 'employee-1'],
    ['another slot', { ...NAME, key: 'late-1' }, 'employee-1'],
    ['another person', NAME, 'employee-2'],
  ])('is not shown to %s', async (_, name, employeeId) => {
    const { services } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    draft.change({ notes: '机密' })
    await draft.save()
    const session = await services.session.current()
    await services.session.adopt({ ...session!, employee: { ...session!.employee, id: employeeId } })
    expect((await services.drafts.open(name)).content()).toBe(EMPTY_DRAFT)
  })

  it('is cut at what the server takes', async () => {
    const { services } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    draft.change({ notes: '字'.repeat(LONGEST.notes + 9), customer: '户'.repeat(LONGEST.customer + 1) })
    expect(draft.content().notes).toHaveLength(LONGEST.notes)
    expect(draft.content().customer).toHaveLength(LONGEST.customer)
  })

  it('takes as many photos as a check-in may carry, each once, and leaves no file of the others', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    for (let count = 0; count < MOST_PHOTOS; count++) expect(await draft.addPhoto(await photoOf(services))).toBe(true)
    expect(await draft.addPhoto(await photoOf(services))).toBe(false)
    expect(controls.disk.files.size).toBe(MOST_PHOTOS)
  })

  it('does not take a photo that cannot be written down', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    const photo = await photoOf(services)
    controls.storageWorks = false
    expect(await draft.addPhoto(photo)).toBe(false)
    expect(draft.content().photos).toEqual([])
    expect(controls.disk.files.size).toBe(0)
  })

  it('goes with its photos when it is discarded, also what was still to be written', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    await draft.addPhoto(await photoOf(services))
    draft.change({ notes: '错了' })
    await draft.discard()
    await controls.advance(1_000)
    expect(draftKeys(controls.disk)).toEqual([])
    expect(controls.disk.files.size).toBe(0)
  })

  it('removes one photo with its file', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    const [first, second] = [await photoOf(services), await photoOf(services)]
    await draft.addPhoto(first)
    await draft.addPhoto(second)
    await draft.removePhoto(first.sha256)
    expect(Array.from(controls.disk.files.keys())).toEqual([second.path])
    const risen = await createBoundPhone(controls.disk)
    expect((await risen.services.drafts.open(NAME)).content().photos).toEqual([second])
  })
})

describe('clearing away', () => {
  it('takes what can no longer be sent, with its photos, whoever began it', async () => {
    const { services, controls } = await createBoundPhone()
    const old = await services.drafts.open({
      ...NAME,
      workDay: '2026-11-17',
      keepUntilMs: NAME.keepUntilMs - DAY_MS * 2,
    })
    await old.addPhoto(await photoOf(services))
    const present = await services.drafts.open({ ...NAME, key: 'late-1' })
    expect(draftKeys(controls.disk)).toEqual([])
    expect(controls.disk.files.size).toBe(0)
    await present.addPhoto(await photoOf(services))
    await services.drafts.cleanUp()
    expect(draftKeys(controls.disk)).toHaveLength(1)
    await controls.advance(DAY_MS)
    await services.drafts.cleanUp()
    expect(draftKeys(controls.disk)).toEqual([])
    expect(controls.disk.files.size).toBe(0)
  })

  it('keeps the newest twelve', async () => {
    const { services, controls } = await createBoundPhone()
    for (let count = 0; count < 15; count++) {
      const draft = await services.drafts.open({ ...NAME, key: `record-${count}` })
      draft.change({ notes: String(count) })
      await draft.save()
      await controls.advance(1_000)
    }
    expect(draftKeys(controls.disk)).toHaveLength(12)
    expect(await services.drafts.has({ ...NAME, key: 'record-2' })).toBe(false)
    expect(await services.drafts.has({ ...NAME, key: 'record-14' })).toBe(true)
  })

  it('throws away what cannot be read', async () => {
    const { services, controls } = await createBoundPhone()
    controls.disk.storage.set('draft:employee-1:2026-11-18:late-1', '{')
    await services.drafts.open(NAME)
    expect(draftKeys(controls.disk)).toEqual([])
  })
})

describe('handing over to the queue', () => {
  const slot = slotReply({ kind: 'visit', span: 0 })
  async function submitted(services: Services, forgetsToHandOver: boolean) {
    const draft = await services.drafts.open(NAME)
    draft.change({ notes: '换了密封圈' })
    await draft.addPhoto(await photoOf(services))
    await services.submitCheckIn({
      slot,
      site: siteReply(),
      place: { location: null, wifi: null, network: 'none' },
      photos: draft.content().photos,
      tappedAtMs: START_MS,
      draftId: draft.id,
      ...(forgetsToHandOver ? {} : { onQueued: () => draft.handOver() }),
    })
    return draft
  }

  it('leaves the photos to the queue and nothing else behind', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await submitted(services, false)
    await controls.advance(1_000)
    expect(draftKeys(controls.disk)).toEqual([])
    expect(draft.content()).toBe(EMPTY_DRAFT)
    expect(controls.disk.files.size).toBe(1)
    expect(await services.queue.entries()).toMatchObject([{ photos: [{ state: 'waiting' }] }])
  })

  it('happens before the server answers', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(() => new Promise(() => {}))
    void submitted(services, false)
    await settle()
    expect(draftKeys(controls.disk)).toEqual([])
  })

  it('is noticed afterwards when the app was killed in between: nothing is sent twice, no file is taken away', async () => {
    const { services, controls } = await createBoundPhone()
    await submitted(services, true)
    expect(draftKeys(controls.disk)).toHaveLength(1)
    const risen = await createBoundPhone(controls.disk)
    expect((await risen.services.drafts.open(NAME)).content()).toBe(EMPTY_DRAFT)
    expect(controls.disk.files.size).toBe(1)
  })

  it('is noticed by its name, not by a clock that may be set: a draft without photos', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    draft.change({ notes: '只写了几句' })
    await draft.save()
    controls.setClock(START_MS - 3_600_000)
    await services.submitCheckIn({
      slot,
      site: siteReply(),
      place: { location: null, wifi: null, network: 'none' },
      photos: [],
      tappedAtMs: START_MS - 3_600_000,
      draftId: draft.id,
    })
    const risen = await createBoundPhone(controls.disk)
    expect((await risen.services.drafts.open(NAME)).content()).toBe(EMPTY_DRAFT)
  })

  it('keeps the next one that was begun under a clock that was set back', async () => {
    const { services, controls } = await createBoundPhone()
    await submitted(services, false)
    controls.setClock(START_MS - 3_600_000)
    const next = await services.drafts.open(NAME)
    next.change({ notes: '第二家' })
    await next.save()
    const risen = await createBoundPhone(controls.disk)
    expect((await risen.services.drafts.open(NAME)).content().notes).toBe('第二家')
  })

  it('keeps a photo in the draft that cannot be read now', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await services.drafts.open(NAME)
    await draft.addPhoto(await photoOf(services))
    controls.filesReadable = false
    const risen = await createBoundPhone(controls.disk)
    risen.controls.filesReadable = false
    expect((await risen.services.drafts.open(NAME)).content().photos).toHaveLength(1)
  })

  it('does not take the next visit of the same slot for the one before', async () => {
    const { services, controls } = await createBoundPhone(emptyDisk())
    await submitted(services, false)
    await controls.advance(60_000)
    const next = await services.drafts.open(NAME)
    next.change({ notes: '第二家' })
    await next.save()
    const risen = await createBoundPhone(controls.disk)
    expect((await risen.services.drafts.open(NAME)).content().notes).toBe('第二家')
  })

  it('never removes a file that the queue sends', async () => {
    const { services, controls } = await createBoundPhone()
    const draft = await submitted(services, true)
    await draft.discard()
    expect(controls.disk.files.size).toBe(1)
  })
})
