const REPLACEMENTS: readonly (readonly [from: string, to: string])[] = [
  ['provider = "sqlserver"', 'provider = "sqlite"'],
  ['"../server/src/generated/sqlserver"', '"../../server/src/generated/sqlite"'],
]

const HEADER = '// Rendered from ../schema.prisma by `npm run db:render`. Do not edit.'

/**
 * The SQLite twin of the schema: another provider and output, no native types. Everything else stays word for word,
 * so that both generated clients have the same types. SQLite reads the `[column]` of filters as SQL Server does.
 * @throws Error when the schema no longer says what is replaced here
 */
export function renderSqliteSchema(schema: string): string {
  let text = schema.replaceAll('\r\n', '\n')
  for (const [from, to] of REPLACEMENTS) {
    if (!text.includes(from)) throw new Error(`schema.prisma no longer contains ${from}`)
    text = text.replace(from, to)
  }
  const body = text.slice(text.indexOf('generator '))
  return `${HEADER}\n\n${body.replace(/[ \t]+@db\.\w+(\([^)]*\))?/g, '')}`
}
