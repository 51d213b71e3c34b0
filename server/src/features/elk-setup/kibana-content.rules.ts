/** What HR, security and operators see in Kibana: one file per dashboard, with everything that it shows. */
import {
  chartObject,
  dashboardObject,
  dataView,
  mapObject,
  searchObject,
  type Bucket,
  type Chart,
  type Measure,
  type SavedObject,
  type SavedSearch,
} from './kibana-objects.rules'

const TIME: Bucket = { kind: 'time' }
const COUNT: Measure = { kind: 'count' }
const PEOPLE: Measure = { kind: 'cardinality', field: 'user.id' }
const terms = (field: string, size = 20): Bucket => ({ kind: 'terms', field, size })

const DECIDED = 'event.action:"check_in.decided"'
const REFUSED = `${DECIDED} AND attendance.outcome:refused`
const LATE = `${DECIDED} AND attendance.late_minutes:>0`
const EXPORTS = '(http.route:*export* OR http.route:*report*)'

const events = { view: 'waiqin-events', measure: COUNT } as const
const app = { view: 'waiqin-app', measure: COUNT } as const

interface Board {
  /** Of the file and, after `waiqin-`, of the dashboard. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly charts: readonly Omit<Chart, 'id'>[]
  readonly searches?: readonly Omit<SavedSearch, 'id'>[]
  readonly map?: { readonly title: string; readonly query: string; readonly geoField: string }
}

const BOARDS: readonly Board[] = [
  {
    name: 'outcomes',
    title: '签到：结果与原因',
    description: '每段时间的签到结果，拒绝的原因，到场依据',
    charts: [
      { ...events, title: '签到次数', shape: 'figure', query: DECIDED, along: [] },
      { ...events, title: '签到人数', shape: 'figure', query: DECIDED, measure: PEOPLE, along: [] },
      {
        ...events,
        title: '结果随时间',
        shape: 'bars',
        query: DECIDED,
        along: [TIME],
        split: terms('attendance.outcome'),
      },
      { ...events, title: '结果代码', shape: 'table', query: DECIDED, along: [terms('event.code', 50)] },
      { ...events, title: '判定发现', shape: 'table', query: DECIDED, along: [terms('attendance.findings', 50)] },
      { ...events, title: '到场依据', shape: 'bars', query: DECIDED, along: [terms('attendance.presence_by')] },
    ],
  },
  {
    name: 'sites',
    title: '签到：地点与时段',
    description: '各地点每小时的签到，人数最多的地点',
    charts: [
      {
        ...events,
        title: '各地点随时间',
        shape: 'bars',
        query: DECIDED,
        along: [TIME],
        split: terms('attendance.site_id', 10),
      },
      {
        ...events,
        title: '各时段类型随时间',
        shape: 'bars',
        query: DECIDED,
        along: [TIME],
        split: terms('attendance.slot_kind'),
      },
      {
        ...events,
        title: '各地点人数',
        shape: 'table',
        query: DECIDED,
        measure: PEOPLE,
        along: [terms('attendance.site_id', 50)],
      },
      { ...events, title: '网络类型', shape: 'bars', query: DECIDED, along: [terms('attendance.network_type')] },
    ],
  },
  {
    name: 'map',
    title: '签到：地图',
    description: '签到的大致位置（约一公里的方格，WGS-84）',
    charts: [
      {
        ...events,
        title: '有位置的签到',
        shape: 'figure',
        query: `${DECIDED} AND _exists_:client.geo.location`,
        along: [],
      },
      {
        ...events,
        title: '无位置的签到',
        shape: 'figure',
        query: `${DECIDED} AND NOT _exists_:client.geo.location`,
        along: [],
      },
    ],
    map: { title: '签到分布', query: DECIDED, geoField: 'client.geo.location' },
  },
  {
    name: 'lateness',
    title: '签到：迟到',
    description: '迟到的分钟数、人和地点',
    charts: [
      { ...events, title: '迟到次数', shape: 'bars', query: LATE, along: [TIME] },
      {
        ...{ ...events, title: '迟到分钟分布', shape: 'bars', query: LATE },
        along: [{ kind: 'range', field: 'attendance.late_minutes', interval: 5 }],
      },
      {
        ...{ ...events, title: '各地点平均迟到分钟', shape: 'table', query: LATE },
        ...{ measure: { kind: 'avg', field: 'attendance.late_minutes' }, along: [terms('attendance.site_id', 50)] },
      },
      { ...events, title: '迟到最多的人', shape: 'table', query: LATE, along: [terms('user.id', 50)] },
    ],
  },
  {
    name: 'refusals',
    title: '安全：拒绝与可疑',
    description: '拒绝、提醒、换手机，谁和哪里最多',
    charts: [
      { ...events, title: '拒绝随时间', shape: 'bars', query: REFUSED, along: [TIME], split: terms('event.code') },
      {
        ...events,
        title: '提醒',
        shape: 'bars',
        query: 'event.kind:alert',
        along: [TIME],
        split: terms('attendance.alert_kind'),
      },
      {
        ...events,
        title: '被拒最多的人',
        shape: 'table',
        query: REFUSED,
        along: [terms('user.id', 50), terms('event.code', 5)],
      },
      {
        ...events,
        title: '一部手机上的人数',
        shape: 'table',
        query: DECIDED,
        measure: PEOPLE,
        along: [terms('attendance.key_thumbprint', 50)],
      },
      {
        ...events,
        title: '手机绑定与解除',
        shape: 'bars',
        query: 'event.action:device.*',
        along: [TIME],
        split: terms('event.action'),
      },
    ],
    searches: [
      {
        ...{ title: '拒绝与提醒', view: 'waiqin-events', query: `(${REFUSED}) OR event.kind:alert` },
        columns: ['event.action', 'event.code', 'attendance.findings', 'user.id', 'attendance.site_id'],
      },
    ],
  },
  {
    name: 'approvals',
    title: '审批',
    description: '审批的提出、决定、升级和过期',
    charts: [
      {
        ...events,
        title: '审批随时间',
        shape: 'bars',
        query: 'event.action:approval.*',
        along: [TIME],
        split: terms('event.action'),
      },
      {
        ...events,
        title: '审批种类与结果',
        shape: 'table',
        query: 'event.action:"approval.decided"',
        along: [terms('attendance.kind'), terms('attendance.status')],
      },
      {
        ...events,
        title: '审批人',
        shape: 'table',
        query: 'event.action:"approval.decided"',
        along: [terms('attendance.decided_by', 50)],
      },
      {
        ...events,
        title: '升级与过期',
        shape: 'bars',
        query: 'event.action:("approval.escalated" OR "approval.expired")',
        along: [TIME],
        split: terms('attendance.level'),
      },
    ],
  },
  {
    name: 'exports',
    title: '安全：导出与查询',
    description: '谁导出了数据、查询了日志（来自服务器的访问日志）',
    charts: [
      {
        ...app,
        title: '导出随时间',
        shape: 'bars',
        query: EXPORTS,
        along: [TIME],
        split: terms('http.response.status_code'),
      },
      { ...app, title: '导出的人', shape: 'table', query: EXPORTS, along: [terms('user.id', 50), terms('http.route')] },
      { ...app, title: '查询日志的人', shape: 'table', query: 'http.route:*logs*', along: [terms('user.id', 50)] },
    ],
    searches: [
      {
        ...{ title: '导出', view: 'waiqin-app', query: EXPORTS },
        columns: ['http.request.method', 'http.route', 'http.response.status_code', 'user.id', 'http.request.id'],
      },
    ],
  },
  {
    name: 'health',
    title: '运行状况',
    description: '服务器的错误、慢请求，审计封条，停机登记',
    charts: [
      { ...app, title: '日志级别', shape: 'bars', query: '*', along: [TIME], split: terms('log.level') },
      {
        ...app,
        title: '各进程的错误',
        shape: 'bars',
        query: 'log.level:(error OR fatal)',
        along: [TIME],
        split: terms('event.dataset'),
      },
      {
        ...app,
        title: '请求状态',
        shape: 'bars',
        query: '_exists_:http.route',
        along: [TIME],
        split: terms('http.response.status_code'),
      },
      {
        ...{ ...app, title: '最慢的接口（纳秒）', shape: 'table', query: '_exists_:http.route' },
        ...{ measure: { kind: 'max', field: 'event.duration' }, along: [terms('http.route', 50)] },
      },
      { ...events, title: '审计封条', shape: 'bars', query: 'event.action:"audit.sealed"', along: [TIME] },
      {
        ...events,
        title: '停机与组织同步',
        shape: 'bars',
        query: 'event.action:(outage.* OR organisation.*)',
        along: [TIME],
        split: terms('event.action'),
      },
    ],
    searches: [
      {
        ...{ title: '错误', view: 'waiqin-app', query: 'log.level:(warn OR error OR fatal)' },
        columns: ['log.level', 'event.dataset', 'message', 'error.type', 'error.message'],
      },
    ],
  },
]

/** Files of server/elk/kibana by name; the data views are a file of their own and come first. */
export function kibanaFiles(): ReadonlyMap<string, readonly SavedObject[]> {
  const views = [
    dataView('waiqin-events', 'logs-attendance.events-*', '外勤签到：事件'),
    dataView('waiqin-app', 'logs-waiqin.app-*', '外勤签到：程序日志'),
  ]
  return new Map([['00-data-views', views], ...BOARDS.map((board) => [board.name, boardObjects(board)] as const)])
}

/** One object per line, as Kibana exports and imports them. */
export function ndjson(objects: readonly SavedObject[]): string {
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('')
}

function boardObjects({ name, title, description, charts, searches = [], map }: Board): SavedObject[] {
  const id = `waiqin-${name}`
  const maps = map === undefined ? [] : [mapObject({ id: `${id}-map`, view: 'waiqin-events', ...map })]
  const drawn = charts.map((chart, index) => ({
    ...{
      object: chartObject({ id: `${id}-chart-${index + 1}`, ...chart }),
      isWide: chart.shape === 'bars' && index === 0,
    },
  }))
  const listed = searches.map((search, index) => searchObject({ id: `${id}-search-${index + 1}`, ...search }))
  const wide = [...maps, ...listed].map((object) => ({ object, isWide: true }))
  const panels = [...drawn, ...wide]
  return [...panels.map(({ object }) => object), dashboardObject({ id, title, description }, panels)]
}
