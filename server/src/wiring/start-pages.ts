import { FEATURED_PEOPLE } from '../../../prisma/seed/demo/people'
import type { Config } from '../config'
import { startPages as createStartPages } from '../features/start/start.page'
import type { Page } from '../http/page'
import { hasPreview } from './preview'

/** The start page; only development has the demo company whose people a visitor can be. */
export function startPages(config: Config): Page[] {
  const isTrial = config.environment !== 'production'
  return createStartPages({
    people: isTrial ? FEATURED_PEOPLE : [],
    places: {
      ...(hasPreview(config) ? { preview: '/preview' } : {}),
      ...(isTrial && config.wecom.baseUrl === null ? { sandbox: '/sandbox/wecom/chats' } : {}),
      docs: '/api/docs',
      openapi: '/api/openapi.json',
      health: '/readyz',
      metrics: '/metrics',
    },
  })
}
