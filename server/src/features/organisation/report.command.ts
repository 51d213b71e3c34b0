/** What both commands of the organisation share. */
import type { AppError } from '../../app-error'
import { diffTexts, guardTexts } from './report-texts.rules'
import type { SyncOptions, SyncReport } from './run-sync.usecase'

/** 64 and 65: sysexits.h EX_USAGE, EX_DATAERR. */
export const EXIT = { done: 0, failed: 1, refused: 2, usage: 64, badData: 65 } as const

export function optionsOf(values: { readonly 'dry-run': boolean; readonly force: boolean }): SyncOptions {
  return { author: { kind: 'operator', id: 'operator' }, dryRun: values['dry-run'], force: values.force }
}

/** @returns the exit code; a dry run that would be refused ends as the run itself would */
export function printReport({ outcome, guard, diff, counts }: SyncReport): number {
  for (const line of [...diffTexts(diff), ...guardTexts(guard, diff)]) console.log(line)
  if (outcome === 'applied') {
    const skipped = counts?.skipped ?? 0
    console.log(skipped === 0 ? '已完成' : `已完成；${skipped} 人同时被别处改动，下次同步再核对`)
    return EXIT.done
  }
  console.log(outcome === 'dry_run' ? '这是预演，什么也没有改' : '已拒绝，什么也没有改')
  return outcome === 'refused' || guard !== 'ok' ? EXIT.refused : EXIT.done
}

export function faultText({ code, internalText }: AppError): string {
  if (code === 'BUSY_TRY_AGAIN') return '另一个同步正在进行，请稍后再试'
  if (code === 'WECOM_UNAVAILABLE') return `企业微信暂时连不上，什么也没有改，请稍后再试：${internalText ?? code}`
  return `企业微信没有接受：${internalText ?? code}`
}
