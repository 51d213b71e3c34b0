import type { LogEntryReply, LogHistogramReply } from '#contract/api-logs'
import type { EventLogBucket, EventLogDocument, EventLogPlace } from '../../ports/event-log'

export function presentLogEntry({ atMs, userId: _, ...entry }: EventLogDocument): LogEntryReply {
  return { ...entry, at: iso(atMs) }
}

export function presentPlace(place: EventLogPlace | null): string | null {
  return place === null ? null : `${place.atMs}_${place.id}`
}

export function presentHistogram(histogram: {
  readonly bucketSeconds: number
  readonly buckets: readonly EventLogBucket[]
}): LogHistogramReply {
  const { bucketSeconds, buckets } = histogram
  return { bucketSeconds, buckets: buckets.map(({ fromMs, count }) => ({ from: iso(fromMs), count })) }
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
