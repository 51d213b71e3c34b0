/** What HR looks at: outcomes, sites, places, lateness. */
import { events, TIME, PEOPLE, terms, DECIDED, LATE, type Board } from './kibana-boards.rules'

export const ATTENDANCE_BOARDS: readonly Board[] = [
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
]
