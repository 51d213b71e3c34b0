import { element } from '../screen/screen'

const PAINT_EVERY_MS = 1_000
const SHOWN = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
})

/** The server's clock, running. @param offsetMs the server's clock minus the computer's */
export function serverTime(offsetMs: number): HTMLElement {
  const shown = element('time')
  const paint = () => {
    const now = new Date(Date.now() + offsetMs)
    shown.dateTime = now.toISOString()
    shown.textContent = `服务器时间 ${SHOWN.format(now)}（上海）`
  }
  setInterval(paint, PAINT_EVERY_MS)
  paint()
  return shown
}
