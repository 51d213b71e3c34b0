/** What the lines of an organisation file say, and what is wrong with them. */
import { keyOf } from './organisation.rules'

/** Names of columns, in either language; case and spaces around do not count. */
export const CSV_COLUMNS = {
  userId: ['账号', 'userid', '用户账号', '成员账号'],
  name: ['姓名', 'name'],
  department: ['部门', 'department', '所属部门'],
  position: ['职务', 'position', '职位'],
  directLeaders: ['直属上级', 'direct_leaders'],
  leadsDepartment: ['部门负责人', 'department_leader'],
  employeeNumber: ['工号', 'employee_number'],
} as const

type Column = keyof typeof CSV_COLUMNS
const COLUMNS = Object.keys(CSV_COLUMNS) as Column[]
const REQUIRED: readonly Column[] = ['userId', 'name', 'department']

/** Where each column stands. */
export type CsvHeader = Readonly<Partial<Record<Column, number>>>

export interface CsvMember {
  readonly line: number
  readonly userId: string
  readonly name: string
  /** From the company down. */
  readonly departmentPath: readonly string[]
  /** Null: the file has no such column. */
  readonly position: string | null
  readonly directLeaders: readonly string[] | null
  readonly leadsDepartment: boolean | null
  readonly employeeNumber: string | null
}

/** A sentence for whoever made the file. */
export interface CsvProblem {
  readonly line: number | null
  readonly text: string
}

export const MOST_LINES = 100_000
const LONGEST = { name: 100, position: 100, employeeNumber: 64, department: 200 } as const
const DEEPEST = 15
const USER_ID = /^[A-Za-z0-9][\w.@-]{0,63}$/
const YES_NO: Readonly<Record<string, boolean>> = {
  ...{ 是: true, yes: true, y: true, true: true, '1': true },
  ...{ 否: false, no: false, n: false, false: false, '0': false, '': false },
}

export function readHeader(
  line: number,
  cells: readonly string[],
): { readonly header: CsvHeader; readonly problems: readonly CsvProblem[] } {
  const header: Partial<Record<Column, number>> = {}
  const problems: CsvProblem[] = []
  cells.forEach((cell, index) => {
    const title = cell.trim().toLowerCase()
    const column = COLUMNS.find((one) => CSV_COLUMNS[one].some((name) => name === title))
    if (column === undefined) {
      if (title !== '') problems.push({ line, text: `不认识的列「${cell.trim()}」` })
    } else if (header[column] === undefined) header[column] = index
    else problems.push({ line, text: `列「${CSV_COLUMNS[column][0]}」出现了两次` })
  })
  for (const column of REQUIRED) {
    if (header[column] === undefined)
      problems.push({ line, text: `缺少列「${CSV_COLUMNS[column].slice(0, 2).join('」或「')}」` })
  }
  return { header, problems }
}

export function readMember(
  header: CsvHeader,
  line: number,
  cells: readonly string[],
): { readonly member: CsvMember; readonly problems: readonly CsvProblem[] } {
  const problems: CsvProblem[] = []
  const wrong = (text: string) => void problems.push({ line, text })
  const cellOf = (column: Column): string | null => {
    const index = header[column]
    return index === undefined ? null : (cells[index] ?? '').trim()
  }
  const bounded = (column: 'name' | 'position' | 'employeeNumber'): string | null => {
    const cell = cellOf(column)
    const title = CSV_COLUMNS[column][0]
    if (cell !== null && cell.length > LONGEST[column]) wrong(`${title}超过 ${LONGEST[column]} 个字`)
    if (cell !== null && /\p{Cc}/u.test(cell)) wrong(`${title}含有换行或控制字符`)
    return cell
  }
  const userId = cellOf('userId') ?? ''
  if (userId === '') wrong('账号为空')
  else if (!USER_ID.test(userId)) wrong(`账号「${userId}」只能用字母、数字和 _-@.，不超过 64 个字符`)
  const name = bounded('name') ?? ''
  if (name === '') wrong('姓名为空')
  const member: CsvMember = {
    ...{ line, userId, name },
    departmentPath: pathOf(cellOf('department') ?? '', wrong),
    position: bounded('position'),
    directLeaders: leadersOf(cellOf('directLeaders'), userId, wrong),
    leadsDepartment: yesNoOf(cellOf('leadsDepartment'), wrong),
    employeeNumber: bounded('employeeNumber'),
  }
  return { member, problems }
}

function pathOf(cell: string, wrong: (text: string) => void): readonly string[] {
  const path = cell === '' ? [] : cell.split('/').map((part) => part.trim())
  if (path.length === 0) wrong('部门为空')
  if (path.includes('')) wrong(`部门「${cell}」里有空的一级`)
  if (path.length > DEEPEST) wrong(`部门超过 ${DEEPEST} 级`)
  if (path.some((part) => part.length > LONGEST.department)) wrong(`部门名超过 ${LONGEST.department} 个字`)
  return path
}

function leadersOf(cell: string | null, userId: string, wrong: (text: string) => void): readonly string[] | null {
  if (cell === null) return null
  const leaders = cell
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (leaders.some((leader) => keyOf(leader) === keyOf(userId))) wrong('直属上级是本人')
  return leaders
}

function yesNoOf(cell: string | null, wrong: (text: string) => void): boolean | null {
  if (cell === null) return null
  const answer = YES_NO[cell.toLowerCase()]
  if (answer === undefined) wrong(`部门负责人「${cell}」应为「是」或「否」`)
  return answer ?? false
}

/** What only shows when all lines are read: userids that come twice, leaders that stand on no line. */
export function problemsTogether(members: readonly CsvMember[]): readonly CsvProblem[] {
  const lines = new Map<string, number>()
  const problems: CsvProblem[] = []
  for (const { userId, line } of members) {
    const first = lines.get(keyOf(userId))
    if (first === undefined) lines.set(keyOf(userId), line)
    else problems.push({ line, text: `账号「${userId}」与第 ${first} 行重复` })
  }
  for (const { directLeaders, line } of members) {
    for (const leader of directLeaders ?? []) {
      if (!lines.has(keyOf(leader))) problems.push({ line, text: `直属上级「${leader}」不在文件里` })
    }
  }
  return problems
}
