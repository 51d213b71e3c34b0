import { createBoundPhone } from '../test/phone'

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

  it('stays while check-ins wait, whoever’s they are', async () => {
    const { services, controls } = await createBoundPhone()
    controls.disk.storage.set('queue:other', JSON.stringify({ employeeId: 'employee-2' }))
    expect(await services.localData.waitingCount()).toBe(1)
    expect(await services.localData.erase()).toBe('waiting')
    expect(await services.keys.current()).not.toBeNull()
    expect(controls.disk.storage.has('device-key')).toBe(true)
  })
})
