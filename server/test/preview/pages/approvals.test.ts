/** Deciding, as taps on the real pages: what goes to the server, and what the screen says of it. */
import type { ApprovalReply } from '#contract/api-approvals'
import {
  approvalReply,
  attemptSubject,
  decidedReply,
  meReply,
  summaryReply,
} from '../../../../miniprogram/test/approvals'
import { sessionReply } from '../../../../miniprogram/test/replies'
import { openRendered, type RenderedPhone } from '../rendered'
import { loggedIn, recordingWx, refusal, type Answers } from './recording-wx'

const ONE = 'GET /api/v1/approvals/approval-1'
const DECIDE = 'POST /api/v1/approvals/approval-1/decision'
const PHOTO_LIST = 'GET /api/v1/check-ins/attempt-1/photos'
const PHOTOS: Answers = {
  [PHOTO_LIST]: {
    items: [
      {
        sha256: 'aa',
        byteLength: 420_000,
        takenAt: '2026-11-18T00:41:30.000Z',
        state: 'verified',
        problem: null,
        widthPixels: 1200,
        heightPixels: 1600,
        verifiedAt: '2026-11-18T00:42:30.000Z',
      },
    ],
    deadline: null,
  },
  'GET /api/v1/check-ins/attempt-1/photos/aa/view?size=display': {
    url: 'https://photos.example/a',
    expiresAt: '2026-11-18T00:57:30.000Z',
  },
}
/** An answer that nobody of ours gave: whether the server heard us is not known. */
const LOST = 502

interface Options {
  readonly page?: string
  readonly waiting?: readonly ApprovalReply[]
  readonly permissions?: ReturnType<typeof meReply>['permissions']
  readonly answers?: Answers
}

async function open({ page = 'pages/requests/requests', waiting = [approvalReply()], ...options }: Options = {}) {
  const pending = { items: waiting, nextCursor: null }
  const { permissions } = options
  const recording = recordingWx({
    'POST /api/v1/sessions': sessionReply(),
    'GET /api/v1/me': meReply(permissions === undefined ? {} : { permissions }),
    'GET /api/v1/approvals?role=approver&status=pending&limit=20': pending,
    'GET /api/v1/approvals?role=approver&status=pending&limit=50': pending,
    'GET /api/v1/approvals': { items: [], nextCursor: null },
    'GET /api/v1/team/today': {
      serverTime: '2026-11-18T08:52:07+08:00',
      summary: summaryReply(),
      items: [],
      nextCursor: null,
    },
    [ONE]: waiting[0],
    [DECIDE]: decidedReply(),
    ...options.answers,
  })
  const phone = await openRendered({ page, wx: recording.wx, storage: loggedIn() })
  const bodies = () =>
    recording.sent.filter(({ line }) => line === DECIDE).map(({ body }) => JSON.parse(body) as Record<string, unknown>)
  return { phone, bodies, sent: recording.sent }
}

/** The platform's own view. */
const seeFullSize = (phone: RenderedPhone) =>
  phone.until(() =>
    expect(phone.window.document.querySelector('.preview-image')?.outerHTML).toContain('https://photos.example/a'),
  )
const see = (phone: RenderedPhone, text: string) => phone.until(() => expect(phone.text()).toContain(text))

describe('the list of a leader', () => {
  it('decides with one request that names the version that was read', async () => {
    const { phone, bodies } = await open({ waiting: [approvalReply({ subjectVersion: 3 })] })
    await see(phone, '待我审批 1')
    await phone.tap(phone.byText('同意换机'))
    await see(phone, '王建国同意')
    expect(bodies()).toEqual([{ decision: 'approve', subjectVersion: 3 }])
    expect(phone.findAll('.card__acts')).toEqual([])
    expect(phone.phone.errors).toEqual([])
  })

  it('sends a double tap once', async () => {
    const { phone, bodies } = await open()
    await see(phone, '同意换机')
    const button = phone.byText('同意换机')
    await Promise.all([phone.tap(button), phone.tap(button)])
    await see(phone, '王建国同意')
    expect(bodies()).toHaveLength(1)
  })

  it('reads anew what changed, and decides nothing', async () => {
    const changed = approvalReply({ subjectVersion: 2, subject: attemptSubject({ photoCount: 2 }) })
    const tries = [refusal(409, 'VERSION_CONFLICT'), decidedReply()]
    const { phone, bodies } = await open({
      waiting: [approvalReply({ subject: attemptSubject() })],
      answers: { [DECIDE]: () => tries.shift(), [ONE]: changed },
    })
    await see(phone, '同意，记为早签到')
    await phone.tap(phone.byText('同意，记为早签到'))
    await see(phone, '内容有变化，还没有决定：照片从 1 张变为 2 张。看过再定')
    expect(bodies()).toHaveLength(1)
    await phone.tap(phone.byText('同意，记为早签到'))
    await see(phone, '王建国同意')
    expect(bodies().map(({ subjectVersion }) => subjectVersion)).toEqual([1, 2])
  })

  it('asks for a comment before it rejects, and keeps it when the answer is lost', async () => {
    const tries: unknown[] = [LOST, decidedReply({ status: 'rejected' })]
    const { phone, bodies } = await open({ answers: { [DECIDE]: () => tries.shift() } })
    await see(phone, '驳回')
    await phone.tap('.card .button--danger')
    await see(phone, '驳回陈雨桐的换手机')
    await phone.type('textarea', '请带旧手机来')
    await phone.tap('.sheet-foot .button--danger')
    await see(phone, '没等到回应')
    await phone.tap('.card .button--danger')
    await phone.until(() => expect(phone.find('textarea')).toMatchObject({ value: '请带旧手机来' }))
    await phone.tap('.sheet-foot .button--danger')
    await see(phone, '王建国驳回')
    const body = { decision: 'reject', subjectVersion: 1, comment: '请带旧手机来' }
    expect(bodies()).toEqual([body, body])
  })

  it('shows on its tab that something waits, and one less afterwards', async () => {
    const { phone } = await open({ waiting: [approvalReply(), approvalReply({ id: 'approval-2' })] })
    const tab = () => phone.window.document.querySelectorAll('.tab')[2]?.textContent
    await phone.until(() => expect(tab()).toBe('审批2'))
    await phone.tap(phone.findAll('.card .button--primary')[0]!)
    await phone.until(() => expect(tab()).toBe('审批1'))
  })

  it('is not there for staff', async () => {
    const { phone } = await open({ waiting: [], permissions: ['self.use'] })
    await see(phone, '没有申请')
    expect(phone.findAll('.segments')).toEqual([])
    expect(phone.window.document.querySelectorAll('.tab')[2]?.textContent).toBe('申请')
  })
})

describe('photos from the list', () => {
  it('open by one tap', async () => {
    const { phone } = await open({ waiting: [approvalReply({ subject: attemptSubject() })], answers: PHOTOS })
    await phone.tap(await phone.until(() => phone.byText('照片 1 张')))
    await seeFullSize(phone)
  })
})

describe('one request in full', () => {
  const page = 'packages/manage/approval/approval?id=approval-1'

  it('decides once, with the comment', async () => {
    const { phone, bodies } = await open({ page })
    await see(phone, '同意换机')
    await phone.type('textarea', '收到')
    const button = phone.find('.foot .button--primary')
    await Promise.all([phone.tap(button), phone.tap(button)])
    await see(phone, '王建国同意')
    expect(bodies()).toEqual([{ decision: 'approve', subjectVersion: 1, comment: '收到' }])
    expect(phone.findAll('.foot')).toEqual([])
  })

  it('shows the outcome of one that somebody else decided', async () => {
    const reads = [approvalReply(), decidedReply({ status: 'rejected' })]
    const { phone } = await open({
      page,
      answers: { [DECIDE]: refusal(409, 'APPROVAL_ALREADY_DECIDED'), [ONE]: () => reads.shift() },
    })
    await see(phone, '同意换机')
    await phone.tap('.foot .button--primary')
    await see(phone, '不用再处理：王建国驳回')
    expect(phone.findAll('.foot')).toEqual([])
  })

  it('shows the photos to whoever is asked', async () => {
    const { phone } = await open({ page, waiting: [approvalReply({ subject: attemptSubject() })], answers: PHOTOS })
    const tile = await phone.until(() => phone.find('.tile__open'))
    expect(tile.getAttribute('aria-label')).toBe('第 1 张照片，已核对')
    expect(phone.text()).toContain('每次看照片都会留下记录')
    await phone.tap(tile)
    await seeFullSize(phone)
  })

  it('says plainly where photos need another right, and only there', async () => {
    const asked = { page, waiting: [approvalReply({ subject: attemptSubject() })] }
    const { phone } = await open({ ...asked, answers: { [PHOTO_LIST]: refusal(404, 'NOT_FOUND') } })
    await see(phone, '看这些照片要另外的权限，请人事看')
    const lost = await open({ ...asked, answers: { [PHOTO_LIST]: LOST } })
    await see(lost.phone, '照片没打开，下拉再试一次')
  })

  it('says so when it cannot be opened', async () => {
    const { phone } = await open({ page, answers: { [ONE]: refusal(404, 'NOT_FOUND') } })
    await see(phone, '这个申请打不开，可能已处理，或不由你审批')
  })
})
