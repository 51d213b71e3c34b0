import type { Disk } from './disk'

export const USER_FOLDER = 'wxfile://usr'
export const TEMPORARY_FOLDER = 'wxfile://tmp'

/** Files of one phone: the user's own outlive the page, temporary ones do not, as on a phone when it needs space. */
export interface FileStore {
  read(path: string): Blob | undefined
  write(path: string, content: Blob): void
  remove(path: string): boolean
  /** Paths below a folder. */
  list(folder: string): string[]
  /** Keeps a content as a temporary file. @param extension without a dot */
  keepTemporary(content: Blob, extension: string): string
  /** Where the browser finds a picture: files of the phone, files of the mini-program, or as it is. */
  addressOf(source: string, from?: string): string
  clear(): Promise<void>
  /** When everything written so far is on the disk. */
  settled(): Promise<void>
}

/** @param assets address of the mini-program's own files, with a slash at its end */
export async function openFileStore(disk: Disk, assets: string): Promise<FileStore> {
  const files = new Map(await disk.readAll())
  const addresses = new Map<string, { readonly content: Blob; readonly url: string }>()
  let pending: Promise<unknown> = Promise.resolve()
  let count = 0

  const persist = (path: string, content: Blob | null) => {
    if (path.startsWith(`${USER_FOLDER}/`)) pending = pending.then(() => disk.write(path, content))
  }
  const store: FileStore = {
    read: (path) => files.get(path),
    write(path, content) {
      files.set(path, content)
      persist(path, content)
    },
    remove(path) {
      persist(path, null)
      return files.delete(path)
    },
    list: (folder) => [...files.keys()].filter((path) => path.startsWith(folder.replace(/\/*$/, '/'))),
    keepTemporary(content, extension) {
      count += 1
      const path = `${TEMPORARY_FOLDER}/${Date.now().toString(36)}-${count}.${extension}`
      files.set(path, content)
      return path
    },
    addressOf(source, from = '') {
      if (/^(https?:|data:|blob:|\/\/)/.test(source) || source === '') return source
      if (!source.startsWith('wxfile://')) return assetAddress(assets, source, from)
      const content = files.get(source)
      if (content === undefined) return ''
      const known = addresses.get(source)
      if (known?.content === content) return known.url
      if (known !== undefined) URL.revokeObjectURL(known.url)
      const url = URL.createObjectURL(content)
      addresses.set(source, { content, url })
      return url
    },
    async clear() {
      files.clear()
      pending = pending.then(() => disk.clear())
      await pending
    },
    settled: async () => void (await pending),
  }
  return store
}

/** Relative to the unit that names it, as WeChat has it. */
function assetAddress(assets: string, source: string, from: string): string {
  const base = new URL(from, 'http://app.invalid/')
  return assets + new URL(source, base).pathname.slice(1)
}
