/** Kibana's saved objects as the requests that Kibana makes of them. */
import type { SavedObject } from '../../src/features/elk-setup/kibana-objects.rules'

interface Agg {
  readonly id: string
  readonly type: string
  readonly schema: string
  readonly params: { readonly field?: string; readonly size?: number; readonly interval?: number | string }
}

export interface KibanaRequest {
  readonly query: string
  /** All that the object names beside its query. */
  readonly fields: readonly string[]
  readonly aggs: Readonly<Record<string, unknown>>
}

/** @returns a request per visualization or search, one per layer of a map; none for data views and dashboards */
export function requestsOf({ type, attributes }: SavedObject): KibanaRequest[] {
  if (type === 'search') return [{ query: queryOf(attributes), fields: attributes['columns'] as string[], aggs: {} }]
  if (type === 'visualization') {
    const { aggs } = JSON.parse(attributes['visState'] as string) as { aggs: Agg[] }
    const fields = aggs.flatMap(({ params }) => params.field ?? [])
    return [{ query: queryOf(attributes), fields, aggs: nested(aggs) }]
  }
  if (type !== 'map') return []
  const layers = JSON.parse(attributes['layerListJSON'] as string) as {
    query?: { query: string }
    sourceDescriptor: { geoField?: string }
  }[]
  return layers.flatMap(({ query, sourceDescriptor: { geoField } }) =>
    geoField === undefined
      ? []
      : [
          {
            query: query?.query ?? '',
            fields: [geoField],
            aggs: {
              grid: {
                geotile_grid: { field: geoField, precision: 8 },
                aggs: { at: { geo_centroid: { field: geoField } } },
              },
            },
          },
        ],
  )
}

/** Names in front of a colon, and after `_exists_:`. */
export function fieldsOfQuery(query: string): string[] {
  const bare = query.replace(/"[^"]*"/g, '""')
  const named = [...bare.matchAll(/([\w@.]+):/g)].map(([, name = '']) => name).filter((name) => name !== '_exists_')
  return [...named, ...[...bare.matchAll(/_exists_:([\w@.]+)/g)].map(([, name = '']) => name)]
}

function queryOf(attributes: SavedObject['attributes']): string {
  const { searchSourceJSON } = attributes['kibanaSavedObjectMeta'] as { searchSourceJSON: string }
  return (JSON.parse(searchSourceJSON) as { query: { query: string } }).query.query
}

/** Buckets inside each other in their order, the metric within the innermost. */
function nested(aggs: readonly Agg[]): Readonly<Record<string, unknown>> {
  const [metric, ...buckets] = aggs
  if (metric === undefined) return {}
  const measured = metric.type === 'count' ? {} : { '1': { [metric.type]: { field: metric.params.field } } }
  return buckets.reduceRight<Readonly<Record<string, unknown>>>((inner, bucket) => {
    return { [bucket.id]: { ...bucketBody(bucket, metric.type === 'count'), aggs: inner } }
  }, measured)
}

function bucketBody({ type, params: { field, size, interval } }: Agg, byCount: boolean) {
  if (type === 'date_histogram') return { date_histogram: { field, fixed_interval: '3h', min_doc_count: 1 } }
  if (type === 'histogram') return { histogram: { field, interval, min_doc_count: 1 } }
  return { terms: { field, size, order: { [byCount ? '_count' : '1']: 'desc' } } }
}
