import type { Context } from 'koa'

export type Language = 'zh' | 'en'

/** What `Accept-Language` asks for, of the two that there are; Chinese when it says nothing. */
export function languageOf(context: Context): Language {
  return context.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh'
}
