/** What security and operators look at: refusals, approvals, exports, health. */
import { app, events, TIME, PEOPLE, terms, DECIDED, REFUSED, EXPORTS, type Board } from './kibana-boards.rules'

/** The relay's lines name the subscriber; it warns while it goes on trying. */
const DEAD = '_exists_:subscriber AND log.level:error'

export const OPERATIONS_BOARDS: readonly Board[] = [
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
    description: '服务器的错误、慢请求，送不出去的事件，审计封条，停机登记',
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
      {
        ...{ ...app, title: '没有送达、会再试的事件', shape: 'bars', query: '_exists_:subscriber' },
        ...{ along: [TIME], split: terms('subscriber') },
      },
      {
        ...{ ...app, title: '送不出去、压住后续的事件', shape: 'table', query: DEAD },
        along: [terms('subscriber'), terms('aggregateKey', 50)],
      },
      {
        ...{ ...app, title: '连不上 Elasticsearch', shape: 'bars', query: 'message:"Elasticsearch keeps failing"' },
        along: [TIME],
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
        ...{ title: '送不出去的事件', view: 'waiqin-app', query: DEAD },
        columns: ['subscriber', 'eventId', 'aggregateKey', 'attempts', 'error.message'],
      },
      {
        ...{ title: '错误', view: 'waiqin-app', query: 'log.level:(warn OR error OR fatal)' },
        columns: ['log.level', 'event.dataset', 'message', 'error.type', 'error.message'],
      },
    ],
  },
]
