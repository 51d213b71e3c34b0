/** Figures and times as people read them. Instants come with the offset of the work day's zone: no zone is computed here. */

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']
const FAR_METRES = 10_000

/** Minutes east of UTC of an ISO 8601 time. */
export function offsetMinutesOf(iso: string): number {
  const match = /([+-])(\d\d):(\d\d)$/.exec(iso)
  if (match === null) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}

/** `08:52:07` at that offset. */
export function clockText(instantMs: number, offsetMinutes: number): string {
  return new Date(instantMs + offsetMinutes * 60_000).toISOString().slice(11, 19)
}

/** `2026-11-18` at that offset. */
export function dateText(instantMs: number, offsetMinutes: number): string {
  return new Date(instantMs + offsetMinutes * 60_000).toISOString().slice(0, 10)
}

/** `2026-11-18T08:52:07` of an ISO 8601 time, as clocks at that offset show it. */
export function atOffset(iso: string, offsetMinutes: number): string {
  const instantMs = Date.parse(iso)
  return `${dateText(instantMs, offsetMinutes)}T${clockText(instantMs, offsetMinutes)}`
}

/** Between Chinese: ` 08:52 `, but `次日 08:52 ` and `刚刚`: a blank only beside figures and Latin letters. */
export function apart(text: string): string {
  const isApart = (letter: string) => /[0-9A-Za-z]/.test(letter)
  return `${isApart(text.charAt(0)) ? ' ' : ''}${text}${isApart(text.charAt(text.length - 1)) ? ' ' : ''}`
}

/** `08:52` of an ISO 8601 time, in its own zone. */
export function timeOf(iso: string): string {
  return iso.slice(11, 16)
}

/** A window that closes at 00:00 closes at the end of the day before. */
export function endTimeOf(iso: string): string {
  const time = timeOf(iso)
  return time === '00:00' ? '24:00' : time
}

/** `11月18日` of a date or an ISO 8601 time. */
export function dayText(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

/** `周三` of a date. */
export function weekdayText(date: string): string {
  return `周${WEEKDAYS[new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? ''}`
}

/** `35 m`, `12 km`. */
export function metresText(metres: number): string {
  return metres < FAR_METRES ? `${Math.round(metres)} m` : `${Math.round(metres / 1_000)} km`
}

/** Keeps each figure and its unit on one line: `还差 197 m` breaks before the figure, not within it. */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=[a-z\u4e00-\u9fff])/gi, '$1\u00a0')
}

/** `7 分 51 秒`, `2 小时 5 分`: the two largest units. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const parts = [
    [Math.floor(whole / 86_400), '天'],
    [Math.floor(whole / 3_600) % 24, '小时'],
    [Math.floor(whole / 60) % 60, '分'],
    [whole % 60, '秒'],
  ] as const
  const said = parts.filter(([count]) => count > 0).slice(0, 2)
  return said.length === 0 ? '0 秒' : said.map(([count, unit]) => `${count} ${unit}`).join(' ')
}

/** `刚刚`, `3 秒前`, `31 分钟前`, `3 小时前`. */
export function agoText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000)
  if (seconds < 1) return '刚刚'
  if (seconds < 60) return `${seconds} 秒前`
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} 分钟前`
  return `${Math.floor(seconds / 3_600)} 小时前`
}

/** `3.1 MB`, `420 KB`. */
export function bytesText(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1_000))} KB`
}
