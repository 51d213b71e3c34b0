import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DatabaseInUse, FileFault, holdDatabase, type HeldDatabase } from '../sqlite/database-file'
import { BackupRefused, type BackupFacts, type DatabaseFiles, type OnProgress } from './database-files'
import { FILES_BESIDE, flush, removeDraft, requireSound } from './sound-file'

const OWNER_ONLY = 0o600

export interface RestoreRequest {
  readonly from: string
  /** Of the database that is to be there afterwards. */
  readonly file: string
  /** What is there now makes way; it is kept under another name. */
  readonly replace: boolean
  readonly nowMs: number
  readonly onProgress: OnProgress
}

export interface Restored extends BackupFacts {
  /** Where the former database lies now; null: there was none. */
  readonly keptAs: string | null
  /** Where SQLite's own files lie now that stood there without their database. */
  readonly keptBeside: readonly string[]
}

/**
 * Puts a copy of a backup where the database belongs, once it has been looked through. The backup itself stays as it is.
 * @throws BackupRefused while a process has the database open, when there is one and it may not be replaced, or when the
 *   backup is not sound or belongs to another version; nothing was changed then
 */
export async function restoreDatabase(
  files: Pick<DatabaseFiles, 'examine'>,
  { from, file, replace, nowMs, onProgress }: RestoreRequest,
): Promise<Restored> {
  if (!existsSync(from)) throw new BackupRefused(`没有文件 ${from}`)
  // Somebody copied the file of a running server: what is in the log would be missing.
  if (existsSync(`${from}-wal`)) throw new BackupRefused(`${from} 旁边有 -wal，不是 db:backup 做的备份`)
  if (resolve(from) === resolve(file)) throw new BackupRefused('备份文件就是现在的数据库')
  const held = existsSync(file) ? await holdIfAllowed(file, replace) : null
  const draft = `${file}.restoring`
  try {
    await mkdir(dirname(file), { recursive: true })
    await copyTold(from, draft, onProgress)
    const facts = await requireSound(files, draft)
    await flush(draft)
    // Windows renames no file that is open.
    if (process.platform === 'win32') await held?.release()
    const aside = `${file}.replaced-${stampOf(nowMs)}`
    const keptAs = held === null || held.tableCount === 0 ? null : aside
    if (keptAs !== null) await rename(file, keptAs)
    const keptBeside = held === null ? await moveLeftOvers(file, aside) : []
    await rename(draft, file)
    await flush(dirname(file))
    return { ...facts, keptAs, keptBeside }
  } finally {
    await removeDraft(draft)
    if (process.platform !== 'win32') await held?.release()
  }
}

async function holdIfAllowed(file: string, replace: boolean): Promise<HeldDatabase> {
  let held: HeldDatabase
  try {
    held = await holdDatabase(file)
  } catch (error) {
    if (error instanceof DatabaseInUse) {
      throw new BackupRefused(`还有进程开着 ${file}：先停下 web、worker 和所有命令`)
    }
    if (!(error instanceof FileFault)) throw error
    throw new BackupRefused(
      `${file} 打不开（${error.message}）：先把它连同旁边的 -wal、-shm、-journal 一起移开，再恢复`,
    )
  }
  if (held.tableCount === 0 || replace) return held
  await held.release()
  throw new BackupRefused(`${file} 里已有数据。要用备份换掉它，请加 --replace（原来的会另存，不删除）`)
}

/**
 * Somebody moved the database away and left its log or journal: SQLite would write them into whatever has the name next.
 * Under the new name they fit the database again when it is put beside them.
 */
async function moveLeftOvers(file: string, aside: string): Promise<string[]> {
  const moved: string[] = []
  for (const end of FILES_BESIDE.filter((end) => existsSync(`${file}${end}`))) {
    await rename(`${file}${end}`, `${aside}${end}`)
    moved.push(`${aside}${end}`)
  }
  return moved
}

async function copyTold(from: string, draft: string, onProgress: OnProgress): Promise<void> {
  const totalBytes = (await stat(from)).size
  const reading = createReadStream(from)
  let doneBytes = 0
  reading.on('data', (chunk) => onProgress((doneBytes += chunk.length), totalBytes))
  await pipeline(reading, createWriteStream(draft, { mode: OWNER_ONLY }))
}

/** E.g. `20261122T083000Z`. */
function stampOf(nowMs: number): string {
  return new Date(nowMs).toISOString().replace(/[-:]|\.\d{3}/g, '')
}
