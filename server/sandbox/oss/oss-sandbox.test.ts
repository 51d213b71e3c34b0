import { createHmac } from 'node:crypto'
import { OSS_KEY, OSS_PLACE } from '../../test/oss-bench'
import { countingRandom, fixedClock } from '../../test/fakes'
import { createOssSandbox } from './oss-sandbox'
import { v4Signature, v4StringToSign } from './v4'

const NOW_MS = Date.UTC(2026, 10, 18, 16, 5, 9)
const DATE = '20261118T160509Z'
const SCOPE = '20261118/cn-hangzhou/oss/aliyun_v4_request'

it('signs as in the example that the tests of all official SDKs share', () => {
  const query: [string, string][] = [
    ['param1', 'value1'],
    ['+param1', 'value3'],
    ['|param1', 'value4'],
    ['+param2', ''],
    ['|param2', ''],
    ['param2', ''],
    ['x-oss-signature-version', 'OSS4-HMAC-SHA256'],
    ['x-oss-credential', 'ak/20231217/cn-hangzhou/oss/aliyun_v4_request'],
    ['x-oss-date', '20231217T025437Z'],
    ['x-oss-expires', '599'],
  ]
  const headers = {
    'x-oss-head1': 'value',
    abc: 'value',
    zabc: 'value',
    xyz: 'value',
    'content-type': 'application/octet-stream',
  }
  const request = { method: 'PUT', bucket: 'bucket', key: '1234+-/123/1.txt', query, headers, additionalHeaders: [] }
  const text = v4StringToSign(request, '20231217T025437Z', 'cn-hangzhou')
  expect(v4Signature('sk', '20231217', 'cn-hangzhou', text)).toBe(
    'a39966c61718be0d5b14e668088b3fa07601033f6518ac7b523100014269c0fe',
  )
})

describe('a form', () => {
  const file = Buffer.from('a photo')
  type Fields = Record<string, string>
  const FIELDS: Fields = {
    key: 'a/b',
    'Content-Type': 'image/jpeg',
    'x-oss-signature-version': 'OSS4-HMAC-SHA256',
    'x-oss-credential': `${OSS_KEY.id}/${SCOPE}`,
    'x-oss-date': DATE,
  }
  const eq = (fields: Fields): unknown[] =>
    Object.entries(fields).map(([name, value]) => ['eq', `$${name.replace('Content-Type', 'content-type')}`, value])
  const CONDITIONS: unknown[] = [{ bucket: OSS_PLACE.bucket }, ['content-length-range', 1, 7]]

  interface Form {
    readonly fields?: Fields
    readonly conditions?: readonly unknown[]
    readonly expiration?: string
    readonly policy?: string
    readonly clockMs?: number
    readonly bytes?: Buffer
    readonly fileFirst?: boolean
  }

  function post({ fields = FIELDS, expiration = '2026-11-18T16:10:09.000Z', bytes = file, ...form }: Form) {
    const clock = fixedClock(form.clockMs ?? NOW_MS)
    const sandbox = createOssSandbox({
      ...OSS_PLACE,
      keys: [OSS_KEY],
      clock,
      random: countingRandom(2),
      mostBytes: 1_000,
    })
    const conditions = form.conditions ?? [...CONDITIONS, ...eq(fields)]
    const policy = form.policy ?? Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64')
    const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
    const signing = ['20261118', 'cn-hangzhou', 'oss', 'aliyun_v4_request'].reduce<string | Buffer>(
      mac,
      `aliyun_v4${OSS_KEY.secret}`,
    )
    const all = { ...fields, policy, 'x-oss-signature': mac(signing, policy).toString('hex') }
    const parts = Object.entries(all).map(
      ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const filePart = Buffer.concat([
      Buffer.from(
        '--b\r\ncontent-disposition: form-data; name="file"; filename="x"\r\ncontent-type: image/png\r\n\r\n',
      ),
      bytes,
      Buffer.from('\r\n'),
    ])
    const texts = Buffer.from(parts.join(''))
    const body = Buffer.concat([
      ...(form.fileFirst === true ? [filePart, texts] : [texts, filePart]),
      Buffer.from('--b--\r\n'),
    ])
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const answer = sandbox.answer({ method: 'POST', url: '/', headers, body })
    return { status: answer.status, code: /<Code>(\w+)</.exec(String(answer.body))?.[1] ?? null, answer, sandbox }
  }

  it('that keeps to its policy is stored as it says', () => {
    const { status, answer, sandbox } = post({})
    expect(status).toBe(204)
    expect(answer.headers).toMatchObject({ 'x-oss-request-id': expect.stringMatching(/^[0-9A-F]{24}$/) })
    expect(sandbox.objects.get('a/b')).toMatchObject({ contentType: 'image/jpeg', bytes: file })
  })

  it('may ask for 201 and its XML', () => {
    const { status, answer } = post({ fields: { ...FIELDS, success_action_status: '201' } })
    expect([status, String(answer.body)]).toEqual([201, expect.stringContaining('<Key>a/b</Key>')])
  })

  const without = (name: string) => eq(FIELDS).filter((condition) => (condition as string[])[1] !== `$${name}`)
  it.each<[string, Form, number, string]>([
    ['an ended policy', { expiration: '2026-11-18T16:05:09.000Z' }, 403, 'AccessDenied'],
    ['an old date', { clockMs: NOW_MS + 901_000, expiration: '2027-01-01T00:00:00.000Z' }, 403, 'RequestTimeTooSkewed'],
    ['a date of the future', { clockMs: NOW_MS - 901_000 }, 403, 'RequestTimeTooSkewed'],
    ['too much', { bytes: Buffer.alloc(8) }, 400, 'EntityTooLarge'],
    ['too little', { bytes: Buffer.alloc(0) }, 400, 'EntityTooSmall'],
    ['another bucket', { conditions: [{ bucket: 'other' }, ...eq(FIELDS)] }, 403, 'AccessDenied'],
    [
      'a key that does not begin so',
      { conditions: [...without('key'), ['starts-with', '$key', 'b/']] },
      403,
      'AccessDenied',
    ],
    [
      'a type that is not in',
      { conditions: [...without('content-type'), ['in', '$content-type', ['image/png']]] },
      403,
      'AccessDenied',
    ],
    [
      'a type that must not be',
      { conditions: [...without('content-type'), ['not-in', '$content-type', ['image/jpeg']]] },
      403,
      'AccessDenied',
    ],
    ['a date that is not bound', { conditions: without('x-oss-date') }, 403, 'AccessDenied'],
    ['a policy that is none', { policy: Buffer.from('x').toString('base64') }, 400, 'InvalidPolicyDocument'],
    ['an unknown operator', { conditions: [['like', '$key', 'a'], ...eq(FIELDS)] }, 400, 'InvalidPolicyDocument'],
    ['a key of another', { fields: { ...FIELDS, 'x-oss-credential': `other/${SCOPE}` } }, 403, 'InvalidAccessKeyId'],
    [
      'another region',
      { fields: { ...FIELDS, 'x-oss-credential': `${OSS_KEY.id}/${SCOPE.replace('hangzhou', 'beijing')}` } },
      400,
      'InvalidArgument',
    ],
    ['a token out of nowhere', { fields: { ...FIELDS, 'x-oss-security-token': 'x' } }, 403, 'InvalidSecurityToken'],
    ['V1', { fields: { ...FIELDS, 'x-oss-signature-version': 'OSS2' } }, 400, 'InvalidArgument'],
    ['a file before its fields', { fileFirst: true }, 400, 'MalformedPOSTRequest'],
    ['a name that OSS does not take', { fields: { ...FIELDS, key: '/a' } }, 400, 'InvalidObjectName'],
  ])('is refused with %s', (_, form, status, code) => {
    const posted = post(form)
    expect([posted.status, posted.code]).toEqual([status, code])
    expect(posted.sandbox.objects.keys()).toEqual([])
  })

  it('is refused when the sandbox is full', () => {
    const conditions = [{ bucket: OSS_PLACE.bucket }, ...eq(FIELDS)]
    expect(post({ conditions, bytes: Buffer.alloc(1_001) })).toMatchObject({ status: 503, code: 'ServiceUnavailable' })
  })
})
