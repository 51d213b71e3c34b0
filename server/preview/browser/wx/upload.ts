import type { Phone } from '../phone'
import { WxFault, type Callbacks } from './api'
import { answer, finish, headersOf } from './request'
import { routeRequest } from './route-request'

interface UploadOptions extends Callbacks<object> {
  readonly url: string
  readonly filePath: string
  readonly name: string
  readonly header?: Readonly<Record<string, string>>
  readonly formData?: Readonly<Record<string, string>>
  readonly timeout?: number
}

interface Progress {
  readonly progress: number
  readonly totalBytesSent: number
  readonly totalBytesExpectedToSend: number
}

export function uploadCalls(phone: Phone) {
  return {
    uploadFile(options: UploadOptions) {
      const sending = new XMLHttpRequest()
      const listeners = new Set<(progress: Progress) => void>()
      sending.upload.addEventListener('progress', ({ loaded, total }) => {
        const progress = total === 0 ? 0 : Math.round((loaded / total) * 100)
        const told = { progress, totalBytesSent: loaded, totalBytesExpectedToSend: total }
        for (const listener of listeners) listener(told)
      })
      answer('uploadFile', options, upload(phone, options, sending))
      return {
        abort: () => sending.abort(),
        onProgressUpdate: (listener: (progress: Progress) => void) => void listeners.add(listener),
        offProgressUpdate: (listener: (progress: Progress) => void) => void listeners.delete(listener),
        onHeadersReceived: () => undefined,
        offHeadersReceived: () => undefined,
      }
    },
  }
}

async function upload(phone: Phone, options: UploadOptions, sending: XMLHttpRequest): Promise<object> {
  const { filePath, name, header = {}, formData = {}, timeout = 60_000 } = options
  const content = phone.files.read(filePath)
  if (content === undefined) throw new WxFault(`createUploadTask:fail file not found ${filePath}`)
  const { url } = await routeRequest(phone, options.url)
  if (phone.settings.current.uploadsFail)
    throw new WxFault('errcode:-101 error_msg:net::ERR_CONNECTION_RESET', { errno: 600_001 })
  const form = new FormData()
  for (const [field, value] of Object.entries(formData)) form.append(field, String(value))
  form.append(name, content, filePath.slice(filePath.lastIndexOf('/') + 1))
  sending.open('POST', url)
  sending.timeout = timeout
  for (const [field, value] of Object.entries(header)) {
    // The form's own type carries its boundary.
    if (!/^(content-type|referer)$/i.test(field)) sending.setRequestHeader(field, value)
  }
  await finish(sending, form)
  return { statusCode: sending.status, data: sending.responseText, header: headersOf(sending) }
}
