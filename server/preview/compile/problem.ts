/** A mistake in the mini-program's sources. */
export interface Problem {
  /** From the mini-program's folder, with slashes. */
  readonly file: string
  /** From 1; 0 when the whole file is meant. */
  readonly line: number
  /** From 1; 0 when the whole line is meant. */
  readonly column: number
  readonly message: string
}

export type Report = (problem: Problem) => void

/** Line and column, from 1, of a place in a text. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, Math.max(0, offset))
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: before.length - lineStart + 1 }
}

/** Where a word first stands in a text; the file as a whole when it does not. */
export function positionOf(text: string, word: string): { readonly line: number; readonly column: number } {
  const offset = text.indexOf(word)
  return offset < 0 ? { line: 0, column: 0 } : positionAt(text, offset)
}

/** `file:line:column message`, as editors and terminals make it clickable. */
export function formatProblem({ file, line, column, message }: Problem, folder = ''): string {
  const place = [folder + file, ...(line > 0 ? [line] : []), ...(line > 0 && column > 0 ? [column] : [])]
  return `${place.join(':')} ${message}`
}

/** By file, then by place, each once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]))
  return [...unique.values()].sort(
    (left, right) => compare(left.file, right.file) || left.line - right.line || left.column - right.column,
  )
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
