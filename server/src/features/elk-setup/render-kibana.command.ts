/** `npm run elk:kibana`: writes server/elk/kibana anew from kibana-content.rules.ts. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { kibanaFiles, ndjson } from './kibana-content.rules'

const FOLDER = new URL('../../../elk/kibana/', import.meta.url)

mkdirSync(FOLDER, { recursive: true })
for (const [name, objects] of kibanaFiles()) writeFileSync(new URL(`${name}.ndjson`, FOLDER), ndjson(objects))
