import { EMPTY_DRAFT, type DraftContent } from '../../services/drafts-content'
import { START_MS } from '../../test/fake-platform'
import { contextReply, slotReply } from '../../test/replies'
import { applicationView, needsOf } from './application.view'

const photo = { path: 'p', sha256: 'a', byteLength: 1, takenAtMs: START_MS, contentType: 'image/jpeg' } as const

describe('what a check-in needs', () => {
  const policy = { ...contextReply().policy, photoFor: ['early'], noteFor: ['early'] } as const
  it.each([
    ['an application', contextReply(), true, false, { reason: true, photo: true, note: false }],
    ['a phone whose change waits', contextReply(), false, true, { reason: false, photo: true, note: false }],
    ['a rule', contextReply({ policy }), false, false, { reason: false, photo: true, note: true }],
    ['nothing', contextReply(), false, false, { reason: false, photo: false, note: false }],
  ])('by %s', (_, context, applies, isHeld, needs) => {
    expect(needsOf(slotReply(), context, applies, isHeld)).toEqual(needs)
  })

  const viewOf = (change: Partial<DraftContent>, isSending = false, phoneNowMs = START_MS) =>
    applicationView({
      slot: slotReply(),
      context: contextReply(),
      needs: { reason: true, photo: true, note: false },
      content: { ...EMPTY_DRAFT, ...change },
      phoneNowMs,
      isSending,
    })

  it.each([
    ['nothing yet', {}, false, '先拍 1 张现场照片'],
    ['a photo', { photos: [photo] }, false, '还差 5 个字'],
    ['a short reason', { reason: '地下室', photos: [photo] }, false, '还差 2 个字'],
    ['blanks do not count', { reason: ' 地下室  ', photos: [photo] }, false, '还差 2 个字'],
    ['all of it', { reason: '地下室没信号', photos: [photo] }, true, ''],
  ])('with %s', (_, content, isReady, missing) => {
    expect(viewOf(content)).toMatchObject({ isReady, missing, lead: '早签到，发给王建国审批' })
  })

  it('is not ready twice', () => {
    expect(viewOf({ reason: '地下室没信号', photos: [photo] }, true)).toMatchObject({
      isReady: false,
      canTake: false,
      photos: [{ canRemove: false }],
    })
  })

  it('asks for a new photo when one is too old to count', () => {
    const view = viewOf({ reason: '地下室没信号', photos: [photo] }, false, START_MS + 11 * 60_000)
    expect(view).toMatchObject({ isReady: false, missing: '有照片拍了超过 10 分钟，删掉重拍' })
  })

  it('takes nine photos and no more', () => {
    const photos = Array.from({ length: 9 }, (_, index) => ({ ...photo, sha256: String(index) }))
    expect(viewOf({ photos: photos.slice(1) }).canTake).toBe(true)
    expect(viewOf({ photos }).canTake).toBe(false)
  })
})
