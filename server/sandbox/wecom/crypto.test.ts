import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import { decryptMessage, encryptMessage, messageSignature } from './crypto'

/** The official sample: github.com/sbzhu/weworkapi_php, weworkapi_python, weworkapi_golang. */
const TOKEN = 'QDG6eK'
const KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const CORP_ID = 'wx5823bf96d3bd56c7'
const ECHO = 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=='
const POSTED =
  'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TU' +
  'UkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff' +
  '0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVM' +
  'NS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2p' +
  'DBS8R07+qN+E7Q=='

describe('the official sample', () => {
  it('of a URL check', () => {
    expect(messageSignature(TOKEN, '1409659589', '263014780', ECHO)).toBe('5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3')
    expect(decryptMessage(KEY, ECHO, CORP_ID)).toBe('1616140317555161061')
    const random = Buffer.from('c41b64491c2468d0', 'latin1')
    expect(encryptMessage(KEY, '1616140317555161061', CORP_ID, random)).toBe(ECHO)
  })

  it('of a message', () => {
    expect(messageSignature(TOKEN, '1409659813', '1372623149', POSTED)).toBe('477715d11cdb4164915debcba66cb864d751f3e6')
    const plain = decryptMessage(KEY, POSTED, CORP_ID)
    expect(plain).toContain('<Content><![CDATA[hello]]></Content>')
    expect(plain).toContain('<AgentID>218</AgentID>')
    expect(encryptMessage(KEY, plain, CORP_ID, Buffer.from('0960688932c47ef1', 'latin1'))).toBe(POSTED)
  })
})

it.each(['', 'a', '同意换机', 'x'.repeat(31), 'x'.repeat(32), '😀'.repeat(500)])(
  'agrees with @wecom/crypto: %#',
  (text) => {
    const sealed = encryptMessage(KEY, text, CORP_ID, new Uint8Array(16).fill(65))
    expect(sealed).toBe(encrypt(KEY, text, CORP_ID, Buffer.alloc(16, 65)))
    expect(decrypt(KEY, sealed)).toMatchObject({ message: text, id: CORP_ID })
    expect(messageSignature(TOKEN, '1', '2', sealed)).toBe(getSignature(TOKEN, '1', '2', sealed))
  },
)

it.each([
  ['another receiver', () => decryptMessage(KEY, ECHO, 'wx0000000000000000')],
  ['another key', () => decryptMessage(`${'A'.repeat(42)}E`, ECHO, CORP_ID)],
  ['a short key', () => decryptMessage('short', ECHO, CORP_ID)],
  ['a cut message', () => decryptMessage(KEY, ECHO.slice(0, 44), CORP_ID)],
  ['no message', () => decryptMessage(KEY, '', CORP_ID)],
])('refuses %s', (_what, work) => {
  expect(work).toThrow()
})
