import type { FaultReportRequest } from '#contract/api-feedback'
import { contextReply, sessionReply } from '../../../../miniprogram/test/replies'
import { faultReportRequestSchema } from '../../../src/features/feedback/feedback.schema'
import { openRendered, type RenderedPhone } from '../rendered'

interface RequestOptions {
  readonly url: string
  readonly method: string
  readonly data?: string
  readonly success: (reply: object) => void
  readonly fail: (error: object) => void
}

const PERSON = 'ZhangMin'
const WORDS = '早上在门口一直定位不准'
const session = sessionReply({ accessTokenExpiresAt: '2099-01-01T00:00:00+08:00' })
const place = { name: '张江总部', latitude: 31.2041, longitude: 121.5907, mainlandChina: true }

/** A small server: it answers what the page asks, and keeps the reports as they came. */
function serverThat(answers: { reports: 'takes' | 'cannot be reached' | 'waits' }) {
  const received: FaultReportRequest[] = []
  const waiting: (() => void)[] = []
  const give = ({ success }: RequestOptions, body: unknown) =>
    success({ statusCode: 200, data: JSON.stringify(body), header: {} })
  const request = (options: RequestOptions) => {
    const { url, method, data = '' } = options
    if (url.includes('/api/v1/context')) give(options, contextReply())
    else if (url.includes('/api/v1/feedback/mine')) give(options, { items: [], nextCursor: null })
    else if (method === 'POST' && url.endsWith('/api/v1/feedback')) {
      if (answers.reports === 'cannot be reached') options.fail({ errMsg: 'request:fail' })
      else {
        const report = JSON.parse(data) as FaultReportRequest
        received.push(report)
        const answer = () =>
          give(options, {
            id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
            text: report.text,
            diagnosis: report.diagnosis,
            includesPlace: report.includesPlace === true,
            createdAt: '2026-11-18T01:12:00Z',
            answer: null,
          })
        if (answers.reports === 'waits') waiting.push(answer)
        else answer()
      }
    } else if (url.includes('/api/v1/')) {
      options.success({ statusCode: 404, data: JSON.stringify({ code: 'ROUTE_UNKNOWN' }), header: {} })
    } else options.fail({ errMsg: 'request:fail' })
    return { abort: () => undefined }
  }
  return { received, request, release: () => waiting.splice(0).forEach((answer) => answer()) }
}

async function openFault(server: ReturnType<typeof serverThat>, storage: Record<string, unknown> = {}) {
  let placesRead = 0
  const phone = await openRendered({
    page: 'packages/help/fault/fault',
    settings: { person: PERSON, place, permissions: { location: 'granted', camera: 'ask' } },
    storage: {
      'plain:session': JSON.stringify({ session, receivedAtMs: Date.now() }),
      ...storage,
    },
    wx: {
      request: server.request,
      getLocation: ({ success }: { success: (reply: object) => void }) => {
        placesRead++
        success({ latitude: place.latitude, longitude: place.longitude, accuracy: 12 })
      },
    },
  })
  await phone.until(() => phone.byText('小程序版本'))
  return { phone, placesRead: () => placesRead }
}

const send = (phone: RenderedPhone) => phone.tap(phone.byText('发给人事'))

describe('a fault report', () => {
  it('holds what was shown, and nothing of a place unless it is ticked', async () => {
    const server = serverThat({ reports: 'takes' })
    const { phone, placesRead } = await openFault(server)
    await phone.type('.t-textarea', WORDS)
    await send(phone)
    await phone.until(() => phone.byText('等人事答复'))
    const [report] = server.received
    expect(faultReportRequestSchema.safeParse(report)).toMatchObject({ success: true })
    expect(report).toMatchObject({ text: WORDS })
    expect(report?.includesPlace).toBeUndefined()
    expect(JSON.stringify(report)).not.toMatch(/latitude|longitude|31\.20|121\.59/)
    expect(placesRead()).toBe(0)
  })

  it('holds the place that was ticked, and says so', async () => {
    const server = serverThat({ reports: 'takes' })
    const { phone, placesRead } = await openFault(server)
    await phone.type('.t-textarea', WORDS)
    await phone.tap(phone.byText('附上现在的位置'))
    expect(placesRead()).toBe(0)
    await send(phone)
    await phone.until(() => phone.byText('等人事答复'))
    const [report] = server.received
    expect(faultReportRequestSchema.safeParse(report)).toMatchObject({ success: true })
    expect(report).toMatchObject({
      includesPlace: true,
      place: { latitude: 31.2041, longitude: 121.5907, accuracyMetres: 12 },
    })
    expect(JSON.stringify(report?.diagnosis)).not.toMatch(/31\.20|121\.59/)
  })

  it('unticked again holds none', async () => {
    const server = serverThat({ reports: 'takes' })
    const { phone, placesRead } = await openFault(server)
    await phone.type('.t-textarea', WORDS)
    await phone.tap(phone.byText('附上现在的位置'))
    await phone.tap(phone.byText('附上现在的位置'))
    await send(phone)
    await phone.until(() => phone.byText('等人事答复'))
    expect(server.received[0]?.place).toBeUndefined()
    expect(placesRead()).toBe(0)
  })

  it('is sent once, however often the button is tapped', async () => {
    const server = serverThat({ reports: 'waits' })
    const { phone } = await openFault(server)
    await phone.type('.t-textarea', WORDS)
    const button = phone.byText('发给人事')
    await phone.tap(button)
    await phone.until(() => phone.byText('正在发送…'))
    await phone.tap(button)
    await phone.tap(button)
    server.release()
    await phone.until(() => phone.byText('等人事答复'))
    expect(server.received).toHaveLength(1)
  })

  it('that could not be sent stays, also after a kill', async () => {
    const server = serverThat({ reports: 'cannot be reached' })
    const { phone } = await openFault(server)
    await phone.type('.t-textarea', WORDS)
    await send(phone)
    await phone.until(() => phone.byText('没有发出'))
    const field = () => phone.find('.t-textarea textarea') as HTMLTextAreaElement
    expect(field().value).toBe(WORDS)

    const kept = Object.entries({ ...phone.window.localStorage }).find(([key]) => key.endsWith(':fault-draft'))
    const { data } = JSON.parse(kept?.[1] ?? 'null') as { data: string }
    const again = await openFault(serverThat({ reports: 'takes' }), { 'plain:fault-draft': data })
    expect((again.phone.find('.t-textarea textarea') as HTMLTextAreaElement).value).toBe(WORDS)
  })

  it('written by another person is not shown', async () => {
    const draft = JSON.stringify({ employeeId: 'employee-2', text: WORDS, attemptId: '' })
    const { phone } = await openFault(serverThat({ reports: 'takes' }), { 'plain:fault-draft': draft })
    expect((phone.find('.t-textarea textarea') as HTMLTextAreaElement).value).toBe('')
  })
})
