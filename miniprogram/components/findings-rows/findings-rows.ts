/** The "why" table: rule left, fact right. */
export interface FindingRow {
  readonly key: string
  readonly mark: 'passed' | 'failed' | 'none'
  readonly name: string
  readonly asked: string
  readonly seen: string
}

Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { rows: { type: Array, value: [] as FindingRow[] } },
})
