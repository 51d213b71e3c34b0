import type { Model } from './schema-model'

/** The unique indexes and primary keys as TypeScript, so that a conflict can be named on both engines. */
export function renderUniqueIndexes(models: readonly Model[]): string {
  const lines = models.flatMap((model) => [
    line(`${model.name}_pkey`, model.name, model.primaryKey),
    ...model.indexes.filter((index) => index.unique).map((index) => line(index.name, model.name, index.columns)),
  ])
  return `// Rendered from prisma/schema.prisma by \`npm run db:render\`. Do not edit.

/** Every unique index and primary key: its name in the database → table and columns. */
export const UNIQUE_INDEXES = {
${lines.join('\n')}
} as const

export type UniqueIndex = keyof typeof UNIQUE_INDEXES
`
}

function line(name: string, model: string, columns: readonly string[]): string {
  return `  ${name}: '${model}(${columns.join(', ')})',`
}
