import { meReply } from '../test/approvals'
import { json } from '../test/fake-platform'
import { createBoundPhone } from '../test/phone'
import { recordMonth } from '../test/record-replies'
import { checkInReply, sessionReply } from '../test/replies'

const DRAFT = JSON.stringify({ content: { photos: [{ path: 'kept/photo-1' }] } })

describe('what this phone keeps', () => {
  it('goes as a whole: key, session, drafts with their photos', async () => {
    const { services, controls } = await createBoundPhone()
    const { storage, files } = controls.disk
    storage.set('draft:employee-1:2026-11-18:early-1', DRAFT)
    storage.set('draft:broken', '{')
    files.set('kept/photo-1', { sha256: 'a', byteLength: 1 })
    await services.preferences.write({ quickCheckIn: true })
    expect(await services.localData.erase()).toBe('erased')
    expect(Array.from(storage.keys())).toEqual([])
    expect(Array.from(files.keys())).toEqual([])
    expect(await services.keys.current()).toBeNull()
    expect(await services.session.current()).toBeNull()
    expect(await services.contexts.current()).toBeNull()
    expect(await services.challenges.next()).toBeNull()
  })

  it('goes from memory too: records, authority and the latest replies, even for the same person', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(({ url }) => {
      if (url.endsWith('/me')) return json(200, meReply())
      return json(200, url.includes('/months/') ? recordMonth('2026-11') : { items: [], nextCursor: null })
    })
    await services.ownRecords.loadMonth('2026-11')
    await services.authority.refresh()
    services.latestReplies.keep(checkInReply({ attemptId: 'attempt-1' }))
    await services.localData.erase()
    await services.session.adopt(sessionReply())
    expect(await services.ownRecords.month('2026-11')).toBeNull()
    expect(await services.authority.current()).toBeNull()
    expect(services.latestReplies.find('attempt-1')).toBeNull()
  })

  it('stays while check-ins wait, whoever’s they are', async () => {
    const { services, controls } = await createBoundPhone()
    controls.disk.storage.set('queue:other', JSON.stringify({ employeeId: 'employee-2' }))
    expect(await services.localData.waitingCount()).toBe(1)
    expect(await services.localData.erase()).toBe('waiting')
    expect(await services.keys.current()).not.toBeNull()
    expect(controls.disk.storage.has('device-key')).toBe(true)
  })
})
