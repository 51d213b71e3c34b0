import type { Context } from 'koa'
import { languageOf, type Language } from './language'
import { stateOf } from './state'

/** Something to read that is no API route: start page, documentation, health, metrics. Koa-free, like routes. */
export interface Page {
  /** As @koa/router writes it. */
  readonly path: string
  /** Left out of the access log: probes ask every few seconds. */
  readonly quiet?: boolean
  readonly answer: (request: PageRequest) => PageAnswer | Promise<PageAnswer>
}

export interface PageRequest {
  /** `?lang=en` or `?lang=zh`, else what the browser prefers. */
  readonly language: Language
  readonly params: Readonly<Record<string, string>>
  readonly authorization: string | null
}

export interface PageAnswer {
  readonly status?: number
  /** Media type with charset. */
  readonly type: string
  readonly body: string | Uint8Array
  /** How long browsers may keep it; 0 or absent: not at all. */
  readonly cacheSeconds?: number
  /** Absent: nothing may be loaded. */
  readonly contentSecurityPolicy?: string
}

/** For our own pages: our styles, scripts and pictures, nothing inline, nothing from elsewhere. */
export const OWN_FILES_ONLY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export async function showPage(context: Context, page: Page): Promise<void> {
  const state = stateOf(context)
  state.pattern = page.path
  state.quiet = page.quiet ?? false
  const { lang } = context.query
  const answer = await page.answer({
    language: lang === 'en' || lang === 'zh' ? lang : languageOf(context),
    params: context['params'] as Record<string, string>,
    authorization: context.get('authorization') || null,
  })
  context.status = answer.status ?? 200
  context.type = answer.type
  context.set('Cache-Control', answer.cacheSeconds ? `public, max-age=${answer.cacheSeconds}` : 'no-store')
  context.vary('Accept-Language')
  if (answer.contentSecurityPolicy !== undefined) context.set('Content-Security-Policy', answer.contentSecurityPolicy)
  context.body = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body)
}
