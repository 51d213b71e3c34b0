import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TempFolder {
  readonly path: string
  /** The address of a database file in it, which need not exist yet. */
  databaseUrl(name?: string): string
  remove(): void
}

/** An empty folder of one's own. */
export function makeTempFolder(): TempFolder {
  const path = mkdtempSync(join(tmpdir(), 'waiqin-test-'))
  return {
    path,
    databaseUrl: (name = 'test.db') => `file:${join(path, name).replaceAll('\\', '/')}`,
    remove: () => {
      try {
        rmSync(path, { recursive: true, force: true })
      } catch (error) {
        // libsql lets go of a closed file only when it is garbage, and Windows deletes no open file: the system's own
        // cleaning of temporary files takes it.
        if (process.platform !== 'win32') throw error
      }
    },
  }
}
