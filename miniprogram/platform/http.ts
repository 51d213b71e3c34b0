import { failure, success, type Result } from '../result'
import type { Http, HttpCall, HttpProblem, HttpReply } from './platform'

/** Over the platform's own time-out, in case that one does not hold. */
const GRACE_MS = 2_000

interface Task {
  abort(): void
}
interface Callbacks {
  readonly success: (reply: { statusCode: number; data: unknown; header?: Record<string, unknown> }) => void
  readonly fail: (error?: { errMsg?: string }) => void
}

export function createHttp(): Http {
  return {
    send({ method, url, headers, body, timeoutMs }) {
      return call(timeoutMs, (callbacks) =>
        wx.request({
          url,
          method,
          header: headers,
          timeout: timeoutMs,
          // Anything but `json` leaves the answer as text.
          dataType: '其他',
          responseType: 'text',
          ...(body === undefined ? {} : { data: body }),
          ...callbacks,
        }),
      )
    },

    upload({ url, filePath, fileField, fields, timeoutMs, onProgress }) {
      return call(timeoutMs, (callbacks) => {
        const task: WechatMiniprogram.UploadTask | undefined = wx.uploadFile({
          url,
          filePath,
          name: fileField,
          formData: fields,
          timeout: timeoutMs,
          ...callbacks,
        })
        if (onProgress !== undefined) task?.onProgressUpdate?.(({ progress }) => onProgress(progress / 100))
        return task
      })
    },
  }
}

function call(timeoutMs: number, start: (callbacks: Callbacks) => Task | undefined): HttpCall {
  let task: Task | undefined
  let abort = () => {}
  const reply = new Promise<Result<HttpReply, HttpProblem>>((resolve) => {
    const timer = setTimeout(() => {
      resolve(failure('timeout'))
      task?.abort()
    }, timeoutMs + GRACE_MS)
    const settle = (result: Result<HttpReply, HttpProblem>) => {
      clearTimeout(timer)
      resolve(result)
    }
    try {
      task = start({
        success: ({ statusCode, data, header = {} }) =>
          settle(success({ status: statusCode, headers: lowerCased(header), text: textOf(data) })),
        fail: (error) => settle(failure(problemOf(error?.errMsg ?? ''))),
      })
    } catch {
      settle(failure('unreachable'))
    }
    // Not every client tells of an end that was asked for.
    abort = () => {
      settle(failure('aborted'))
      task?.abort()
    }
  })
  return { reply, abort }
}

function problemOf(message: string): HttpProblem {
  if (/domain list/i.test(message)) return 'domain_refused'
  if (/abort/i.test(message)) return 'aborted'
  return /time ?out|超时/i.test(message) ? 'timeout' : 'unreachable'
}

/** Some clients parse JSON whatever was asked for. */
function textOf(data: unknown): string {
  return typeof data === 'string' ? data : JSON.stringify(data ?? '')
}

function lowerCased(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))
}
