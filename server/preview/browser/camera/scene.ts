import type { PhoneSettings } from '../../settings'

const FONT = "'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"

/** Draws what the camera sees: a street of this moment, with the phone's clock in it. Never the same twice. */
export function drawScene(canvas: HTMLCanvasElement, nowMs: number, { place, person }: PhoneSettings): void {
  const pen = canvas.getContext('2d')
  if (pen === null) return
  const { width, height } = canvas
  pen.fillStyle = '#c9d6dc'
  pen.fillRect(0, 0, width, height)
  const chance = createChance(nowMs)
  const ground = height * 0.72
  for (let left = 0; left < width; left += width * 0.16) {
    const top = ground - height * (0.2 + chance() * 0.35)
    pen.fillStyle = `hsl(${195 + chance() * 20} 14% ${48 + chance() * 18}%)`
    pen.fillRect(left, top, width * 0.15, ground - top)
    pen.fillStyle = '#eef3f5'
    for (let row = top + height * 0.03; row < ground - height * 0.03; row += height * 0.045) {
      for (let column = 0; column < 3; column++) {
        if (chance() > 0.35) pen.fillRect(left + width * (0.02 + column * 0.042), row, width * 0.025, height * 0.022)
      }
    }
  }
  pen.fillStyle = '#7d868b'
  pen.fillRect(0, ground, width, height - ground)
  pen.fillStyle = '#d9dee0'
  for (let left = -(chance() * width * 0.2); left < width; left += width * 0.2) {
    pen.fillRect(left, height * 0.85, width * 0.1, height * 0.012)
  }
  pen.fillStyle = '#16212a'
  pen.font = `600 ${Math.round(width * 0.085)}px ${FONT}`
  pen.fillText(clockText(nowMs), width * 0.06, height * 0.1)
  pen.font = `${Math.round(width * 0.04)}px ${FONT}`
  pen.fillText(`${place?.name ?? '不知何处'}　${person}`, width * 0.06, height * 0.155)
}

/** A full picture as the camera gives it, JPEG of 1440 × 1920. */
export function photograph(nowMs: number, settings: PhoneSettings): Promise<Blob> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: 1440, height: 1920 })
  drawScene(canvas, nowMs, settings)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/jpeg', 0.86)
  })
}

function clockText(nowMs: number): string {
  const now = new Date(nowMs)
  const two = (value: number) => String(value).padStart(2, '0')
  const time = `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`
  return `${time}.${String(now.getMilliseconds()).padStart(3, '0')}`
}

/** Numbers from 0 to 1 that follow from the moment (mulberry32). */
function createChance(seed: number): () => number {
  let state = Math.round(seed) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
