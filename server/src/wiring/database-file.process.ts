/** Runs as a process of its own: one long step of a backup or of its restoration per job. See database-files.ts. */
import type { FileJob, FileJobAnswer } from '../adapters/database/backup/database-files'
import { copyDatabase, examineDatabase, FileFault } from '../adapters/database/sqlite/database-file'
import { serveJobs } from '../adapters/system/pool-process'

serveJobs(async (job: FileJob): Promise<FileJobAnswer> => {
  try {
    if (job.kind === 'examine') return { examined: await examineDatabase(job.file) }
    await copyDatabase(job.file, job.target)
    return { examined: null }
  } catch (error) {
    if (error instanceof FileFault) return { fault: error.message }
    throw error
  }
})
