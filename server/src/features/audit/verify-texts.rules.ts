import type { SealProblem } from './check-seal.rules'

/** One plain line per problem. */
export function problemText(problem: SealProblem): string {
  switch (problem.kind) {
    case 'line_changed':
      return `被改动：审计行 ${problem.auditId} 或它的封印 ${problem.number} 与封印时不同`
    case 'line_removed':
      return `被删除：封印 ${problem.number} 的审计行 ${problem.auditId} 不见了`
    case 'detail_changed':
      return `被改动：审计行 ${problem.auditId}（封印 ${problem.number}）的明细与封印时不同`
    case 'chain_broken':
      return `链断开：封印 ${problem.number} 接不上前一个封印`
    case 'seals_missing':
      return problem.from === problem.to
        ? `被删除：缺封印 ${problem.from}`
        : `被删除：缺封印 ${problem.from} 到 ${problem.to}`
    case 'left_out':
      return `被绕过：审计行 ${problem.auditId} 标为已封印，但没有封印`
    case 'statement_unreadable':
      return `读不出：审计行 ${problem.auditId} 的明细不是它该有的内容`
    case 'publication_differs':
      return `被重写：封印 ${problem.number} 与审计行 ${problem.auditId} 当天公布的不同`
    case 'published_backwards': {
      const { source, day, number, earlierDay, earlierNumber } = problem.stepBack
      return `倒退：${source} 把封印 ${number} 当作 ${day} 最新的，而 ${earlierDay} 已到 ${earlierNumber}`
    }
    case 'details_missing':
      return `被删除：缺 ${problem.missing} 条明细，有记录的清除只有 ${problem.recorded} 条`
    case 'seal_file_differs':
      return `被重写：封印 ${problem.number} 与文件 ${problem.file} 里保存的不同`
    case 'tail_missing':
      return `被截断：文件 ${problem.file} 里有封印 ${problem.number}，数据库只到 ${problem.newest}`
    case 'seal_file_unreadable':
      return `读不出：封印文件 ${problem.file}`
  }
}

export interface VerificationFigures {
  readonly checkedCount: number
  readonly newestNumber: number
  readonly problemCount: number
  readonly erasedDetailCount: number
  readonly unsealedCount: number
  readonly oldestUnsealedMs: number | null
  readonly sealFileCount: number
  /** Days whose seal was published and has no file among those that were looked through. */
  readonly unfiledDays: readonly string[]
  readonly cancelled: boolean
}

/** The sealer needs seconds; lines that wait for longer say that it does not run. */
const UNSEALED_WARNING_MS = 10 * 60_000
const MOST_DAYS_NAMED = 5

/** Warnings where there are any, then what was looked through and found. */
export function summaryTexts(figures: VerificationFigures): string[] {
  const { checkedCount, newestNumber, problemCount, erasedDetailCount, unsealedCount, oldestUnsealedMs } = figures
  const texts: string[] = []
  if (oldestUnsealedMs !== null && oldestUnsealedMs > UNSEALED_WARNING_MS) {
    const minutes = Math.floor(oldestUnsealedMs / 60_000)
    texts.push(`注意：最早一条未封印的审计行已等了 ${minutes} 分钟，请看 worker 是否在运行`)
  }
  if (figures.unfiledDays.length > 0) {
    const named = figures.unfiledDays.slice(0, MOST_DAYS_NAMED).join('、')
    const rest = figures.unfiledDays.length > MOST_DAYS_NAMED ? ' 等' : ''
    texts.push(`注意：有 ${figures.unfiledDays.length} 天公布了封印却没有文件：${named}${rest}`)
  }
  if (figures.cancelled) return [...texts, `已取消：核对了 ${checkedCount} 个封印，没有核对完`]
  const verdict = problemCount === 0 ? '审计链完整' : `审计链有 ${problemCount} 处问题`
  const files = figures.sealFileCount === 0 ? '没有可对照的封印文件' : `对照了 ${figures.sealFileCount} 个封印文件`
  texts.push(
    `${verdict}：核对了 ${checkedCount} 个封印（最新 ${newestNumber}），${files}，` +
      `明细已清除 ${erasedDetailCount} 条，未封印 ${unsealedCount} 行`,
  )
  return texts
}
