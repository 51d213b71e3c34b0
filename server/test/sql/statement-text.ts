import type { Statement } from './statement-recorder'

const WIDTH = 116
/** So many alike members of a list stand as they are. */
const LONGEST_LIST = 12

/**
 * A statement as it is kept in a file: line by line, each on its own parameter numbers. Of a long list of alike members
 * (ids, rows, conditions) only the first and the last are shown, and how many are between them.
 */
export function statementText({ sql }: Pick<Statement, 'sql'>): string {
  const lines = sql.includes('\n') ? dedented(sql) : clauses(shortened(sql))
  return lines.flatMap(wrapped).join('\n')
}

/** The same for statements that differ only in their parameters and the lengths of their lists. */
export function shapeOf({ sql }: Pick<Statement, 'sql'>): string {
  return shortened(sql)
    .replace(/… \d+ more …/g, '…')
    .replace(/@P\d+|\?\d*/g, '?')
}

function shortened(sql: string): string {
  return sql
    .split(' VALUES ')
    .map((part) => new ListShortener(part).text())
    .join(' VALUES ')
}

/** Goes through a text once, parenthesis by parenthesis. */
class ListShortener {
  readonly #sql: string
  #at = 0

  constructor(sql: string) {
    this.#sql = sql
  }

  text(): string {
    const members: string[] = []
    const separators: string[] = []
    let member = ''
    while (this.#at < this.#sql.length) {
      const rest = this.#sql.slice(this.#at, this.#at + 4)
      const separator = rest === ' OR ' ? rest : rest.startsWith(', ') ? ', ' : rest.startsWith(',') ? ',' : null
      if (rest.startsWith(')')) break
      if (separator !== null) {
        members.push(member)
        separators.push(separator)
        member = ''
        this.#at += separator.length
      } else {
        member += this.#piece()
      }
    }
    return listText([...members, member], separators)
  }

  #piece(): string {
    const start = this.#sql[this.#at++] ?? ''
    if (start === '(') {
      const inside = this.text()
      this.#at++
      return `(${inside})`
    }
    if (start !== "'") return start
    const end = this.#sql.indexOf("'", this.#at) + 1
    const literal = this.#sql.slice(this.#at, end)
    this.#at = end
    return start + literal
  }
}

function listText(members: readonly string[], separators: readonly string[]): string {
  const first = members[0] ?? ''
  const last = members.at(-1) ?? ''
  const kind = kindOf(first)
  const isLong = members.length > LONGEST_LIST && members.every((member) => kindOf(member) === kind)
  const separator = separators[0] === ' OR ' ? ' OR ' : ', '
  if (isLong) return `${first}${separator}… ${members.length - 2} more …${separator}${last}`
  return members.map((member, index) => member + (separators[index] ?? '')).join('')
}

function kindOf(member: string): string {
  return member.replace(/@P\d+|\?\d*|null|NULL|CAST\((@P\d+) AS VARCHAR\(\d+\)\)/g, '?')
}

const CLAUSE =
  / (?=(?:FROM|WHERE|GROUP BY|ORDER BY|LEFT JOIN|INNER JOIN|OFFSET|LIMIT|VALUES|SET|OUTPUT|RETURNING|INSERT INTO|SELECT) )/

function clauses(sql: string): string[] {
  return sql.split(CLAUSE)
}

function dedented(sql: string): string[] {
  const lines = sql.split('\n').filter((line) => line.trim() !== '')
  const indents = lines.slice(1).map((line) => line.length - line.trimStart().length)
  const common = Math.min(...indents, lines[0]?.search(/\S/) === 0 ? Infinity : (lines[0]?.search(/\S/) ?? 0))
  const cut = Number.isFinite(common) ? common : 0
  return lines.map((line) => (line.slice(0, cut).trim() === '' ? line.slice(cut) : line).trimEnd())
}

function wrapped(line: string): string[] {
  const lines: string[] = []
  let rest = line
  while (rest.length > WIDTH) {
    const at = Math.max(rest.lastIndexOf(' ', WIDTH), rest.lastIndexOf(',', WIDTH) + 1)
    if (at < WIDTH / 2) break
    lines.push(rest.slice(0, at))
    rest = `    ${rest.slice(at).trimStart()}`
  }
  return [...lines, rest].map((part) => part.trimEnd())
}
