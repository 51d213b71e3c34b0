import { collationOf } from './collations'
import type { Column, ForeignKey, Index, Model } from './schema-model'

/** The T-SQL that creates all tables, in the words and order of Prisma's own migrations. */
export function renderSqlServerMigration(models: readonly Model[]): string {
  const filtered = (index: Index) => index.unique && index.where !== null
  return `${[
    'BEGIN TRY',
    'BEGIN TRAN;',
    ...models.map((model) => `-- CreateTable\n${createTable(model)}`),
    ...models.flatMap((model) =>
      model.indexes
        .filter((index) => filtered(index) || !index.unique)
        .map((index) => `-- CreateIndex\n${createIndex(model.name, index)}`),
    ),
    ...models.flatMap((model) => model.foreignKeys.map((key) => `-- AddForeignKey\n${addForeignKey(model.name, key)}`)),
    'COMMIT TRAN;',
    'END TRY\nBEGIN CATCH',
    'IF @@TRANCOUNT > 0\nBEGIN\n    ROLLBACK TRAN;\nEND;\nTHROW',
    'END CATCH',
  ].join('\n\n')}\n`
}

/** The type of a column as T-SQL writes it. */
export function sqlServerType(column: Column): string {
  const { type, nativeType } = column
  if (nativeType === null) {
    const types = { String: 'NVARCHAR(1000)', Int: 'INT', Float: 'FLOAT(53)', Boolean: 'BIT', DateTime: 'DATETIME2' }
    return types[type]
  }
  const argument = nativeType.argument === null ? '' : `(${nativeType.argument.replace(/^Max$/, 'max')})`
  return `${nativeType.name.toUpperCase()}${argument}`
}

function createTable(model: Model): string {
  const lines = [
    ...model.columns.map((column) => columnLine(model.name, column)),
    `CONSTRAINT [${model.name}_pkey] PRIMARY KEY CLUSTERED (${list(model.primaryKey)})`,
    ...model.indexes
      .filter((index) => index.unique && index.where === null)
      .map((index) => `CONSTRAINT [${index.name}] UNIQUE NONCLUSTERED (${list(index.columns)})`),
  ]
  return `CREATE TABLE [dbo].[${model.name}] (\n${lines.map((line) => `    ${line}`).join(',\n')}\n);`
}

function columnLine(model: string, column: Column): string {
  const collation = collationOf(model, column)
  return [
    `[${column.name}] ${sqlServerType(column)}`,
    collation === null ? '' : ` COLLATE ${collation}`,
    column.nullable ? '' : ' NOT NULL',
    column.defaultValue === null
      ? ''
      : ` CONSTRAINT [${model}_${column.name}_df] DEFAULT ${defaultValue(column.defaultValue)}`,
  ].join('')
}

function defaultValue(written: string): string {
  if (written === 'true') return '1'
  if (written === 'false') return '0'
  return written.startsWith('"') ? `'${written.slice(1, -1).replaceAll("'", "''")}'` : written
}

function createIndex(model: string, index: Index): string {
  const where = index.where === null ? '' : ` WHERE ${index.where}`
  const kind = index.unique ? 'UNIQUE NONCLUSTERED' : 'NONCLUSTERED'
  return `CREATE ${kind} INDEX [${index.name}] ON [dbo].[${model}](${list(index.columns)})${where};`
}

function addForeignKey(model: string, key: ForeignKey): string {
  return (
    `ALTER TABLE [dbo].[${model}] ADD CONSTRAINT [${key.name}] FOREIGN KEY (${list(key.columns)}) ` +
    `REFERENCES [dbo].[${key.referencedModel}](${list(key.referencedColumns)}) ON DELETE NO ACTION ON UPDATE NO ACTION;`
  )
}

function list(columns: readonly string[]): string {
  return columns.map((column) => `[${column}]`).join(', ')
}
