import { existsSync } from 'node:fs'
import { chmod, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { BackupRefused, type BackupFacts, type DatabaseFiles, type OnProgress } from './database-files'
import { flush, removeDraft, requireSound } from './sound-file'

const LOOK_EVERY_MS = 200
/** Personal data lie in it. */
const OWNER_ONLY = 0o600

/**
 * Copies a SQLite database into a new file, complete and as of one moment, while servers write; looks the copy through,
 * and gives it its name only then.
 * @param file of the database
 * @throws BackupRefused when there is no database, the target is taken, or the copy is not sound
 */
export async function backupDatabase(
  files: DatabaseFiles,
  { file, to, onProgress }: { readonly file: string; readonly to: string; readonly onProgress: OnProgress },
): Promise<BackupFacts> {
  if (!existsSync(file)) throw new BackupRefused(`没有数据库 ${file}`)
  const target = resolve(to)
  await mkdir(dirname(target), { recursive: true })
  await reserve(target)
  const draft = `${target}.part`
  try {
    await removeDraft(draft)
    await copyTold(files, file, draft, onProgress)
    await chmod(draft, OWNER_ONLY)
    const facts = await requireSound(files, draft)
    await flush(draft)
    await rename(draft, target)
    await flush(dirname(target))
    return facts
  } catch (error) {
    await removeDraft(draft)
    await rm(target, { force: true })
    throw error
  }
}

/** Takes the name while nothing stands under it: a backup never replaces another. */
async function reserve(target: string): Promise<void> {
  try {
    await (await open(target, 'wx', OWNER_ONLY)).close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new BackupRefused(`${target} 已经存在，备份不覆盖任何文件；请换一个名字`)
  }
}

async function copyTold(files: DatabaseFiles, file: string, draft: string, onProgress: OnProgress): Promise<void> {
  const sizeOf = async (path: string) => (existsSync(path) ? (await stat(path)).size : 0)
  // What still lies in the write-ahead log is counted twice at worst.
  const totalBytes = (await sizeOf(file)) + (await sizeOf(`${file}-wal`))
  const timer = setInterval(() => {
    void sizeOf(draft).then((done) => onProgress(done, totalBytes))
  }, LOOK_EVERY_MS)
  try {
    await files.copy(file, draft)
  } finally {
    clearInterval(timer)
  }
}
