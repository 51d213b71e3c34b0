/** What every doctor says: one line for each check. */

/** `off`: not set up or not asked, and nothing is wrong with that, or nothing can be said yet. */
export type CheckState = 'ok' | 'off' | 'problem'

export interface DoctorLine {
  readonly check: string
  readonly state: CheckState
  /** What to do, or what was seen. */
  readonly detail: string
}

export const well = (check: string, detail = ''): DoctorLine => ({ check, state: 'ok', detail })
export const amiss = (check: string, detail: string): DoctorLine => ({ check, state: 'problem', detail })
export const leftOut = (check: string, detail: string): DoctorLine => ({ check, state: 'off', detail })

/** @param offWord how a check that is `off` is called */
export function lineText({ check, state, detail }: DoctorLine, offWord: '未查' | '未用' = '未查'): string {
  const words = { ok: '正常', off: offWord, problem: '问题' } as const
  return `${words[state]}　${check}${detail === '' ? '' : `：${detail}`}`
}

/** The last line. @param allWell when nothing is amiss @param guide where the steps stand */
export function summaryText(lines: readonly DoctorLine[], allWell: string, guide: string): string {
  const problems = lines.filter(({ state }) => state === 'problem').length
  return problems === 0 ? allWell : `有 ${problems} 处要处理，步骤见 ${guide}`
}

/** A clock beside ours. @param aheadMs theirs minus ours @param whose e.g. `OSS` */
export function clockLine(whose: string, aheadMs: number, mostMs: number): DoctorLine {
  const check = '时钟'
  const seconds = Math.round(Math.abs(aheadMs) / 1_000)
  const detail = `比${whose}${aheadMs > 0 ? '慢' : '快'} ${seconds} 秒`
  if (Math.abs(aheadMs) <= mostMs) return well(check, seconds === 0 ? '' : detail)
  return amiss(check, `${detail}。给服务器打开 NTP 对时`)
}
