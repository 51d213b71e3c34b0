import { ENGINES, type Engine } from './recording-database'
import type { RecordedStore } from './record-stores'
import { BORDERS, type Statement } from './statement-recorder'
import { shapeOf, statementText } from './statement-text'

const ENGINE_NAMES: Readonly<Record<Engine, string>> = { sqlite: 'SQLite', sqlserver: 'SQL Server' }

/** The content of `recorded/<store>.sql`. */
export function recordedText({ file, calls }: RecordedStore): string {
  const head = `-- Recorded by \`npm run db:sql\` from the calls in server/test/sql/calls. Do not edit.
-- What ${file}.ts sends on each engine, method by method; of long lists the first and the last member.
`
  const sections = calls.map(({ name, statements }) => {
    const engines = ENGINES.map((engine) => {
      const sent = statements[engine]
      return `-- ${ENGINE_NAMES[engine]}: ${countText(sent)}\n${together(sent).join('\n')}`
    })
    return `-- ======== ${name} ========\n\n${engines.join('\n\n')}\n`
  })
  return [head, ...sections].join('\n')
}

function countText(statements: readonly Statement[]): string {
  const borders: readonly string[] = Object.values(BORDERS)
  const count = statements.filter(({ sql }) => !borders.includes(sql)).length
  return count === 1 ? '1 statement' : `${count} statements`
}

/** Statements that follow each other and differ only in their parameters stand there once. */
function together(statements: readonly Statement[]): string[] {
  const texts: string[] = []
  for (let index = 0; index < statements.length;) {
    const statement = statements[index]
    if (statement === undefined) break
    const shape = shapeOf(statement)
    let next = index + 1
    while (next < statements.length && shapeOf(statements[next] ?? statement) === shape) next++
    const repeats = next - index
    texts.push(`${repeats > 1 ? `-- ${repeats} times\n` : ''}${statementText(statement).replace(/;$/, '')};`)
    index = next
  }
  return texts
}
