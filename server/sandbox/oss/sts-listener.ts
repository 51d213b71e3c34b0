import { createHmac } from 'node:crypto'
import type { RequestListener } from 'node:http'
import type { Random } from '../../src/ports/system'
import type { SandboxKey } from './access-keys'
import { isSameText } from './v4'

export interface StsSandboxOptions {
  /** Of the RAM user that may take the role. */
  readonly key: Pick<SandboxKey, 'id' | 'secret'>
  readonly roleArn: string
  readonly clock: { nowMs(): number }
  readonly random: Random
  /** Told of each credential that is given out. */
  readonly onIssue: (key: SandboxKey) => void
}

/**
 * STS's AssumeRole (2015-04-01) with the signature of Aliyun's RPC APIs, version 1.0: HMAC-SHA1 under `secret&` over
 * `POST&%2F&` and the encoded, sorted parameters. Source: help.aliyun.com, "AssumeRole", "RPC 签名机制".
 */
export function createStsListener(options: StsSandboxOptions): RequestListener {
  return (request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    request.on('end', () => {
      const { status, body } = assumeRole(new URLSearchParams(Buffer.concat(chunks).toString('utf8')), options)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  }
}

function assumeRole(given: URLSearchParams, { key, roleArn, clock, random, onIssue }: StsSandboxOptions) {
  const signed = [...given].filter(([name]) => name !== 'Signature').sort(([left], [right]) => (left < right ? -1 : 1))
  const query = signed.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
  const signature = createHmac('sha1', `${key.secret}&`)
    .update(`POST&%2F&${encode(query)}`)
    .digest('base64')
  const refused = (status: number, Code: string) => ({ status, body: { Code, Message: Code, RequestId: random.id() } })

  if (given.get('Action') !== 'AssumeRole') return refused(404, 'InvalidAction.NotFound')
  if (given.get('AccessKeyId') !== key.id) return refused(404, 'InvalidAccessKeyId.NotFound')
  if (!isSameText(given.get('Signature') ?? '', signature)) return refused(400, 'SignatureDoesNotMatch')
  if (given.get('RoleArn') !== roleArn) return refused(404, 'EntityNotExist.Role')
  const seconds = Number(given.get('DurationSeconds'))
  if (!(seconds >= 900 && seconds <= 3_600)) return refused(400, 'InvalidParameter.DurationSeconds')

  const text = (length: number) => Buffer.from(random.bytes(length)).toString('hex')
  const expiresAtMs = clock.nowMs() + seconds * 1_000
  const issued = { id: `STS.${text(8)}`, secret: text(16), securityToken: text(48), expiresAtMs }
  onIssue(issued)
  const Credentials = {
    AccessKeyId: issued.id,
    AccessKeySecret: issued.secret,
    SecurityToken: issued.securityToken,
    Expiration: new Date(expiresAtMs).toISOString().replace(/\.\d+/, ''),
  }
  return { status: 200, body: { Credentials, RequestId: random.id() } }
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
}
