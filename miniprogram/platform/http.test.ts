import { jest } from '@jest/globals'
import { failure, success } from '../result'
import { failing, optionsOf, silent, succeeding, givenUp, useWx } from '../test/fake-wx'
import { createHttp } from './http'

const request = {
  method: 'POST',
  url: 'https://server/api/v1/check-ins',
  headers: { 'content-type': 'application/json' },
  body: '{"a":1}',
  timeoutMs: 10_000,
} as const
const upload = {
  url: 'https://photos',
  filePath: 'kept/photo-1',
  fileField: 'file',
  fields: { key: 'k', policy: 'p' },
  timeoutMs: 60_000,
}

describe('a request', () => {
  it('goes out as it is, and its answer comes as text', async () => {
    const call = succeeding({ statusCode: 201, data: '{"b":2}', header: { 'Retry-After': 3, ETag: 'x' } })
    useWx({ request: call })
    await expect(createHttp().send(request).reply).resolves.toEqual(
      success({ status: 201, headers: { 'retry-after': '3', etag: 'x' }, text: '{"b":2}' }),
    )
    expect(optionsOf(call)).toMatchObject({
      method: 'POST',
      url: request.url,
      header: request.headers,
      data: '{"a":1}',
      timeout: 10_000,
      responseType: 'text',
    })
    expect(optionsOf(call)['dataType']).not.toBe('json')
  })

  it('without a body carries none', async () => {
    const call = succeeding({ statusCode: 204, data: '' })
    useWx({ request: call })
    const { body: _, ...bare } = request
    await expect(createHttp().send(bare).reply).resolves.toEqual(success({ status: 204, headers: {}, text: '' }))
    expect('data' in optionsOf(call)).toBe(false)
  })

  it('gives text where the client has read the JSON already', async () => {
    useWx({ request: succeeding({ statusCode: 200, data: { b: 2 } }) })
    await expect(createHttp().send(request).reply).resolves.toMatchObject({ ok: true, value: { text: '{"b":2}' } })
  })

  it.each([
    ['request:fail url not in domain list', 'domain_refused'],
    ['request:fail abort', 'aborted'],
    ['request:fail timeout', 'timeout'],
    ['request:fail Time out', 'timeout'],
    ['request:fail 请求超时。', 'timeout'],
    ['request:fail ', 'unreachable'],
    ['request:fail errcode:-101 cronet_error_code:-101 error_msg:net::ERR_CONNECTION_RESET', 'unreachable'],
    ['request:fail -2:net::ERR_FAILED', 'unreachable'],
  ])('%s', async (errMsg, problem) => {
    useWx({ request: failing({ errMsg }) })
    await expect(createHttp().send(request).reply).resolves.toEqual(failure(problem))
  })

  it('is given up, and ended, when the platform keeps no time', async () => {
    const abort = jest.fn()
    useWx({ request: () => ({ abort }) })
    await expect(givenUp(() => createHttp().send(request).reply)).resolves.toEqual(failure('timeout'))
    expect(abort).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['that says so', (fail: (error: object) => void) => fail({ errMsg: 'request:fail abort' })],
    ['that says something else', (fail: (error: object) => void) => fail({ errMsg: 'request:fail interrupted' })],
    ['that says nothing', () => {}],
  ])('is ended on a client %s', async (_, told) => {
    useWx({ request: ({ fail }: { fail: (error: object) => void }) => ({ abort: () => told(fail) }) })
    const call = createHttp().send(request)
    call.abort()
    await expect(call.reply).resolves.toEqual(failure('aborted'))
  })

  it('that has been answered is not undone by ending it', async () => {
    const abort = jest.fn()
    useWx({
      request: ({ success: answer }: { success: (reply: object) => void }) => {
        answer({ statusCode: 200, data: 'x' })
        return { abort }
      },
    })
    const call = createHttp().send(request)
    call.abort()
    await expect(call.reply).resolves.toMatchObject({ ok: true })
  })
})

describe('an upload', () => {
  it('sends the fields and the file, and tells how far it is', async () => {
    let progress: ((update: { progress: number }) => void) | null = null
    let answer: ((reply: object) => void) | null = null
    const uploadFile = jest.fn(({ success: given }: { success: (reply: object) => void }) => {
      answer = given
      return { abort: () => {}, onProgressUpdate: (listener: typeof progress) => (progress = listener) }
    })
    useWx({ uploadFile })
    const shares: number[] = []
    const { reply } = createHttp().upload({ ...upload, onProgress: (share) => shares.push(share) })
    ;(progress as ((update: { progress: number }) => void) | null)?.({ progress: 0 })
    ;(progress as ((update: { progress: number }) => void) | null)?.({ progress: 55 })
    ;(progress as ((update: { progress: number }) => void) | null)?.({ progress: 100 })
    ;(answer as ((reply: object) => void) | null)?.({ statusCode: 200, data: '' })
    await expect(reply).resolves.toMatchObject({ ok: true, value: { status: 200 } })
    expect(shares).toEqual([0, 0.55, 1])
    expect(optionsOf(uploadFile)).toMatchObject({
      url: 'https://photos',
      filePath: 'kept/photo-1',
      name: 'file',
      formData: upload.fields,
      timeout: 60_000,
    })
  })

  it.each([
    ['that has no progress', { abort: () => {} }],
    ['that gives no task', undefined],
  ])('runs on a client %s', async (_, task) => {
    useWx({
      uploadFile: ({ success: answer }: { success: (reply: object) => void }) => {
        void Promise.resolve().then(() => answer({ statusCode: 200, data: 'x' }))
        return task
      },
    })
    const { reply } = createHttp().upload({ ...upload, onProgress: () => {} })
    await expect(reply).resolves.toMatchObject({ ok: true, value: { status: 200 } })
  })

  it('to a host that is not on the list', async () => {
    useWx({ uploadFile: failing({ errMsg: 'uploadFile:fail url not in domain list' }) })
    await expect(createHttp().upload(upload).reply).resolves.toEqual(failure('domain_refused'))
  })

  it('is ended', async () => {
    useWx({ uploadFile: silent() })
    const call = createHttp().upload(upload)
    call.abort()
    await expect(call.reply).resolves.toEqual(failure('aborted'))
  })
})
