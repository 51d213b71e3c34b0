import { contextReply, slotReply } from '../../test/replies'
import { applicationView, needsOf } from './application.view'

const photo = { path: 'p', sha256: 'a', byteLength: 1, takenAtMs: 0, contentType: 'image/jpeg' } as const

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

  it.each([
    ['nothing yet', { reason: '', photo: null }, false, '先拍 1 张现场照片'],
    ['a photo', { reason: '', photo }, false, '还差 5 个字'],
    ['a short reason', { reason: '地下室', photo }, false, '还差 2 个字'],
    ['blanks do not count', { reason: ' 地下室  ', photo }, false, '还差 2 个字'],
    ['all of it', { reason: '地下室没信号', photo }, true, ''],
    ['all of it, under way', { reason: '地下室没信号', photo, isSending: true }, false, ''],
  ])('with %s', (_, change, isReady, missing) => {
    const view = applicationView({
      slot: slotReply(),
      context: contextReply(),
      needs: { reason: true, photo: true, note: false },
      note: '',
      isSending: false,
      ...change,
    })
    expect(view).toMatchObject({ isReady, missing, lead: '早签到，发给王建国审批' })
  })
})
