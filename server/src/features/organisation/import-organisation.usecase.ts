import type { TableLines } from '../../ports/table-file'
import {
  MOST_LINES,
  problemsTogether,
  readHeader,
  readMember,
  type CsvHeader,
  type CsvMember,
  type CsvProblem,
} from './csv-line.rules'
import { organisationOf } from './csv-organisation.rules'
import { runSync, type RunSyncPorts, type SyncOptions, type SyncReport } from './run-sync.usecase'

/** `wecom_is_source`: the people come from WeCom, and no file overrules it. */
export type ImportReport =
  | SyncReport
  | { readonly outcome: 'bad_lines'; readonly problems: readonly CsvProblem[] }
  | { readonly outcome: 'wecom_is_source' }

export type ImportOrganisation = (lines: TableLines, options: SyncOptions) => Promise<ImportReport>

const UNREADABLE = {
  not_utf8: '文件不是 UTF-8 编码（可能是 GBK）。在 Excel 里另存为「CSV UTF-8（逗号分隔）」再导入',
  not_csv: '引号不成对，或者一行太长：从这里起读不下去',
} as const

/**
 * Makes the stored organisation the one of a file, which is the whole company. Nothing is applied when a line is wrong.
 * @throws AppError BUSY_TRY_AGAIN (another one runs)
 */
export function createImportOrganisation(ports: RunSyncPorts): ImportOrganisation {
  return async (lines, options) => {
    if (!options.force && (await ports.store.sourceInUse()) === 'wecom') return { outcome: 'wecom_is_source' }
    const { members, problems } = await readFile(lines)
    if (problems.length > 0) return { outcome: 'bad_lines', problems }
    return runSync(ports, 'csv', options, (stored) =>
      Promise.resolve(organisationOf(members, stored.departments, () => ports.random.id())),
    )
  }
}

async function readFile(
  lines: TableLines,
): Promise<{ readonly members: readonly CsvMember[]; readonly problems: readonly CsvProblem[] }> {
  let header: CsvHeader | null = null
  const members: CsvMember[] = []
  const problems: CsvProblem[] = []
  for await (const one of lines) {
    if (one.kind === 'unreadable') {
      problems.push({ line: one.line, text: UNREADABLE[one.problem] })
      return { members, problems }
    }
    const { line, cells } = one
    if (header === null) {
      const read = readHeader(line, cells)
      if (read.problems.length > 0) return { members, problems: read.problems }
      header = read.header
    } else if (members.length === MOST_LINES) {
      problems.push({ line, text: `超过 ${MOST_LINES} 行` })
      return { members, problems }
    } else {
      const read = readMember(header, line, cells)
      members.push(read.member)
      problems.push(...read.problems)
    }
  }
  if (header === null) problems.push({ line: null, text: '文件是空的' })
  return { members, problems: [...problems, ...problemsTogether(members)] }
}
