/** What `db:backup` and `db:restore` share: the process of the long steps, a progress line, Ctrl+C, plain words. */
import { SingleBar } from 'cli-progress'
import { ConfigError } from '../../../config'
import { untilToldToStop } from '../../../stop-signals'
import { openDatabaseFiles } from '../../../wiring/database-files'
import { BackupRefused, type BackupFacts, type DatabaseFiles, type OnProgress } from './database-files'

/** sysexits.h: EX_USAGE, EX_CONFIG. */
export const EXIT = { done: 0, refused: 1, usage: 64, configuration: 78 } as const

const BYTES_PER_MEGABYTE = 1_000_000

/** @param work may be cut off: then it undoes what it began, and rejects */
export async function runOnFiles<Result>(
  title: string,
  work: (files: DatabaseFiles, onProgress: OnProgress) => Promise<Result>,
): Promise<Result> {
  const files = openDatabaseFiles()
  const bar = new SingleBar({
    format: `${title} [{bar}] {value}/{total} MB 预计还要 {eta_formatted}`,
    clearOnComplete: true,
  })
  let isCancelled = false
  void untilToldToStop().then(() => {
    isCancelled = true
    return files.close()
  })
  try {
    return await work(files, (doneBytes, totalBytes) => {
      if (!bar.isActive) bar.start(megabytes(totalBytes), 0)
      bar.update(Math.min(megabytes(doneBytes), megabytes(totalBytes)))
    })
  } catch (error) {
    throw isCancelled ? new BackupRefused('已中断，什么也没有留下') : error
  } finally {
    bar.stop()
    await files.close()
  }
}

export function factsText({ bytes, attemptCount, employeeCount, newestMigration }: BackupFacts): string {
  return `${megabytes(bytes)} MB，${employeeCount} 人，${attemptCount} 次打卡，版本 ${newestMigration}`
}

/** @returns the exit code */
export function reportFailure(error: unknown): number {
  if (error instanceof ConfigError) {
    console.error(
      ['配置有误（每行一处，说明见 .env.example）：', ...error.problems.map((line) => `  ${line}`)].join('\n'),
    )
    return EXIT.configuration
  }
  console.error(causeOf(error))
  return EXIT.refused
}

/** A fault of the other process says why in its cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}

const megabytes = (bytes: number) => Math.ceil(bytes / BYTES_PER_MEGABYTE)
