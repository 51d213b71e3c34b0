import { CsvError, parse } from 'csv-parse'
import { pipeline, Readable } from 'node:stream'
import type { TableLine, TableLines } from '../../ports/table-file'

interface ParsedRecord {
  readonly record: readonly string[]
  /** `lines`: how many were read when the record ended. */
  readonly info: { readonly lines: number }
}

/** The longest record; what is longer is no table. */
const LONGEST_RECORD = 65_536

/** Reads RFC 4180 in UTF-8, with or without a byte order mark; no more than a part of the file is held. */
export async function* readCsvLines(bytes: AsyncIterable<Uint8Array>): TableLines {
  const parser = parse({
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  })
  // A fault of the source ends the parser too: it comes out of the loop below.
  pipeline(Readable.from(decode(bytes)), parser, () => {})
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      const breaks = record.reduce((count, cell) => count + cell.split('\n').length - 1, 0)
      yield { kind: 'cells', line: info.lines - breaks, cells: record }
    }
  } catch (fault) {
    yield unreadable(fault)
  }
}

/** Drops the byte order mark. */
async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of bytes) yield decoded(() => decoder.decode(chunk, { stream: true }))
  yield decoded(() => decoder.decode())
}

class NotUtf8 extends Error {}

function decoded(decode: () => string): string {
  try {
    return decode()
  } catch (fault) {
    throw new NotUtf8('not UTF-8', { cause: fault })
  }
}

function unreadable(fault: unknown): TableLine {
  if (fault instanceof NotUtf8) return { kind: 'unreadable', line: null, problem: 'not_utf8' }
  if (!(fault instanceof CsvError)) throw fault
  const { lines } = fault as { readonly lines?: unknown }
  return { kind: 'unreadable', line: typeof lines === 'number' ? lines : null, problem: 'not_csv' }
}
