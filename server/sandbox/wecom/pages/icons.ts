import { html } from './html'

/** The app's own sign, as in its chats. */
export const APP_ICON = html`<svg class="app-icon" viewBox="0 0 24 24" aria-hidden="true">
  <rect width="24" height="24" rx="4" fill="#0b5a78" />
  <circle cx="12" cy="12" r="7" fill="none" stroke="#fff" stroke-width="1.7" stroke-dasharray="3 2" />
  <circle cx="12" cy="12" r="2.4" fill="#fff" />
</svg>`

const LINES = html`<path d="M8.5 6h12M8.5 12h12M8.5 18h12" /><path
    d="M4.5 6h.01M4.5 12h.01M4.5 18h.01"
    stroke-width="2.6"
  />`
const STAMP = html`<path
  d="M9.5 13.5c.8-2.5-1-3.7-1-6.1a3.5 3.5 0 0 1 7 0c0 2.4-1.8 3.6-1 6.1M5 13.5h14v3.7H5zM4.5 20.5h15"
/>`
const QUESTION = html`<circle cx="12" cy="12" r="8.7" /><path
    d="M9.6 9.7a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.3 1-1.3 1.9M12 16.7h.01"
  />`

export const MENU_ICONS = { list: LINES, stamp: STAMP, help: QUESTION } as const
