/**
 * What an installation sets before publishing. In DevTools and on a phone under development "urlCheck" has to be off for
 * an http address; the browser preview answers for whichever address stands here.
 */
export const SERVER_URLS = {
  develop: 'http://127.0.0.1:8787',
  trial: 'https://waiqin.example.com',
  release: 'https://waiqin.example.com',
} as const satisfies Record<string, string>

/** False where phones reach no map tiles: the same figure is drawn on a grid then. */
export const SHOW_MAP: boolean = true

/** Goes with every check-in; the version in package.json. */
export const CLIENT_VERSION = '0.1.0'
