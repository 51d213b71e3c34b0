import { makeTempFolder } from '../../../../test/temp-folder'
import { freeBytes } from './object-draft'
import { createRoom } from './room'

const temp = makeTempFolder()
afterAll(() => temp.remove())

/** More than the machine writes meanwhile. */
const UPLOAD_BYTES = 2 ** 30

it('counts uploads that are under way together, and no longer', async () => {
  const free = await freeBytes(temp.path)
  // Room for one and a half, whatever else is written to this disk meanwhile.
  const room = createRoom(temp.path, free - 1.5 * UPLOAD_BYTES)
  let end = () => {}
  const begun = new Promise<void>((resolve) => {
    void room.during(UPLOAD_BYTES, () => {
      resolve()
      return new Promise<void>((ended) => (end = ended))
    })
  })
  await begun
  const refused = { code: 'ServiceUnavailable' }
  await expect(room.during(UPLOAD_BYTES, async () => 'taken')).rejects.toMatchObject(refused)
  end()
  expect(await room.during(UPLOAD_BYTES, async () => 'taken')).toBe('taken')
  await expect(room.during(UPLOAD_BYTES, () => Promise.reject(new Error('broken off')))).rejects.toThrow('broken off')
  expect(await room.during(UPLOAD_BYTES, async () => 'taken')).toBe('taken')
  await expect(room.during(2 * UPLOAD_BYTES, async () => 'taken')).rejects.toMatchObject(refused)
})
