import { approvalReply, decidedReply, meReply } from '../test/approvals'
import { json, refusal } from '../test/fake-platform'
import { createBoundPhone } from '../test/phone'
import { sessionReply } from '../test/replies'
import type { HttpRequest } from '../platform/platform'
import { failure } from '../result'

const isLogin = ({ url }: HttpRequest) => url.endsWith('/api/v1/sessions')
const isDecision = ({ url }: HttpRequest) => url.endsWith('/decision')

async function phoneWith(decide: (request: HttpRequest) => ReturnType<typeof json>, now = decidedReply()) {
  const phone = await createBoundPhone()
  phone.controls.loginCodes.push('code-1', 'code-2')
  phone.controls.answer((request) => {
    if (isLogin(request)) return json(200, sessionReply({ accessToken: 'fresh' }))
    if (isDecision(request)) return decide(request)
    return json(200, now)
  })
  const decisions = () => phone.controls.sent.filter(isDecision)
  return { ...phone, decisions }
}

describe('a decision', () => {
  it('names the version that was read, in a session of this moment', async () => {
    const { services, decisions } = await phoneWith(() => json(200, decidedReply()))
    const decided = await services.approvals.decide(approvalReply({ subjectVersion: 7 }), 'approve', '  路上小心 ')
    expect(decided).toEqual({ kind: 'decided', approval: decidedReply() })
    expect(decisions()).toHaveLength(1)
    expect(decisions()[0]?.headers['authorization']).toBe('Bearer fresh')
    expect(JSON.parse(decisions()[0]?.body ?? '')).toEqual({
      decision: 'approve',
      subjectVersion: 7,
      comment: '路上小心',
    })
  })

  it('says nothing where nothing was written', async () => {
    const { services, decisions } = await phoneWith(() => json(200, decidedReply()))
    await services.approvals.decide(approvalReply(), 'reject', '  ')
    expect(JSON.parse(decisions()[0]?.body ?? '')).toEqual({ decision: 'reject', subjectVersion: 1 })
  })

  it('is sent once, however often it is tapped', async () => {
    const { services, decisions } = await phoneWith(() => json(200, decidedReply()))
    const both = await Promise.all([
      services.approvals.decide(approvalReply(), 'approve', ''),
      services.approvals.decide(approvalReply(), 'reject', ''),
    ])
    expect(both.map(({ kind }) => kind)).toEqual(['decided', 'decided'])
    expect(decisions()).toHaveLength(1)
  })

  it('may be repeated when its answer got lost', async () => {
    let isLost = true
    const { services, decisions } = await phoneWith(() => {
      if (!isLost) return json(200, decidedReply())
      isLost = false
      return failure('timeout')
    })
    expect(await services.approvals.decide(approvalReply(), 'approve', '')).toMatchObject({
      kind: 'failed',
      at: 'decision',
      problem: { kind: 'unreachable' },
    })
    expect(await services.approvals.decide(approvalReply(), 'approve', '')).toMatchObject({ kind: 'decided' })
    expect(decisions().map(({ body }) => body)).toEqual([decisions()[0]?.body, decisions()[0]?.body])
  })

  it('is not sent without a fresh log-in', async () => {
    const { services, controls, decisions } = await phoneWith(() => json(200, decidedReply()))
    controls.loginCodes.length = 0
    expect(await services.approvals.decide(approvalReply(), 'approve', '')).toMatchObject({
      kind: 'failed',
      at: 'login',
    })
    expect(decisions()).toEqual([])
  })

  it('is taken back to the reader when what it is about changed', async () => {
    const now = approvalReply({ subjectVersion: 2 })
    const { services, decisions } = await phoneWith(() => refusal(409, 'VERSION_CONFLICT'), now)
    expect(await services.approvals.decide(approvalReply(), 'approve', '')).toEqual({ kind: 'changed', approval: now })
    expect(decisions()).toHaveLength(1)
  })

  it('shows the outcome when it changed and was decided meanwhile', async () => {
    const { services } = await phoneWith(() => refusal(409, 'VERSION_CONFLICT'))
    expect(await services.approvals.decide(approvalReply(), 'approve', '')).toMatchObject({
      kind: 'closed',
      approval: { status: 'approved' },
    })
  })

  it.each([
    'APPROVAL_ALREADY_DECIDED',
    'APPROVAL_EXPIRED',
    'APPROVAL_WITHDRAWN',
    'APPROVAL_NOT_NEEDED',
    'REQUESTER_LEFT',
  ])('%s: shows what became of it', async (code) => {
    const now = decidedReply({ status: 'withdrawn', decidedBy: null })
    const { services } = await phoneWith(() => refusal(409, code), now)
    expect(await services.approvals.decide(approvalReply(), 'approve', '')).toEqual({
      kind: 'closed',
      approval: now,
      message: code,
    })
  })

  it('says so where the outcome may not be read any more', async () => {
    const { services, controls } = await phoneWith(() => refusal(409, 'APPROVAL_ALREADY_DECIDED'))
    controls.answer((request) => {
      if (isLogin(request)) return json(200, sessionReply())
      return isDecision(request) ? refusal(409, 'APPROVAL_ALREADY_DECIDED') : refusal(404, 'NOT_FOUND')
    })
    expect(await services.approvals.decide(approvalReply(), 'approve', '')).toMatchObject({
      kind: 'closed',
      approval: null,
    })
  })

  it.each(['NOT_APPROVER', 'OWN_REQUEST', 'DEVICE_OF_ANOTHER'])('%s decides nothing', async (code) => {
    const { services } = await phoneWith(() => refusal(403, code))
    expect(await services.approvals.decide(approvalReply(), 'approve', '')).toMatchObject({
      kind: 'failed',
      problem: { code },
    })
  })

  it('leaves one less waiting', async () => {
    const { services, controls } = await phoneWith(() => json(200, decidedReply()))
    controls.answer((request) => {
      if (isLogin(request)) return json(200, sessionReply())
      if (request.url.endsWith('/me')) return json(200, meReply())
      if (isDecision(request)) return json(200, decidedReply())
      return json(200, { items: [approvalReply(), approvalReply({ id: 'approval-2' })], nextCursor: null })
    })
    await services.authority.refresh()
    await services.approvals.decide(approvalReply(), 'approve', '')
    expect(await services.authority.current()).toMatchObject({ waiting: 1 })
  })
})

describe('photos of somebody else', () => {
  it.each([403, 404])('are hidden by a %i', async (status) => {
    const { services, controls } = await createBoundPhone()
    controls.answer(() => refusal(status, 'NOT_FOUND'))
    expect(await services.approvalPhotos.show('attempt-1')).toEqual({ ok: false, problem: { kind: 'hidden' } })
  })

  it('are listed, those that are verified with an address', async () => {
    const { services, controls } = await createBoundPhone()
    controls.answer(({ url }) =>
      url.includes('/view')
        ? json(200, { url: `https://photos/${url.includes('aa') ? 'a' : 'b'}`, expiresAt: '' })
        : json(200, {
            items: [
              { sha256: 'aa', state: 'verified' },
              { sha256: 'bb', state: 'awaited' },
            ],
            deadline: null,
          }),
    )
    expect(await services.approvalPhotos.show('attempt-1')).toMatchObject({
      ok: true,
      value: { photos: [{ sha256: 'aa' }, { sha256: 'bb' }], urls: { aa: 'https://photos/a' } },
    })
  })

  it('may fail to load', async () => {
    const { services } = await createBoundPhone()
    expect(await services.approvalPhotos.show('attempt-1')).toMatchObject({ ok: false, problem: { kind: 'failed' } })
  })
})
