/** Kibana's saved objects, as its import takes them: their inner parts are JSON as text, their links are references. */

/** Releases whose shape the objects have: an older one is migrated by Kibana, so that 8.9 and everything later takes them. */
const CORE_MIGRATION = '8.8.0'
const TYPE_MIGRATIONS = {
  'index-pattern': '8.0.0',
  search: '8.0.0',
  visualization: '8.5.0',
  map: '8.4.0',
  dashboard: '8.9.0',
} as const

export type ObjectType = keyof typeof TYPE_MIGRATIONS

export interface SavedObject {
  readonly type: ObjectType
  readonly id: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly references: readonly { readonly name: string; readonly type: ObjectType; readonly id: string }[]
  readonly coreMigrationVersion: string
  readonly typeMigrationVersion: string
}

export type ViewId = 'waiqin-events' | 'waiqin-app'

/** What is counted: entries, different values, or figures of a field. */
export type Measure =
  { readonly kind: 'count' } | { readonly kind: 'cardinality' | 'avg' | 'max' | 'sum'; readonly field: string }

export type Bucket =
  | { readonly kind: 'time' }
  | { readonly kind: 'terms'; readonly field: string; readonly size: number }
  | { readonly kind: 'range'; readonly field: string; readonly interval: number }

export interface Chart {
  readonly id: string
  readonly title: string
  readonly view: ViewId
  readonly shape: 'figure' | 'bars' | 'table'
  /** In Lucene's words, which Elasticsearch's query_string takes as they are. */
  readonly query: string
  readonly measure: Measure
  /** Along the axis, or the rows; a figure has none. */
  readonly along: readonly Bucket[]
  /** Colours of a bar. */
  readonly split?: Bucket
}

export interface SavedSearch {
  readonly id: string
  readonly title: string
  readonly view: ViewId
  readonly query: string
  readonly columns: readonly string[]
}

export function dataView(id: ViewId, title: string, name: string): SavedObject {
  return savedObject('index-pattern', id, { title, name, timeFieldName: '@timestamp', allowNoIndex: true }, [])
}

export function searchObject({ id, title, view, query, columns }: SavedSearch): SavedObject {
  const attributes = { title, description: '', columns: [...columns], sort: [['@timestamp', 'desc']], grid: {} }
  return savedObject('search', id, { ...attributes, ...sourceOf(query) }, [viewReference(view)])
}

export function chartObject(chart: Chart): SavedObject {
  const { id, title, view, query } = chart
  const visState = JSON.stringify({ title, type: TYPES[chart.shape], aggs: aggsOf(chart), params: paramsOf(chart) })
  const attributes = { title, description: '', uiStateJSON: '{}', version: 1, visState, ...sourceOf(query) }
  return savedObject('visualization', id, attributes, [viewReference(view)])
}

const TYPES = { figure: 'metric', bars: 'histogram', table: 'table' } as const

function aggsOf({ shape, measure, along, split }: Chart): unknown[] {
  const metric = measure.kind === 'count' ? {} : { field: measure.field }
  const aggs = [{ id: '1', enabled: true, type: measure.kind, schema: 'metric', params: metric }]
  const buckets = [
    ...along.map((bucket) => ({ bucket, schema: shape === 'table' ? 'bucket' : 'segment' })),
    ...(split === undefined ? [] : [{ bucket: split, schema: 'group' }]),
  ]
  return [
    ...aggs,
    ...buckets.map(({ bucket, schema }, index) => ({ id: String(index + 2), enabled: true, schema, ...aggOf(bucket) })),
  ]
}

function aggOf(bucket: Bucket) {
  if (bucket.kind === 'time') {
    const params = { field: '@timestamp', interval: 'auto', useNormalizedEsInterval: true, drop_partials: false }
    return { type: 'date_histogram', params: { ...params, min_doc_count: 1, extended_bounds: {} } }
  }
  if (bucket.kind === 'range') {
    const { field, interval } = bucket
    return { type: 'histogram', params: { field, interval, min_doc_count: 1, extended_bounds: {} } }
  }
  const { field, size } = bucket
  return {
    type: 'terms',
    params: { field, size, orderBy: '1', order: 'desc', otherBucket: false, missingBucket: false },
  }
}

function paramsOf({ shape, title }: Chart): unknown {
  if (shape === 'table') return { perPage: 10, showPartialRows: false, showTotal: false, percentageCol: '' }
  if (shape === 'figure') {
    const style = { bgFill: '#000', bgColor: false, labelColor: false, subText: '', fontSize: 48 }
    const metric = { percentageMode: false, useRanges: false, colorSchema: 'Green to Red', metricColorMode: 'None' }
    const ranges = { colorsRange: [{ from: 0, to: 10_000 }], labels: { show: true }, invertColors: false, style }
    return { addTooltip: true, addLegend: false, type: 'metric', metric: { ...metric, ...ranges } }
  }
  const axis = { show: true, style: {}, labels: { show: true, filter: true, truncate: 100 } }
  const valueAxis = { id: 'ValueAxis-1', name: 'LeftAxis-1', type: 'value', position: 'left' }
  const series = { show: true, type: 'histogram', mode: 'stacked', valueAxis: 'ValueAxis-1' }
  return {
    ...{ type: 'histogram', addTooltip: true, addLegend: true, legendPosition: 'right', addTimeMarker: false },
    ...{ grid: { categoryLines: false }, times: [], labels: { show: false } },
    thresholdLine: { show: false, value: 10, width: 1, style: 'full', color: '#E7664C' },
    categoryAxes: [
      { id: 'CategoryAxis-1', type: 'category', position: 'bottom', scale: { type: 'linear' }, title: {}, ...axis },
    ],
    valueAxes: [{ ...valueAxis, scale: { type: 'linear', mode: 'normal' }, title: { text: title }, ...axis }],
    seriesParams: [{ ...series, data: { id: '1', label: title }, drawLinesBetweenPoints: true, showCircles: true }],
  }
}

/** Points of a geo_point field as clusters and as heat, over Elastic's own base map. */
export function mapObject(map: {
  readonly id: string
  readonly title: string
  readonly view: ViewId
  readonly query: string
  readonly geoField: string
}): SavedObject {
  const { id, title, view, query, geoField } = map
  const layer = (index: number, requestType: 'point' | 'heatmap', label: string) => ({
    id: `${id}-${requestType}`,
    label,
    type: requestType === 'heatmap' ? 'HEATMAP' : 'GEOJSON_VECTOR',
    visible: true,
    query: lucene(query),
    sourceDescriptor: {
      ...{ type: 'ES_GEO_GRID', id: `${id}-${requestType}-source`, geoField, requestType, resolution: 'COARSE' },
      ...{ metrics: [{ type: 'count' }], applyGlobalQuery: true, applyGlobalTime: true },
      indexPatternRefName: `layer_${index}_source_index_pattern`,
    },
    style:
      requestType === 'heatmap' ? { type: 'HEATMAP', colorRampName: 'theclassic' } : { type: 'VECTOR', properties: {} },
  })
  const base = {
    ...{ id: `${id}-base`, label: '底图', type: 'EMS_VECTOR_TILE', visible: true, style: { type: 'EMS_VECTOR_TILE' } },
    sourceDescriptor: { type: 'EMS_TMS', isAutoSelect: true, lightModeDefault: 'road_map_desaturated' },
  }
  const layers = [base, layer(1, 'heatmap', '密度'), layer(2, 'point', '次数')]
  const mapState = { zoom: 4, center: { lon: 105, lat: 35 }, timeFilters: { from: 'now-7d', to: 'now' }, filters: [] }
  const attributes = {
    ...{ title, description: '', uiStateJSON: '{"isLayerTOCOpen":true}' },
    layerListJSON: JSON.stringify(layers),
    mapStateJSON: JSON.stringify({ ...mapState, query: { query: '', language: 'lucene' } }),
  }
  const references = [1, 2].map((index) => ({
    ...{ name: `layer_${index}_source_index_pattern`, type: 'index-pattern' as const, id: view },
  }))
  return savedObject('map', id, attributes, references)
}

const COLUMNS = 48
const PANEL_HEIGHT = 14

/** Panels two to a row, in order; one that is alone in its row, or wide, takes all of it. */
export function dashboardObject(
  { id, title, description }: { readonly id: string; readonly title: string; readonly description: string },
  panels: readonly { readonly object: SavedObject; readonly isWide: boolean }[],
): SavedObject {
  let [x, y] = [0, 0]
  const placed = panels.map(({ object, isWide }, index) => {
    const w = isWide ? COLUMNS : COLUMNS / 2
    if (x + w > COLUMNS) [x, y] = [0, y + PANEL_HEIGHT]
    const panelIndex = String(index + 1)
    const gridData = { x, y, w, h: PANEL_HEIGHT, i: panelIndex }
    x += w
    return { panelIndex, gridData, type: object.type, embeddableConfig: {}, panelRefName: `panel_${panelIndex}` }
  })
  const attributes = {
    ...{ title, description, version: 1, timeRestore: true, timeFrom: 'now-7d', timeTo: 'now' },
    panelsJSON: JSON.stringify(placed),
    optionsJSON: JSON.stringify({ useMargins: true, syncColors: true, hidePanelTitles: false }),
    kibanaSavedObjectMeta: { searchSourceJSON: JSON.stringify({ query: lucene(''), filter: [] }) },
  }
  const references = panels.map(({ object }, index) => ({
    ...{ name: `${index + 1}:panel_${index + 1}`, type: object.type, id: object.id },
  }))
  return savedObject('dashboard', id, attributes, references)
}

const SOURCE_REFERENCE = 'kibanaSavedObjectMeta.searchSourceJSON.index'

function sourceOf(query: string) {
  const source = { query: lucene(query), filter: [], indexRefName: SOURCE_REFERENCE }
  return { kibanaSavedObjectMeta: { searchSourceJSON: JSON.stringify(source) } }
}

function viewReference(id: ViewId) {
  return { name: SOURCE_REFERENCE, type: 'index-pattern' as const, id }
}

function lucene(query: string) {
  return { query, language: 'lucene' }
}

function savedObject(
  type: ObjectType,
  id: string,
  attributes: SavedObject['attributes'],
  references: SavedObject['references'],
): SavedObject {
  const versions = { coreMigrationVersion: CORE_MIGRATION, typeMigrationVersion: TYPE_MIGRATIONS[type] }
  return { type, id, attributes, references, ...versions }
}
