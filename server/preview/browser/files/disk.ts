/** Where a phone's files lie between two visits. */
export interface Disk {
  readAll(): Promise<readonly (readonly [path: string, content: Blob])[]>
  /** @param content null removes it */
  write(path: string, content: Blob | null): Promise<void>
  clear(): Promise<void>
}

const STORE = 'files'

/** IndexedDB; where a browser has none, nothing is kept. */
export async function openDisk(phoneId: string): Promise<Disk> {
  if (typeof indexedDB === 'undefined') {
    return { readAll: async () => [], write: async () => undefined, clear: async () => undefined }
  }
  const opening = indexedDB.open(`preview:${phoneId}`, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  const database = await done(opening)
  const store = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE)
  return {
    async readAll() {
      const files = store('readonly')
      const [paths, contents] = await Promise.all([done(files.getAllKeys()), done(files.getAll())])
      return paths.map((path, index) => [String(path), contents[index] as Blob] as const)
    },
    async write(path, content) {
      const files = store('readwrite')
      if (content === null) await done(files.delete(path))
      else await done(files.put(content, path))
    },
    async clear() {
      await done(store('readwrite').clear())
    },
  }
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the disk failed'))
  })
}
