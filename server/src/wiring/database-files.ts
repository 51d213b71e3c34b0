import {
  BackupRefused,
  type DatabaseFiles,
  type FileJob,
  type FileJobAnswer,
} from '../adapters/database/backup/database-files'
import type { ExaminedFile } from '../adapters/database/sqlite/database-file'
import { createProcessPool } from '../adapters/system/process-pool'

/** A database of a hundred gigabytes takes an hour on a slow disk. */
const LONGEST_STEP_MS = 24 * 3_600_000

/** The long steps in a process of their own, which can be cut off. */
export function openDatabaseFiles(): DatabaseFiles & { close(): Promise<void> } {
  const pool = createProcessPool<FileJob, FileJobAnswer>({
    entry: new URL('./database-file.process.ts', import.meta.url),
    processes: 1,
    timeoutMs: LONGEST_STEP_MS,
  })
  const run = async (job: FileJob): Promise<ExaminedFile | null> => {
    const answer = await pool.run(job)
    if ('fault' in answer) throw new BackupRefused(`SQLite 说：${answer.fault}`)
    return answer.examined
  }
  return {
    copy: async (file, target) => {
      await run({ kind: 'copy', file, target })
    },
    examine: async (file) => (await run({ kind: 'examine', file })) as ExaminedFile,
    close: pool.close,
  }
}
