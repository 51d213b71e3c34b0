/**
 * Fills templates with the figures of findings. `{name}` is a figure as it is; `{name:format}` one of the formats below.
 * Instants come as ISO 8601 in the work day's zone, so a phone needs no zones to show them.
 */
import type { Figures } from './decision'
import { SLOT_NAMES } from './shown-words'

export type Language = 'zh' | 'en'

export const FORMATS = ['time', 'until', 'clock', 'day', 'slot', 'distance', 'duration'] as const
export type Format = (typeof FORMATS)[number]

type Value = string | number | boolean

const PLACEHOLDER = /\{([A-Za-z]+)(?::([a-z]+))?\}/g
/** What stands where a figure is not known. */
const UNKNOWN = '—'
const FAR_METRES = 10_000

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DURATION_UNITS: Record<Language, readonly [day: string, hour: string, minute: string, second: string]> = {
  zh: [' 天', ' 小时', ' 分', ' 秒'],
  en: [' d', ' h', ' min', ' s'],
}

/** @param figures both sides of a comparison, merged; a figure that is missing, null or empty shows as a dash */
export function renderText(template: string, figures: Figures, language: Language): string {
  return template.replace(PLACEHOLDER, (_whole, name: string, format: string | undefined) => {
    const value = figures[name]
    if (value === undefined || value === null || value === '') return UNKNOWN
    return format === undefined ? String(value) : (formatters[format]?.(value, language) ?? UNKNOWN)
  })
}

/** The figures that a template needs. */
export function placeholdersOf(template: string): { readonly name: string; readonly format: string | null }[] {
  return Array.from(template.matchAll(PLACEHOLDER), ([, name = '', format]) => ({ name, format: format ?? null }))
}

const formatters: Readonly<Record<string, (value: Value, language: Language) => string>> = {
  time: (value) => String(value).slice(11, 16),
  /** A window that closes at 00:00 closes at the end of the day before. */
  until: (value) => {
    const time = String(value).slice(11, 16)
    return time === '00:00' ? '24:00' : time
  },
  clock: (value) => String(value).slice(11, 19),
  day: (value, language) => {
    const [, month = 0, day = 0] = String(value).slice(0, 10).split('-').map(Number)
    return language === 'zh' ? `${month}月${day}日` : `${day} ${MONTHS_EN[month - 1] ?? UNKNOWN}`
  },
  slot: (value, language) => (SLOT_NAMES[language] as Readonly<Record<string, string>>)[String(value)] ?? UNKNOWN,
  distance: (value) => {
    const metres = Number(value)
    return metres < FAR_METRES ? `${Math.round(metres)} m` : `${Math.round(metres / 1000)} km`
  },
  duration: (value, language) => duration(Number(value), language),
} satisfies Record<Format, (value: Value, language: Language) => string>

/** The two largest units, e.g. `3 分 20 秒`. */
function duration(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.round(seconds))
  const counts = [Math.floor(whole / 86_400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60]
  const units = DURATION_UNITS[language]
  const parts = counts.flatMap((count, index) => (count > 0 ? [`${count}${units[index] ?? ''}`] : []))
  return parts.length === 0 ? `0${units[3]}` : parts.slice(0, 2).join(' ')
}
