import type { Column, ForeignKey, Index, Model } from './schema-model'

const TYPES = { String: 'TEXT', Int: 'INTEGER', Float: 'REAL', Boolean: 'BOOLEAN', DateTime: 'DATETIME' } as const

/** The SQL that creates all tables on SQLite, in the words and order of Prisma's own migrations. */
export function renderSqliteMigration(models: readonly Model[]): string {
  return `${[
    ...models.map((model) => `-- CreateTable\n${createTable(model)}`),
    ...models.flatMap((model) => model.indexes.map((index) => `-- CreateIndex\n${createIndex(model.name, index)}`)),
  ].join('\n\n')}\n`
}

function createTable(model: Model): string {
  const [onlyKey] = model.primaryKey.length === 1 ? model.primaryKey : []
  const columns = model.columns.map((column) => columnLine(column, column.name === onlyKey))
  const constraints = [
    ...(onlyKey === undefined ? [`PRIMARY KEY (${list(model.primaryKey)})`] : []),
    ...model.foreignKeys.map(foreignKey),
  ]
  const body = [columns, constraints]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `    ${line}`).join(',\n'))
  // Prisma sets the constraints of a compound key off by an empty line.
  return `CREATE TABLE "${model.name}" (\n${body.join(onlyKey === undefined ? ',\n\n' : ',\n')}\n);`
}

function columnLine(column: Column, isKey: boolean): string {
  return [
    `"${column.name}" ${TYPES[column.type]}`,
    column.nullable ? '' : ' NOT NULL',
    isKey ? ' PRIMARY KEY' : '',
    column.defaultValue === null ? '' : ` DEFAULT ${defaultValue(column.defaultValue)}`,
  ].join('')
}

function defaultValue(written: string): string {
  return written.startsWith('"') ? `'${written.slice(1, -1).replaceAll("'", "''")}'` : written
}

function createIndex(model: string, index: Index): string {
  const where = index.where === null ? '' : ` WHERE ${index.where}`
  return `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX "${index.name}" ON "${model}"(${list(index.columns)})${where};`
}

function foreignKey(key: ForeignKey): string {
  return (
    `CONSTRAINT "${key.name}" FOREIGN KEY (${list(key.columns)}) ` +
    `REFERENCES "${key.referencedModel}" (${list(key.referencedColumns)}) ON DELETE NO ACTION ON UPDATE NO ACTION`
  )
}

function list(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ')
}
