/** What Kibana shows: one file per dashboard, with everything that it shows. */
import { ATTENDANCE_BOARDS } from './kibana-attendance.rules'
import type { Board } from './kibana-boards.rules'
import {
  chartObject,
  dashboardObject,
  dataView,
  mapObject,
  searchObject,
  type SavedObject,
} from './kibana-objects.rules'
import { OPERATIONS_BOARDS } from './kibana-operations.rules'

const BOARDS = [...ATTENDANCE_BOARDS, ...OPERATIONS_BOARDS]

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
