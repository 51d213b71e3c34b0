import { open, rm, stat } from 'node:fs/promises'
import { productMigrations } from '../migrate'
import { compareMigrations } from '../migrations'
import { BackupRefused, type BackupFacts, type DatabaseFiles } from './database-files'

/**
 * Shows that a file is a sound database that this version of the program can go on with.
 * @throws BackupRefused with what is wrong with it
 */
export async function requireSound(files: Pick<DatabaseFiles, 'examine'>, file: string): Promise<BackupFacts> {
  const { problems, applied, ...counts } = await files.examine(file)
  if (problems.length > 0) throw new BackupRefused(['文件已损坏，SQLite 说：', ...problems].join('\n  '))
  if (applied === null || applied.length === 0) throw new BackupRefused('这个文件不是外勤签到的数据库')
  const state = compareMigrations(productMigrations(`file:${file}`), applied)
  if (state.problems.length > 0) {
    throw new BackupRefused(['它属于另一个版本的程序，请用那个版本：', ...state.problems].join('\n  '))
  }
  const { size } = await stat(file)
  return {
    ...counts,
    bytes: size,
    newestMigration: state.applied.at(-1) ?? '',
    pendingMigrations: state.pending.map(({ name }) => name),
  }
}

/** What was written survives a power cut from here on. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Windows syncs no folder.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
  } finally {
    await handle.close()
  }
}

/** What SQLite puts beside a database, by the end of the name. */
export const FILES_BESIDE = ['-wal', '-shm', '-journal'] as const

/** With the files that SQLite leaves beside one that it could not read. */
export async function removeDraft(path: string): Promise<void> {
  for (const end of ['', ...FILES_BESIDE]) await rm(`${path}${end}`, { force: true })
}
