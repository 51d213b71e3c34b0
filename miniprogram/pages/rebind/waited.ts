const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** `14 分钟`, `3 小时 5 分钟`, `2 天 4 小时`; empty in the first minute. */
export function waitedText(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE_MS)
  if (minutes < 1) return ''
  if (minutes < HOUR_MINUTES) return `${minutes} 分钟`
  const hours = Math.floor(minutes / HOUR_MINUTES)
  if (minutes < DAY_MINUTES) return joined(`${hours} 小时`, minutes % HOUR_MINUTES, '分钟')
  return joined(`${Math.floor(minutes / DAY_MINUTES)} 天`, hours % 24, '小时')
}

function joined(first: string, count: number, unit: string): string {
  return count === 0 ? first : `${first} ${count} ${unit}`
}
