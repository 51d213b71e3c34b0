import { AppError } from '../../app-error'
import { WecomError } from './wecom-problems'

/** The JSON of every answer; `errcode` 0 or absent means done. */
export type WecomAnswer = Readonly<Record<string, unknown>>

export interface WecomCall {
  readonly method: 'GET' | 'POST'
  /** From `/cgi-bin` on. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
}

/** Answers are short; the longest is a page of 10 000 member ids. */
const LARGEST_ANSWER_BYTES = 8 * 1_048_576

/**
 * One exchange with WeCom, without a second try.
 * @param baseUrl `https://qyapi.weixin.qq.com`, or where the sandbox is mounted; without a slash at the end
 * @returns the answer with errcode 0
 * @throws WecomError for any other errcode; AppError WECOM_UNAVAILABLE when there is no usable answer
 */
export async function exchange(baseUrl: string, call: WecomCall, signal: AbortSignal): Promise<WecomAnswer> {
  const answer = await fetchJson(baseUrl, call, signal)
  const errcode = answer['errcode'] ?? 0
  if (typeof errcode !== 'number') throw unavailable(call.path, 'errcode is no number')
  if (errcode !== 0) throw new WecomError(errcode, call.path)
  return answer
}

async function fetchJson(baseUrl: string, call: WecomCall, signal: AbortSignal): Promise<WecomAnswer> {
  const { method, path, query, body } = call
  let status: number
  let json: unknown
  try {
    const response = await fetch(`${baseUrl}${path}?${new URLSearchParams(query)}`, {
      method,
      signal,
      redirect: 'error',
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json; charset=utf-8' } }),
    })
    status = response.status
    json = JSON.parse(await readBounded(response)) as unknown
  } catch (fault) {
    throw unavailable(path, reasonOf(fault))
  }
  if (status !== 200 || typeof json !== 'object' || json === null) throw unavailable(path, `HTTP ${status}`)
  return json as WecomAnswer
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > LARGEST_ANSWER_BYTES) throw new RangeError('answer too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Names and codes only: fetch's own messages can hold the address, and with it the secret. */
function reasonOf(fault: unknown): string {
  const { name, cause } = fault as { name?: string; cause?: { code?: string } }
  return [name ?? 'unknown', cause?.code].filter(Boolean).join(' ')
}

export function unavailable(path: string, reason: string, retryAfterSeconds?: number): AppError {
  return new AppError('WECOM_UNAVAILABLE', {
    internalText: `WeCom ${path}: ${reason}`,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })
}
