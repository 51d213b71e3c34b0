import { createHmac } from 'node:crypto'
import { stringToSign } from './presigned-read'
import { uploadFields } from './sign-upload'
import { ossDate, parseOssDate, signV4 } from './signature-v4'

const NOW_MS = Date.UTC(2026, 10, 18, 16, 5, 9, 120)
const KEY = { id: 'ak', secret: 'sk', region: 'cn-hangzhou' }

describe('an upload form', () => {
  const fields = uploadFields(
    {
      key: 'photos/2026/11/18/a1.jpg',
      contentType: 'image/jpeg',
      byteLength: 123_456,
      expiresAtMs: NOW_MS + 600_000,
    },
    NOW_MS,
    KEY,
    'waiqin',
  )

  it('has the fields of PostObject V4, its policy last before the signature', () => {
    expect(Object.entries(fields).slice(0, 7)).toEqual([
      ['key', 'photos/2026/11/18/a1.jpg'],
      ['Content-Type', 'image/jpeg'],
      ['success_action_status', '200'],
      ['x-oss-forbid-overwrite', 'true'],
      ['x-oss-signature-version', 'OSS4-HMAC-SHA256'],
      ['x-oss-credential', 'ak/20261118/cn-hangzhou/oss/aliyun_v4_request'],
      ['x-oss-date', '20261118T160509Z'],
    ])
    expect(Object.keys(fields).slice(7)).toEqual(['policy', 'x-oss-signature'])
  })

  it('fixes bucket, length and every field by its policy', () => {
    expect(JSON.parse(Buffer.from(fields['policy'] ?? '', 'base64').toString('utf8'))).toEqual({
      expiration: '2026-11-18T16:15:09.120Z',
      conditions: [
        { bucket: 'waiqin' },
        ['content-length-range', 123_456, 123_456],
        ['eq', '$key', 'photos/2026/11/18/a1.jpg'],
        ['eq', '$content-type', 'image/jpeg'],
        ['eq', '$success_action_status', '200'],
        ['eq', '$x-oss-forbid-overwrite', 'true'],
        ['eq', '$x-oss-signature-version', 'OSS4-HMAC-SHA256'],
        ['eq', '$x-oss-credential', 'ak/20261118/cn-hangzhou/oss/aliyun_v4_request'],
        ['eq', '$x-oss-date', '20261118T160509Z'],
      ],
    })
  })

  it('is signed by the formula of OSS, computed here step by step', () => {
    const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
    const ofDay = mac('aliyun_v4sk', '20261118')
    const ofRegion = mac(ofDay, 'cn-hangzhou')
    const ofService = mac(ofRegion, 'oss')
    const signing = mac(ofService, 'aliyun_v4_request')
    expect(fields['x-oss-signature']).toBe(mac(signing, fields['policy'] ?? '').toString('hex'))
  })

  it('is signed like this in a worked example', () => {
    const policy = 'eyJleHBpcmF0aW9uIjoiMjAyNi0xMS0xOFQxNjoxNTowOS4xMjBaIn0='
    expect(signV4(policy, '20261118T160509Z', KEY)).toBe(WORKED_EXAMPLE)
  })
})

/** `openssl dgst -sha256 -mac HMAC`, step by step, gives the same. */
const WORKED_EXAMPLE = '2e78b3056178c630f7348fa428cc5ff80e023859e622447244abbd0d3bc34ad8'

it('a presigned request is signed as in the example that the tests of all official SDKs share', () => {
  const date = '20231217T025437Z'
  const text = stringToSign(
    {
      method: 'PUT',
      bucket: 'bucket',
      key: '1234+-/123/1.txt',
      query: [
        ['param1', 'value1'],
        ['+param1', 'value3'],
        ['|param1', 'value4'],
        ['+param2', ''],
        ['|param2', ''],
        ['param2', ''],
        ['x-oss-signature-version', 'OSS4-HMAC-SHA256'],
        ['x-oss-credential', 'ak/20231217/cn-hangzhou/oss/aliyun_v4_request'],
        ['x-oss-date', date],
        ['x-oss-expires', '599'],
      ],
      headers: [
        ['x-oss-head1', 'value'],
        ['abc', 'value'],
        ['zabc', 'value'],
        ['xyz', 'value'],
        ['content-type', 'application/octet-stream'],
      ],
    },
    date,
    KEY,
  )
  expect(signV4(text, date, KEY)).toBe('a39966c61718be0d5b14e668088b3fa07601033f6518ac7b523100014269c0fe')
})

describe('a date of OSS', () => {
  it('is UTC in whole seconds', () => {
    expect(ossDate(NOW_MS)).toBe('20261118T160509Z')
    expect(parseOssDate('20261118T160509Z')).toBe(NOW_MS - 120)
  })

  it.each(['', '20261118', '2026-11-18T16:05:09Z', '20261318T160509Z', '20261118T160509Z ', '20261118T160509+08'])(
    'is not %j',
    (text) => {
      expect(parseOssDate(text)).toBeNull()
    },
  )
})
