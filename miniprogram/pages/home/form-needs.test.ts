import { contextReply, siteReply, slotReply } from '../../test/replies'
import { createBoundPhone } from '../../test/phone'
import { reading } from '../../test/fake-platform'
import { success } from '../../result'
import { needsForm } from './form-needs'

const EARLY = slotReply()
const VISIT = slotReply({ kind: 'visit', span: 0, dueAt: null })
const BOTH = [siteReply(), siteReply({ id: 'site-2', name: '嘉澜纸业' })]

describe('a tap that leads to a form', () => {
  it.each([
    ['early', EARLY, {}, BOTH, null, false],
    ['early with a photo', EARLY, { photoFor: ['early'] as const }, BOTH, null, true],
    ['early with a note', EARLY, { noteFor: ['early'] as const }, BOTH, null, true],
    ['early, a record for visits', EARLY, { visitRecordRequired: true }, BOTH, null, false],
    ['a visit at one site', VISIT, {}, [siteReply()], null, false],
    ['a visit with a record', VISIT, { visitRecordRequired: true }, [siteReply()], null, true],
    ['a visit with a photo', VISIT, { photoFor: ['visit'] as const }, [siteReply()], null, true],
    ['a visit where two sites hold', VISIT, {}, BOTH, null, true],
    ['a visit where two hold, and one is chosen', VISIT, {}, BOTH, 'site-2', false],
  ])('%s', async (_, slot, change, sites, siteId, expected) => {
    const { services, controls } = await createBoundPhone()
    const context = contextReply({ sites, policy: { ...contextReply().policy, ...change } })
    controls.location = success(reading())
    services.placeWatch.judgeBy(context, siteId)
    await services.placeWatch.refresh()
    expect(needsForm(slot, context, services.placeWatch.state(), false)).toBe(expected)
  })

  it('is every one from a phone that waits for approval', () => {
    expect(needsForm(EARLY, contextReply(), { verdict: null }, true)).toBe(true)
  })
})
