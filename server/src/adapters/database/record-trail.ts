import type { RecordTrail } from '../../ports/record-trail'
import type { Database } from './database'
import { writeTrail } from './trail'

export function createRecordTrail({ write }: Pick<Database, 'write'>): RecordTrail {
  return (trail, nowMs) => write((tx) => writeTrail(tx, trail, nowMs))
}
