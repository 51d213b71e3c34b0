import type OSS from 'ali-oss'
import { AppError } from '../../app-error'
import type { OssConfig } from '../../config.oss'
import type { OssAnswer, PhotoBucketProbe, WebAnswer } from '../../ports/photo-bucket-probe'
import type { Clock } from '../../ports/system'
import {
  readBucketInfo,
  readCors,
  readEncryption,
  readLifecycle,
  readVersioning,
  writtenCors,
  writtenLifecycle,
} from './bucket-answers'
import type { OssCalls } from './oss-calls'
import { OssFault } from './oss-problems'
import { publicBaseUrl } from './oss-signing'

const WEB_TIMEOUT_MS = 10_000

/** Methods of the package that its types do not name. */
type BucketClient = OSS & {
  getBucketEncryption(bucket: string): Promise<unknown>
  getBucketVersioning(bucket: string): Promise<unknown>
}

export function createBucketProbe(config: OssConfig, calls: OssCalls, clock: Clock): PhotoBucketProbe {
  const { bucket } = config
  /** @param none a code that means that nothing is set, and what that comes to */
  async function ask<Value>(
    what: string,
    call: (client: BucketClient) => Promise<unknown>,
    read: (answer: unknown) => Value,
    none?: readonly [code: string, value: Value],
  ): Promise<OssAnswer<Value>> {
    const answer = await answerOf(calls.run(what, (client) => call(client as BucketClient)))
    if (answer.kind === 'refused' && answer.code === none?.[0]) return { kind: 'ok', value: none[1] }
    return answer.kind === 'ok' ? { kind: 'ok', value: read(answer.value) } : answer
  }
  return {
    clockAheadMs: async () => {
      const begunMs = clock.nowMs()
      const answer = await reach(publicBaseUrl(config), { method: 'HEAD' })
      const date = answer instanceof Response ? Date.parse(answer.headers.get('date') ?? '') : NaN
      return Number.isNaN(date) ? null : date - (begunMs + clock.nowMs()) / 2
    },
    facts: () => ask('bucket info', (client) => client.getBucketInfo(bucket), readBucketInfo),
    versioning: () => ask('versioning', (client) => client.getBucketVersioning(bucket), readVersioning),
    encryption: () =>
      ask<string | null>('encryption', (client) => client.getBucketEncryption(bucket), readEncryption, [
        'NoSuchServerSideEncryptionRule',
        null,
      ]),
    cors: () => ask('cors', (client) => client.getBucketCORS(bucket), readCors, ['NoSuchCORSConfiguration', []]),
    setCors: (rules) =>
      ask(
        'set cors',
        (client) => client.putBucketCORS(bucket, rules.map(writtenCors)),
        () => null,
      ),
    lifecycle: () =>
      ask('lifecycle', (client) => client.getBucketLifecycle(bucket), readLifecycle, ['NoSuchLifecycle', []]),
    setLifecycle: (rules) =>
      ask(
        'set lifecycle',
        (client) => client.putBucketLifecycle(bucket, rules.map(writtenLifecycle) as never),
        () => null,
      ),
    fetch: async (url) => webAnswer(await reach(url, {})),
    send: async ({ url, fields }, bytes) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      body.append('file', new Blob([new Uint8Array(bytes)]), 'probe')
      return webAnswer(await reach(url, { method: 'POST', body }))
    },
  }
}

async function answerOf(asked: Promise<unknown>): Promise<OssAnswer<unknown>> {
  try {
    return { kind: 'ok', value: await asked }
  } catch (error) {
    if (error instanceof OssFault) return { kind: 'refused', code: error.code, remedy: error.remedy }
    if (!(error instanceof AppError)) throw error
    return { kind: 'unreachable', reason: error.internalText ?? error.code }
  }
}

async function reach(url: string, init: RequestInit): Promise<Response | string> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(WEB_TIMEOUT_MS), redirect: 'manual' })
  } catch (error) {
    const { cause, name } = error as Error
    return (cause as { readonly code?: string } | undefined)?.code ?? name
  }
}

async function webAnswer(answer: Response | string): Promise<WebAnswer> {
  if (typeof answer === 'string') return { kind: 'unreachable', reason: answer }
  const body = new Uint8Array(await answer.arrayBuffer())
  const code = /<Code>(\w{1,64})<\/Code>/.exec(Buffer.from(body).toString('latin1'))?.[1] ?? null
  return { kind: 'http', status: answer.status, code, body }
}
