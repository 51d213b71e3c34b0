import { TEMPORARY_FOLDER, USER_FOLDER } from '../files/file-store'
import type { Phone } from '../phone'
import { call, WxFault } from './api'

type Encoding = 'utf8' | 'utf-8' | 'base64' | 'binary' | 'hex'

interface FileOptions {
  readonly filePath: string
  readonly encoding?: Encoding
}

/** `wx.getFileSystemManager()`; of the synchronous calls those that need no bytes. */
export function fileCalls({ files }: Phone) {
  const existing = (path: string): Blob => {
    const content = files.read(path)
    if (content === undefined) throw new WxFault(`no such file or directory, open "${path}"`, { errno: 1_300_002 })
    return content
  }
  const writable = (path: string) => {
    if (!path.startsWith(`${USER_FOLDER}/`))
      throw new WxFault(`permission denied, open "${path}"`, { errno: 1_300_013 })
    return path
  }
  const unlink = (path: string) => {
    existing(path)
    files.remove(path)
  }
  const accessSync = (path: string) => {
    if (files.read(path) === undefined && files.list(path).length === 0 && !isFolder(path)) existing(path)
  }
  const names = (folder: string) => {
    const below = files.list(folder).map((path) => path.slice(folder.replace(/\/*$/, '/').length).split('/')[0] ?? '')
    return [...new Set(below)]
  }
  const manager = {
    access: call<{ path: string }, void>('access', ({ path }) => accessSync(path)),
    accessSync,
    mkdir: call('mkdir', () => undefined),
    mkdirSync: () => undefined,
    readdir: call<{ dirPath: string }, object>('readdir', ({ dirPath }) => ({ files: names(dirPath) })),
    readdirSync: names,
    stat: call<{ path: string }, object>('stat', ({ path }) => {
      const { size } = existing(path)
      return { stats: { size, mode: 0o100644, isFile: () => true, isDirectory: () => false } }
    }),
    getFileInfo: call<FileOptions, object>('getFileInfo', ({ filePath }) => ({ size: existing(filePath).size })),
    readFile: call<FileOptions, object>('readFile', async ({ filePath, encoding }) => {
      const content = existing(filePath)
      return { data: encoding === undefined ? await bytesOf(content) : decode(await bytesOf(content), encoding) }
    }),
    writeFile: call<FileOptions & { data: string | ArrayBuffer }, void>('writeFile', ({ filePath, data, encoding }) =>
      files.write(writable(filePath), new Blob([encode(data, encoding)])),
    ),
    copyFile: call<{ srcPath: string; destPath: string }, void>('copyFile', ({ srcPath, destPath }) =>
      files.write(writable(destPath), existing(srcPath)),
    ),
    saveFile: call<{ tempFilePath: string; filePath?: string }, object>('saveFile', ({ tempFilePath, filePath }) => {
      const content = existing(tempFilePath)
      const savedFilePath = filePath ?? `${USER_FOLDER}/${tempFilePath.slice(tempFilePath.lastIndexOf('/') + 1)}`
      files.write(writable(savedFilePath), content)
      if (tempFilePath.startsWith(TEMPORARY_FOLDER)) files.remove(tempFilePath)
      return { savedFilePath }
    }),
    rename: call<{ oldPath: string; newPath: string }, void>('rename', ({ oldPath, newPath }) => {
      files.write(writable(newPath), existing(oldPath))
      files.remove(oldPath)
    }),
    unlink: call<FileOptions, void>('unlink', ({ filePath }) => unlink(filePath)),
    unlinkSync: unlink,
    removeSavedFile: call<FileOptions, void>('removeSavedFile', ({ filePath }) => unlink(filePath)),
    rmdir: call<{ dirPath: string; recursive?: boolean }, void>('rmdir', ({ dirPath }) =>
      files.list(dirPath).forEach((path) => files.remove(path)),
    ),
  }
  return { getFileSystemManager: () => manager }
}

function isFolder(path: string): boolean {
  return path === USER_FOLDER || path === TEMPORARY_FOLDER
}

/** `Blob.arrayBuffer` is missing where the preview runs in tests. */
function bytesOf(content: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as ArrayBuffer)
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsArrayBuffer(content)
  })
}

function decode(buffer: ArrayBuffer, encoding: Encoding): string {
  const bytes = new Uint8Array(buffer)
  if (encoding === 'utf8' || encoding === 'utf-8') return new TextDecoder().decode(bytes)
  if (encoding === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return encoding === 'base64' ? btoa(binary) : binary
}

function encode(data: string | ArrayBuffer, encoding: Encoding = 'utf8'): BlobPart {
  if (typeof data !== 'string' || encoding === 'utf8' || encoding === 'utf-8') return data
  if (encoding === 'hex') return Uint8Array.from(data.match(/../g) ?? [], (pair) => parseInt(pair, 16))
  return Uint8Array.from(encoding === 'base64' ? atob(data) : data, (character) => character.charCodeAt(0))
}
