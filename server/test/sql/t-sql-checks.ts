/**
 * Whether a statement is T-SQL as the product wants it. The parser knows the grammar, but forgives what other engines
 * write; the table of shapes knows those. Neither knows the tables, the types, or what a server would make of it.
 */
import { init, parse } from '@guanmingchiu/sqlparser-ts'
import { MOST_BIND_VALUES } from './recording-database'
import { BORDERS, type Statement } from './statement-recorder'

const OPTIONS = 'NOLOCK|READUNCOMMITTED|UPDLOCK|HOLDLOCK|ROWLOCK|PAGLOCK|TABLOCKX?|XLOCK|READPAST|SERIALIZABLE|NOWAIT'

/** In statements without their literals, names and parameters' types. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  LIMIT: /\bLIMIT\b/i,
  RETURNING: /\bRETURNING\b/i,
  '||': /\|\|/,
  'ON CONFLICT': /\bON\s+CONFLICT\b/i,
  'a parameter without a number': /\?/,
  'a name in backticks or double quotes': /[`"]/,
  'TRUE or FALSE': /\b(?:TRUE|FALSE)\b/i,
  'NULLS FIRST or LAST': /\bNULLS\s+(?:FIRST|LAST)\b/i,
  'AS MATERIALIZED': /\bMATERIALIZED\b/i,
  'JSON functions of SQLite': /\bjson_(?:each|group_array|object)\b|->/i,
  MERGE: /\bMERGE\b/i,
  'a lock hint': new RegExp(`\\((?:[^()]*\\b)?(?:${OPTIONS})\\b`, 'i'),
  'a query hint': /\bOPTION\s*\(/i,
  // Columns and variables are set; everything else that is set is an option of the session.
  'a session setting': /\bSET\s+(?![[@])/i,
  'a cursor': /\bCURSOR\b/i,
  'dynamic SQL': /\bEXEC(?:UTE)?\s*\(|\bsp_executesql\b/i,
  'a table variable without the collation of our keys':
    /@generated_keys\s+table\s*\([^@]*?CHAR\s*\(\d+\)(?!\s*COLLATE)/i,
}

/** What this product does not send to SQL Server; empty when there is nothing of it. */
export function forbiddenShapes({ sql, values, types }: Statement): string[] {
  const bare = withoutLiteralsAndNames(sql)
  const found = Object.entries(FORBIDDEN).flatMap(([name, shape]) => (shape.test(bare) ? [name] : []))
  if (values.length > MOST_BIND_VALUES) found.push(`${values.length} values`)
  const untyped = [...bare.matchAll(/(CAST\()?@P(\d+)\b/g)].filter(([, cast, number]) => {
    const { dbType } = types[Number(number) - 1] ?? {}
    return cast === undefined && (dbType === 'VARCHAR' || dbType === 'CHAR')
  })
  if (untyped.length > 0) found.push('NVARCHAR for a CHAR or VARCHAR column')
  return found
}

function withoutLiteralsAndNames(sql: string): string {
  return sql.replace(/N?'(?:[^']|'')*'/g, "''").replace(/\[[^\]]*\]/g, '[x]')
}

export async function openParser(): Promise<(statement: Pick<Statement, 'sql'>) => string | null> {
  await init()
  return ({ sql }) => {
    for (const part of parts(sql)) {
      try {
        parse(part, 'mssql')
      } catch (error) {
        return `${error instanceof Error ? error.message : String(error)}\n${part}`
      }
    }
    return null
  }
}

/**
 * The parser knows no parameter as a number of rows, no table variable, and no batch without semicolons: numbers stand for
 * the former, `create`'s batch is cut into its statements, and declarations and calls of procedures are left out.
 */
function parts(sql: string): string[] {
  if (Object.values<string>(BORDERS).includes(sql)) return []
  return sql
    .replace(/^DECLARE @generated_keys table\(.*?\) (INSERT .* VALUES .*?) (SELECT .*)$/s, '$1;$2')
    .split(/;\s*/)
    .filter((part) => part.trim() !== '' && !/^\s*(?:DECLARE|EXEC)\s/.test(part))
    .map((part) =>
      part
        .replace(/OFFSET @P\d+ ROWS/g, 'OFFSET 1 ROWS')
        .replace(/FETCH NEXT @P\d+ ROWS/g, 'FETCH NEXT 1 ROWS')
        .replaceAll('@generated_keys', '[generated_keys]'),
    )
}
