import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The file that a `file:` address names: `file:./data/x.db`, `file:/srv/x.db`, `file:///srv/x.db`, `file:C:/data/x.db`.
 * @throws Error for an address without a file, e.g. a database in memory, which two connections cannot share
 */
export function sqliteFileOf(url: string): string {
  const path = /^file:(?:\/\/(?:localhost)?(?=\/))?([^?#]+)$/.exec(url)?.[1]
  if (path === undefined || path.startsWith(':memory:') || path.startsWith('//'))
    throw new Error(`Not the address of a database file: ${url}`)
  // `file:///C:/data/x.db` as Windows' URLs have it
  return decodeURIComponent(path).replace(/^\/(?=[A-Za-z]:[\\/])/, '')
}

/** Makes the folder of a database file, so that SQLite can create the file. */
export function makeFolderOf(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
}

/** The address as libsql reads it, which decodes it again. */
export function libsqlUrl(file: string): string {
  return `file:${file.split(/[\\/]/).map(encodeURIComponent).join('/')}`
}
