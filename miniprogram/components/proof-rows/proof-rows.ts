import type { IconName } from '../icon/icons'

/** What speaks for being here, one line each: fact left, rule or state right. */
export interface ProofRow {
  readonly key: string
  readonly icon: IconName
  readonly name: string
  readonly text: string
  readonly value: string
  readonly tone: 'accepted' | 'late' | 'plain'
}

Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { rows: { type: Array, value: [] as ProofRow[] } },
})
