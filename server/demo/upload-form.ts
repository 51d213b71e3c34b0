/** The form upload of a photo, as `wx.uploadFile` would send it: the signed fields, then the bytes. */
import type { PhotoUpload } from '#contract/api-photos'

/** An object that is there already counts as sent: an answer got lost. @throws Error with the store's own code */
export async function uploadForm(upload: PhotoUpload, bytes: Uint8Array, contentType: string): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append(upload.fileField, new Blob([new Uint8Array(bytes)], { type: contentType }), 'photo.jpg')
  const response = await fetch(upload.url, { method: 'POST', body: form })
  if (response.ok) return
  const code = /<Code>([^<]*)<\/Code>/.exec(await response.text())?.[1] ?? `HTTP ${response.status}`
  if (code !== 'FileAlreadyExists') throw new Error(`the photo store answered ${code}`)
}
