import { existsSync } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { BackupRefused, type BackupFacts, type DatabaseFiles, type OnProgress } from './database-files'
import { giveName } from './give-name'
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
  if (existsSync(target)) throw nameTaken(target)
  const draft = `${target}.part`
  await beginDraft(draft)
  try {
    await copyTold(files, file, draft, onProgress)
    const facts = await requireSound(files, draft)
    await flush(draft)
    if (!(await giveName(draft, target))) throw nameTaken(target)
    await flush(dirname(target))
    return facts
  } finally {
    await removeDraft(draft)
  }
}

/** Empty, as SQLite takes it to write into; one that it makes itself could be read by everybody meanwhile. */
async function beginDraft(draft: string): Promise<void> {
  try {
    await (await open(draft, 'wx', OWNER_ONLY)).close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new BackupRefused(`${draft} 已经存在：另一次备份正在写它，或者上次被强行中断；没有备份在运行就删掉它`)
  }
}

function nameTaken(target: string): BackupRefused {
  return new BackupRefused(`${target} 已经存在，备份不覆盖任何文件；请换一个名字`)
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
