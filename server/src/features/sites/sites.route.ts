import { defineRoute, type Caller, type RequestFacts, type Route } from '../../http/route'
import { presentSite, presentSiteRow } from './sites.present'
import {
  siteArchiveSchema,
  siteCheckReplySchema,
  siteCheckSchema,
  sitePageSchema,
  siteParamsSchema,
  siteReplySchema,
  siteRequestSchema,
  sitesQuerySchema,
  siteUpdateSchema,
} from './sites.schema'
import {
  archiveSite,
  checkSite,
  createSite,
  listSites,
  readSite,
  updateSite,
  type SiteEditor,
  type SitePorts,
} from './sites.usecase'

const tag = 'sites'
const path = '/api/v1/sites'
const reading = { tag, access: 'session', permission: 'sites.read' } as const
const writing = { tag, access: 'session', permission: 'sites.write' } as const
const invalid = ['FENCE_INVALID', 'WIFI_INVALID'] as const

export function siteRoutes(ports: SitePorts): Route[] {
  return [
    defineRoute({
      ...reading,
      method: 'get',
      path,
      operationId: 'listSites',
      summary: '场所，按建立先后，可按类别和名称筛选',
      query: sitesQuerySchema,
      reply: sitePageSchema,
      handle: async ({ query }) => {
        const { rows, nextCursor } = await listSites(ports, {
          kind: query.kind ?? null,
          nameContains: query.name ?? null,
          archived: query.archived === 'true',
          afterId: query.cursor ?? null,
          limit: query.limit,
        })
        return { json: { items: rows.map(presentSiteRow), nextCursor } }
      },
    }),
    defineRoute({
      ...writing,
      method: 'post',
      path,
      operationId: 'createSite',
      summary: '新场所：围栏、Wi-Fi、签到鉴权服务器、出口地址',
      errors: [...invalid, 'NAME_TAKEN'],
      body: siteRequestSchema,
      reply: siteReplySchema,
      replyStatus: 201,
      handle: async ({ caller, request, body }) => ({
        status: 201,
        json: presentSite(await createSite(ports, editorOf(caller, request), body)),
      }),
    }),
    defineRoute({
      ...writing,
      method: 'post',
      path: `${path}/check`,
      operationId: 'checkSite',
      summary: '试填一个场所：会有什么问题，是否像在大陆；不保存',
      body: siteCheckSchema,
      reply: siteCheckReplySchema,
      handle: async ({ body }) => ({ json: checkSite(body) }),
    }),
    defineRoute({
      ...reading,
      method: 'get',
      path: `${path}/:siteId`,
      operationId: 'readSite',
      summary: '一个场所的全部，停用的也能看',
      errors: ['NOT_FOUND'],
      params: siteParamsSchema,
      reply: siteReplySchema,
      handle: async ({ params }) => ({ json: presentSite(await readSite(ports, params.siteId)) }),
    }),
    defineRoute({
      ...writing,
      method: 'put',
      path: `${path}/:siteId`,
      operationId: 'updateSite',
      summary: '修改场所，要带上改之前的版本号',
      errors: [...invalid, 'NOT_FOUND', 'VERSION_CONFLICT', 'NAME_TAKEN'],
      params: siteParamsSchema,
      body: siteUpdateSchema,
      reply: siteReplySchema,
      handle: async ({ caller, request, params, body }) => {
        const { version, ...site } = body
        return { json: presentSite(await updateSite(ports, editorOf(caller, request), params.siteId, version, site)) }
      },
    }),
    defineRoute({
      ...writing,
      method: 'post',
      path: `${path}/:siteId/archive`,
      operationId: 'archiveSite',
      summary: '停用场所；在那里判定过的不变',
      errors: ['NOT_FOUND', 'VERSION_CONFLICT'],
      params: siteParamsSchema,
      body: siteArchiveSchema,
      reply: siteReplySchema,
      handle: async ({ caller, request, params, body }) => ({
        json: presentSite(await archiveSite(ports, editorOf(caller, request), params.siteId, body.version)),
      }),
    }),
  ]
}

function editorOf(caller: Caller, request: RequestFacts): SiteEditor {
  return { employeeId: caller.employeeId, requestId: request.requestId }
}
