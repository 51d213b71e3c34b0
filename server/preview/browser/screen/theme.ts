import type { CompiledApp } from '../../compiled-app'

export function themeNow(): 'light' | 'dark' {
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** A value of `app.json` that may name a variable of `theme.json`: `@name`. */
export function themed(app: CompiledApp, value: string): string {
  if (!value.startsWith('@')) return value
  return app.theme?.[themeNow()]?.[value.slice(1)] ?? ''
}
